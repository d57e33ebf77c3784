using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>The inbox: a list and, beside it, the open task.</summary>
internal static class InboxEndpoints
{
    private const int StoryEntriesMax = 200;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/attivita", (string? scheda, string? cerca, int? pagina, string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawAsync(client, visit, InboxState.Of(scheda, cerca, pagina), null, fatto, StatusCodes.Status200OK, cancellation));

        endpoints.MapGet("/attivita/{key:long}", async (long key, string? scheda, string? cerca, int? pagina, string? vista, string? fatto, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        {
            var opened = await OpenAsync(client, visit, key, vista, cancellation);
            return opened.Refusal is { } refusal
                ? Show.Refusal(refusal)
                : await DrawAsync(client, visit, InboxState.Of(scheda, cerca, pagina), opened.Value, fatto, StatusCodes.Status200OK, cancellation);
        });
    }

    /// <summary>The page with the list and the given task.</summary>
    public static async Task<IResult> DrawAsync(
        IOrchestratorClient client, Visit visit, InboxState state, TaskView? task, string? done, int status, CancellationToken cancellation)
    {
        var (shown, list) = await ListAsync(client, visit, state, cancellation);
        return list.Match(
            page => Show.Page<InboxView>(new { State = shown, List = page, Task = task, Done = done }, status),
            Show.Refusal);
    }

    /// <summary>A task with what the view needs.</summary>
    public static async Task<Outcome<TaskView>> OpenAsync(
        IOrchestratorClient client, Visit visit, long key, string? view, CancellationToken cancellation)
    {
        var opened = await client.Inbox.OpenAsync(visit.Required, key, cancellation);
        if (opened.Value is not { } detail)
            return opened.Refusal!;

        var task = new TaskView(detail, detail.Allowed.OpenCase && view is TaskView.Diagram or TaskView.Story ? view : TaskView.Form);
        var instance = detail.Summary.Case.InstanceKey;
        switch (task.View)
        {
            case TaskView.Diagram:
                var drawing = await client.Cases.DrawAsync(visit.Required, instance, detail.Summary.Case.ProcessId, cancellation);
                return task with { Drawing = drawing.Value, Refusal = drawing.Refusal };
            case TaskView.Story:
                var told = await client.Cases.OpenAsync(visit.Required, instance, cancellation);
                var from = Math.Max(1, (told.Value?.LastPosition ?? 1) - StoryEntriesMax + 1);
                var story = await client.Cases.StoryAsync(visit.Required, instance, from, StoryEntriesMax, cancellation);
                return task with { Entries = story.Value ?? [], Refusal = told.Refusal ?? story.Refusal };
            default:
                return task;
        }
    }

    // Without a chosen tab the user's own tasks are shown; who has none sees those of the groups.
    private static async Task<(InboxState State, Outcome<InboxPage> List)> ListAsync(
        IOrchestratorClient client, Visit visit, InboxState state, CancellationToken cancellation)
    {
        var list = await client.Inbox.ListAsync(visit.Required, state.Query, cancellation);
        if (state.Tab is not null || list.Value is not { Counts: { Mine: 0, Groups: > 0 } })
            return (state.Tab is null ? state with { Tab = InboxTab.Mine } : state, list);

        var groups = state with { Tab = InboxTab.Groups };
        return (groups, await client.Inbox.ListAsync(visit.Required, groups.Query, cancellation));
    }
}
