using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Ui.Endpoints;

/// <summary>The inbox: a list and, beside it, the open task.</summary>
internal static class InboxEndpoints
{
    private const int StoryEntriesMax = 200;

    // Each is counted when the pane is drawn.
    private const int SavedFiltersMax = 20;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/attivita", (string? fatto, HttpRequest request, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
            DrawAsync(client, visit, InboxState.Of(request.Query), null, fatto, StatusCodes.Status200OK, cancellation));

        endpoints.MapGet("/attivita/{key:long}", async (long key, string? vista, string? fatto, HttpRequest request, Visit visit, IOrchestratorClient client, CancellationToken cancellation) =>
        {
            var opened = await OpenAsync(client, visit, key, vista, cancellation);
            return opened.Refusal is { } refusal
                ? Show.Refusal(refusal)
                : await DrawAsync(client, visit, InboxState.Of(request.Query), opened.Value, fatto, StatusCodes.Status200OK, cancellation);
        });
    }

    /// <summary>The page with the list and the given task.</summary>
    public static async Task<IResult> DrawAsync(
        IOrchestratorClient client, Visit visit, InboxState state, TaskView? task, string? done, int status, CancellationToken cancellation)
    {
        var (shown, list) = await ListAsync(client, visit, state, cancellation);
        if (list.Refusal is { } refusal) return Show.Refusal(refusal);
        return Show.Page<InboxView>(new { State = shown, List = list.Value!, Task = task, Done = done, Saved = await SavedAsync(client, visit, cancellation) }, status);
    }

    // A filter that a later version of the definitions refuses is still listed, with nothing in it, so that it can be deleted.
    private static async Task<IReadOnlyList<(SavedInboxFilter Filter, int Count)>> SavedAsync(IOrchestratorClient client, Visit visit, CancellationToken cancellation)
    {
        var filters = (await client.Inbox.FiltersAsync(visit.Required, cancellation)).Value ?? [];
        var counted = new List<(SavedInboxFilter, int)>();
        foreach (var filter in filters.Take(SavedFiltersMax))
        {
            var query = InboxState.Of(new QueryCollection(QueryHelpers.ParseQuery(filter.Query))).Query;
            counted.Add((filter, (await client.Inbox.CountAsync(visit.Required, query, cancellation)).Value));
        }
        return counted;
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
                return task with { Folder = (await client.Folders.OpenAsync(visit.Required, key, cancellation)).Value };
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
