using System.Buffers.Binary;
using System.Security.Cryptography;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client;

/// <summary>Several tasks at once, giving tasks to others, drafts and saved filters.</summary>
internal sealed partial class Inbox
{
    public async Task<Outcome<TaskSummary>> AssignAsync(ActingUser user, TaskAction action, string assignee, CancellationToken cancellation)
    {
        if (WhyNotAct(user) is { } refused) return refused;
        if (await FindAsync(user, action.TaskKey, cancellation) is not { } row) return Missing(action.TaskKey);
        return await AssignAsync(user, row, action, assignee, cancellation);
    }

    public async Task<Outcome<ManyReport>> DoManyAsync(ActingUser user, ManyTasks action, CancellationToken cancellation)
    {
        if (WhyNotAct(user) is { } refused) return refused;
        if (action.Tasks.Count is 0 or > ManyTasks.CountMax)
            return new Refusal(RefusalKind.Invalid, "NoTasks", $"Expected 1 to {ManyTasks.CountMax} tasks, but found {action.Tasks.Count}.");
        if (action is { Verb: ManyVerb.Assign, Assignee: null }) return new Refusal(RefusalKind.Invalid, "NoAssignee", "Expected whom the tasks are given to.");
        var results = new List<ManyResult>(action.Tasks.Count);
        foreach (var shown in action.Tasks.DistinctBy(task => task.TaskKey))
        {
            var one = new TaskAction(RequestOf(action.Request, shown.TaskKey), shown.TaskKey, shown.Version);
            var row = await FindAsync(user, shown.TaskKey, cancellation);
            var outcome = row is null ? Missing(shown.TaskKey) : await DoAsync(user, row, one, action, cancellation);
            results.Add(new(shown.TaskKey, outcome.Value ?? (row is null ? null : await views.OfAsync(row, cancellation)), outcome.Refusal));
        }
        return new ManyReport(action.Verb, results);
    }

    public async Task<Outcome<bool>> CommentAsync(ActingUser user, Guid request, long taskKey, string text, CancellationToken cancellation)
    {
        if (WhyNotAct(user) is { } refused) return refused;
        if (await FindAsync(user, taskKey, cancellation) is not { } row) return Missing(taskKey);
        if (text.Trim().Length is 0 or > Limits.CommentCharsMax) return new Refusal(RefusalKind.Invalid, "CommentText", $"Expected a comment of 1 to {Limits.CommentCharsMax} characters.");
        var scope = row.State == TaskRowState.Created ? row.Key : ScopeKey.RootOf(row.Instance);
        var result = await instances.CommentAsync(request, user.Actor(), scope, text, cancellation);
        return result.Rejection switch
        {
            null => true,
            { Reason: RejectionReason.WrongState } => new Refusal(RefusalKind.Conflict, "CaseEnded", "Expected a running case, but it has ended."),
            var rejection => Refused.From(rejection),
        };
    }

    public async Task<Outcome<int>> CountAsync(ActingUser user, InboxQuery query, CancellationToken cancellation)
    {
        if (await filters.WhyNotAsync(query.Filter) is { } wrong) return wrong;
        if (!CaseRights.SeesTasks(user)) return 0;
        if (await WhyNotListAsync(user, query, cancellation) is { } other) return other;
        var lists = new InboxLists(tasks, cases, user, new(world, time.GetUtcNow()));
        return (await lists.ReadAsync(query with { Offset = 0, Limit = 0 }, await filters.DataNamesAsync(), cancellation)).Page.Total;
    }

    public async Task<Outcome<DateTimeOffset>> SaveDraftAsync(ActingUser user, long taskKey, string dataJson, CancellationToken cancellation)
    {
        if (WhyNotAct(user) is { } refused) return refused;
        return await FindAsync(user, taskKey, cancellation) is { } row ? await drafts.SaveAsync(user, row, dataJson, cancellation) : Missing(taskKey);
    }

    public async Task<Outcome<bool>> DiscardDraftAsync(ActingUser user, long taskKey, CancellationToken cancellation)
    {
        if (await FindAsync(user, taskKey, cancellation) is not { } row) return Missing(taskKey);
        await drafts.ForgetAsync(user, row.Key, cancellation);
        return true;
    }

    public async Task<Outcome<IReadOnlyList<SavedInboxFilter>>> FiltersAsync(ActingUser user, CancellationToken cancellation) =>
        Outcome.Of(CaseRights.SeesTasks(user) ? await shelf.OfAsync(user, cancellation) : []);

    public Task<Outcome<bool>> SaveFilterAsync(ActingUser user, Guid request, NewInboxFilter filter, CancellationToken cancellation) => CaseRights.SeesTasks(user)
        ? shelf.SaveAsync(user, request, filter, cancellation)
        : Task.FromResult<Outcome<bool>>(Refused.NotAllowed("Expected somebody who sees tasks."));

    public Task<Outcome<bool>> DeleteFilterAsync(ActingUser user, Guid id, CancellationToken cancellation) => shelf.DeleteAsync(user, id, cancellation);

    private async Task<Outcome<TaskSummary>> AssignAsync(ActingUser user, TaskRow row, TaskAction action, string assignee, CancellationToken cancellation)
    {
        if (await assignment.WhyNotAsync(user, row, assignee, cancellation) is { } refused) return refused;
        return await AnswerAsync(row.Key, await tasks.AssignAsync(action.Request, user.Actor(), row.Key, assignee, allowOverride: true, action.Version, cancellation), cancellation);
    }

    private Task<Outcome<TaskSummary>> DoAsync(ActingUser user, TaskRow row, TaskAction one, ManyTasks all, CancellationToken cancellation) => all.Verb switch
    {
        ManyVerb.Claim => ClaimAsync(user, one, cancellation),
        ManyVerb.Unclaim => UnclaimAsync(user, one, cancellation),
        ManyVerb.Assign => AssignAsync(user, row, one, all.Assignee!, cancellation),
        ManyVerb.TakeOver => TakeOverAsync(user, row, one, cancellation),
        ManyVerb.Complete => CompleteAsItStandsAsync(user, row, one, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(all), all.Verb, "Expected something that can be done with several tasks."),
    };

    // The form is sent with what the case knows already; its own rules say whether that is enough. A table is filled in by hand.
    private async Task<Outcome<TaskSummary>> CompleteAsItStandsAsync(ActingUser user, TaskRow row, TaskAction one, CancellationToken cancellation)
    {
        if (row.State == TaskRowState.Created && row.Assignee != user.UserName) return new Refusal(RefusalKind.NotAllowed, "CompleteNotYours", "Expected a task that you have taken over.");
        var sheet = await sheets.OfAsync(row, TaskViews.AllowedTo(user, row, false), cancellation);
        if (sheet.FormKind == TaskFormKind.Grid) return new Refusal(RefusalKind.Invalid, "CompleteTable", "Expected a task without a table: a table is filled in on its own page.");
        var data = sheet.FormKind == TaskFormKind.FormJs && FeelJson.TryRead(sheet.DataJson, out var value, out _) && value is FeelContext known ? known : FeelContext.Empty;
        return await CompleteAsync(user, row, one.Request, data, one.Version, cancellation);
    }

    // The same request for the same task gives the same key, so that sending the whole twice has one effect on each.
    private static Guid RequestOf(Guid request, long task)
    {
        Span<byte> text = stackalloc byte[24];
        request.TryWriteBytes(text, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(text[16..], task);
        return new Guid(SHA256.HashData(text).AsSpan(0, 16), bigEndian: true);
    }
}
