using System.Text.Json;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>What people typed and have not sent: one for each task and person, for who has the task. Gone with the completion, kept when somebody else was faster.</summary>
internal sealed class TaskDrafts(IDeskStore desk, TimeProvider time)
{
    // Larger than any form that is typed; a pasted file is no draft.
    private const int CharsMax = 200_000;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    public async Task<Outcome<DateTimeOffset>> SaveAsync(ActingUser user, TaskRow row, string dataJson, CancellationToken cancellation)
    {
        if (dataJson.Length > CharsMax || !FeelJson.TryRead(dataJson, out var value, out _) || value is not FeelContext)
            return new Refusal(RefusalKind.Invalid, "Invalid", $"Expected a draft as a JSON object of at most {CharsMax} characters.");
        if (row.State != TaskRowState.Created || row.Assignee != user.UserName)
            return new Refusal(RefusalKind.Conflict, "DraftNotYours", "Expected an open task of yours: a draft is kept for who has the task.");
        var now = time.GetUtcNow();
        return await desk.SaveDraftAsync(row.Key, user.UserName, dataJson, now, cancellation)
            ? now
            : new Refusal(RefusalKind.NotFound, "TaskNotFound", "Expected a task that can still be written to, but there is none.");
    }

    public Task<Draft?> OfAsync(ActingUser user, ScopeKey task, CancellationToken cancellation) => desk.DraftAsync(task, user.UserName, cancellation);

    /// <summary>The draft of a table; null also when what is kept is no table.</summary>
    public async Task<GridDraft?> TableOfAsync(ActingUser user, ScopeKey task, CancellationToken cancellation) =>
        await OfAsync(user, task, cancellation) is { } draft && RowsOf(draft.Json) is { } rows ? new(rows, draft.SavedAt) : null;

    public Task ForgetAsync(ActingUser user, ScopeKey task, CancellationToken cancellation) => desk.DeleteDraftAsync(task, user.UserName, cancellation);

    private static List<GridEntry>? RowsOf(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<TypedTable>(json, s_json)?.Rows is { } rows && rows.TrueForAll(row => row is { Case: not null })
                ? [.. rows.Select(row => new GridEntry(row!.Case!, row.Values ?? []))]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record TypedTable(List<TypedRow?>? Rows);

    private sealed record TypedRow(string? Case, Dictionary<string, string>? Values);
}
