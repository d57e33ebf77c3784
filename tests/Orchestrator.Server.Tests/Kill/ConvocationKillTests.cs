using System.Globalization;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>
/// A list is uploaded, checked, accepted and convened. The agency, in its own process, reads and writes the registry through HTTP with its service account. Server, broker or
/// agency is killed on the way, also while mails are being written; afterwards each person is a case once and is invited once.
/// </summary>
[Category("Long")]
[Parallelizable(ParallelScope.Children)]
internal sealed class ConvocationKillTests : KillTests
{
    private const int Workers = 120;

    // No term passes while people work.
    private const double SlowDays = 60;

    public static IEnumerable<KillPlan> Plans =>
        Enum.GetValues<ServerDatabase>().Select(database => new KillPlan(database, KillPlans.Seed, 0, false, [])).Concat(KillPlans.OfTheConvocation(Workers));

    [TestCaseSource(nameof(Plans))]
    public async Task Each_person_is_entered_and_invited_once(KillPlan plan) => await OnAsync(await StageAsync(plan.Database, SlowDays), async stage =>
    {
        await stage.UntilCountAsync("the process waits for a list", "SELECT count(*) FROM engine_subscriptions WHERE element = 'workers-list'", 1);
        var strikes = stage.StrikeAsync(plan.Strikes);
        using (var apl = new PageOperator(stage.Address))
        {
            await apl.SignInAsync("apl");
            var report = await apl.UploadAsync(await AgreementAsync(stage), WorkersFile.Of(Workers));
            await DoAsync(stage, "load-workers", new { legalBasis = true });
            await apl.AcceptAsync(report);
        }
        await PlanAsync(stage);
        await strikes;

        await stage.UntilCountAsync("all are convened", "SELECT count(*) FROM engine_subscriptions WHERE element = 'session-held'", 1);
        await stage.UntilCountAsync(
            "nothing is left to send, to do or to tell",
            "SELECT (SELECT count(*) FROM engine_outbox) + (SELECT count(*) FROM engine_messages WHERE immediate) + (SELECT count(*) FROM engine_jobs) + (SELECT count(*) FROM cases_notices)", 0);
        var invited = stage.Mails.Where(mail => mail.Contains("prova", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(invited, Has.Count.EqualTo(Workers), "invitations");
            Assert.That(invited, Is.Unique);
        });
        await ExpectAsync(stage, Workers, "SELECT count(*) FROM cases_worker_cases");
        await ExpectAsync(stage, 1, "SELECT count(*) FROM cases_imports WHERE state = 'Accepted'");
        await ExpectAsync(stage, Workers, "SELECT count(*) FROM cases_convocations");
        await ExpectAsync(stage, 1, "SELECT count(*) FROM engine_instances WHERE process_id = 'sub-session'");
        await ExpectAsync(stage, 0, "SELECT count(*) FROM engine_incidents");
        await stage.HistoryHoldsAsync();
        await stage.UntilServedAsync();
        foreach (var (process, once) in ((string, string)[])[
            ("ma3-research", "job-completed validate-workers"), ("ma3-research", "user-task-completed fix-workers"),
            ("ma4-delivery", "job-completed load-cases"), ("ma4-delivery", "job-completed convene-presentation")])
            Assert.That((await StoryAsync(stage, process)).GetValueOrDefault(once), Is.EqualTo(1), once);
    });

    private static async Task<string> AgreementAsync(KillStage stage)
    {
        var key = "";
        await stage.UntilAsync("the agreement is listed", async () =>
        {
            try
            {
                using var apl = Client(stage, "apl");
                key = (await JsonAsync(apl, "/api/agreements"))[0].GetProperty("agreementKey").GetString()!;
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return key;
    }

    // One session for all, some days from now.
    private static Task PlanAsync(KillStage stage)
    {
        var startAt = TimeProvider.System.GetUtcNow().AddDays(7).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        var session = new { startAt, durationMin = 120, venueType = "CPI", venue = "Sala di prova", capacity = 200, speakers = (string[])["CPI"] };
        var variables = new { sessions = (object[])[session], contactDesk = new { email = "adr@example.org", tel = "011 0000000" } };
        return DoAsync(stage, "plan-presentation", variables);
    }

    // Over the API a supervisor takes the task of whatever group, once it is there, and tries again when the server does not answer.
    private static Task DoAsync(KillStage stage, string element, object variables)
    {
        var seen = false;
        return stage.UntilAsync($"{element} is done", async () =>
        {
            try
            {
                using var supervisor = Client(stage, "supervisore");
                var found = await JsonAsync(supervisor, "/v2/user-tasks/search", new { filter = new { elementId = element, state = "CREATED" } });
                if (found.GetProperty("items").GetArrayLength() == 0) return seen;
                seen = true;
                var task = found.GetProperty("items")[0].GetProperty("userTaskKey").GetString();
                await JsonAsync(supervisor, $"/v2/user-tasks/{task}/assignment", new { assignee = "supervisore" });
                await JsonAsync(supervisor, $"/v2/user-tasks/{task}/completion", new { variables });
                return false;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    private static async Task ExpectAsync(KillStage stage, long expected, string sql) => Assert.That(await stage.Database.CountAsync(sql), Is.EqualTo(expected), sql);
}
