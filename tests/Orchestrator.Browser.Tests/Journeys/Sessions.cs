using System.Globalization;
using System.Text;
using System.Text.Json;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>Brings an agreement to where its presentation session has been held and its attendance waits, all by what people do at the pages.</summary>
internal static class Sessions
{
    private const int HourOfSession = 10;
    private const int Minutes = 120;

    /// <summary>The task «Registra le presenze» of a new agreement with so many workers, in the hands of nobody. The clock of the house stands after the session.</summary>
    public static async Task<TaskSummary> HeldAsync(House house, int workers)
    {
        var (agreement, starts) = await PlannedAsync(house, workers);
        house.SetClock(starts.AddMinutes(Minutes + 1));
        return await FindAsync(house, People.Centre, agreement, "Registra le presenze");
    }

    /// <summary>A new agreement whose workers are convened to a session that is still to come.</summary>
    /// <param name="telephoneEvery">Every so-many-th worker has a telephone number and no e-mail (0: none).</param>
    public static async Task<(string Agreement, DateTimeOffset Starts)> PlannedAsync(House house, int workers, int telephoneEvery = 0)
    {
        var agreement = (await Workers.RegisterAsync(signedDaysAgo: 4, workers, house)).Summary.AgreementKey;
        var import = await house.PrepareAsync(client => client.Agreements.UploadWorkersAsync(
            People.Apl, Guid.CreateVersion7(), agreement, new("lavoratori.csv", Encoding.UTF8.GetBytes(Workers.Csv(workers, telephoneEvery: telephoneEvery))), CancellationToken.None));
        await ReceiveAsync(house, agreement);
        // A list without errors needs no decision: its cases are opened.
        await Stage.UntilAsync("the cases of the list", async () =>
            (await house.PrepareAsync(client => client.Agreements.OpenAsync(People.Apl, agreement, CancellationToken.None))).Summary.Workers == workers ? import : null);

        var starts = await PlanAsync(house, agreement, workers);
        await Stage.UntilAsync("the planned session", async () =>
            (await house.PrepareAsync(client => client.Cases.SearchAsync(People.Supervisor, new(null, agreement + "-S1", 0, 1), CancellationToken.None))).Cases.Count > 0 ? "planned" : null);
        return (agreement, starts);
    }

    /// <summary>The agency has looked at the list that came, so that it is checked row by row.</summary>
    public static async Task ReceiveAsync(House house, string agreement)
    {
        var received = await FindAsync(house, People.Apl, agreement, "Controlla l'elenco ricevuto");
        var mine = await house.PrepareAsync(client => client.Inbox.ClaimAsync(People.Apl, new(Guid.CreateVersion7(), received.TaskKey, received.Version), CancellationToken.None));
        await house.PrepareAsync(client => client.Inbox.CompleteAsync(People.Apl, new(Guid.CreateVersion7(), mine.TaskKey, mine.Version), """{ "legalBasis": true }""", CancellationToken.None));
    }

    /// <summary>The open task of this name that somebody sees, once it is there.</summary>
    public static Task<TaskSummary> FindAsync(House house, ActingUser user, string businessKey, string name) =>
        Stage.UntilAsync($"the task «{name}»", async () =>
        {
            var list = await house.PrepareAsync(client => client.Inbox.ListAsync(user, new(InboxTab.Groups, businessKey, 0, 50), CancellationToken.None));
            return list.Tasks.FirstOrDefault(task => task.Name == name);
        });

    private static async Task<DateTimeOffset> PlanAsync(House house, string agreement, int workers)
    {
        var rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
        var day = Workers.DayOf(house.Now).AddDays(1).ToDateTime(new(HourOfSession, 0));
        var starts = new DateTimeOffset(day, rome.GetUtcOffset(day));
        var form = JsonSerializer.Serialize(new
        {
            sessions = new[]
            {
                new
                {
                    startAt = starts.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), durationMin = Minutes, venueType = "CPI",
                    venue = "Sala riunioni", capacity = workers, speakers = new[] { "CPI" },
                },
            },
            contactDesk = new { email = "adr@example.invalid", tel = "011 0000000" },
        });
        var plan = await FindAsync(house, People.Centre, agreement, "Pianifica l'incontro");
        var mine = await house.PrepareAsync(client => client.Inbox.ClaimAsync(People.Centre, new(Guid.CreateVersion7(), plan.TaskKey, plan.Version), CancellationToken.None));
        await house.PrepareAsync(client => client.Inbox.CompleteAsync(People.Centre, new(Guid.CreateVersion7(), mine.TaskKey, mine.Version), form, CancellationToken.None));
        return starts;
    }
}
