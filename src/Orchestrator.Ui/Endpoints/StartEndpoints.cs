using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Text;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>The start page: what waits for this person today, and the ways on that their roles open.</summary>
internal static class StartEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/", async (string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
    {
        var user = visit.Required;
        var day = user.Has(Roles.Operator, Roles.Supervisor) ? await client.Inbox.TodayAsync(user, cancellation) : null;
        if (day?.Refusal is { } refusal) return Show.Refusal(refusal);
        var sample = user.Has(Roles.Auditor) ? (await client.Cases.SampleAsync(user, cancellation)).Value : null;
        var designs = user.Has(Roles.Designer) ? (await client.Definitions.ListAsync(user, cancellation)).Value : null;
        return Show.Page<StartPage>(new { Day = day?.Value, Sample = sample, Designs = designs, Ways = await WaysAsync(user, client, cancellation), Done = fatto });
    });

    private static async Task<IReadOnlyList<StartWay>> WaysAsync(ActingUser user, IOrchestratorClient client, CancellationToken cancellation)
    {
        List<StartWay> ways = [];
        if (user.Has(Roles.Supervisor, Roles.Auditor, Roles.Admin))
        {
            ways.Add(new("start.running", "/pratiche?stato=incorso", (await client.Cases.SearchAsync(user, new(CaseState.Running, null, 0, 1), cancellation)).Value?.Total));
            ways.Add(new("start.ended", "/pratiche?stato=concluse", (await client.Cases.SearchAsync(user, new(CaseState.Completed, null, 0, 1), cancellation)).Value?.Total));
        }
        ways.Add(new("start.incidents", "/incidenti", (await client.Incidents.ListAsync(user, new(null, 0, 1), cancellation)).Value?.Total));
        if (user.Has(Roles.Supervisor, Roles.Admin)) ways.AddRange(await WatchedAsync(user, client, cancellation));
        if (user.Has(Roles.Auditor)) ways.Add(new("start.tasks", "/attivita?scheda=tutte", (await client.Inbox.CountAsync(user, new(InboxTab.All, null, 0, 1), cancellation)).Value));
        if (user.Has(Roles.Operator, Roles.Supervisor, Roles.Auditor)) ways.Add(new("absence.title", SubstitutionEndpoints.Path, null));
        if (Menu.HasWorkers(user))
        {
            ways.Add(new("start.workers", "/lavoratori", null));
            ways.Add(new("start.waits", WaitState.Path, (await client.Waits.ListAsync(user, new(null, null, null, false), cancellation)).Value?.Lists.Sum(list => list.Cases)));
        }
        if (Menu.HasFiles(user)) ways.Add(new("start.files", "/elenchi", null));
        if (Menu.HasDefinitions(user)) ways.Add(new("start.definitions", "/definizioni", null));
        if (user.Has(Roles.Designer, Roles.Admin)) ways.AddRange([new("start.expression", "/espressioni", null), new("start.table", "/tabelle", null)]);
        return ways;
    }

    // What should be nothing: whoever looks after the program sees it before somebody calls.
    private static async Task<IReadOnlyList<StartWay>> WatchedAsync(ActingUser user, IOrchestratorClient client, CancellationToken cancellation)
    {
        var (timers, board) = (await client.Timers.BoardAsync(user, 0, 1, cancellation), await client.Operations.BoardAsync(user, cancellation));
        List<StartWay> ways = [];
        if (timers.Value is { } armed) ways.Add(new("start.timers", "/temporizzatori", armed.Overdue));
        if (board.Value?.Broker is { } broker) ways.Add(new("start.dead", "/funzionamento", broker.Queues.Sum(queue => queue.Dead)));
        return ways;
    }
}
