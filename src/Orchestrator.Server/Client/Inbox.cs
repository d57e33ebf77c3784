using Orchestrator.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;
using Orchestrator.Server.Client.Absences;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client;

/// <summary>Human tasks for the pages.</summary>
internal sealed partial class Inbox(
    HumanTaskDesk tasks, TaskViews views, TaskSheets sheets, CaseRights rights, TaskCompletion completion, WhoWasFaster faster, InboxFilters filters, InboxFilterShelf shelf,
    TaskAssignment assignment, TaskDrafts drafts, AbsentToday absent, InstanceDesk instances, CaseDesk cases, CaseNames names, FeelWorld world, TimeProvider time) : IInbox
{
    private const int LimitMax = 200;

    public async Task<Outcome<InboxPage>> ListAsync(ActingUser user, InboxQuery query, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(query.Offset, query.Limit, LimitMax) is { } refused) return refused;
        if (await filters.WhyNotAsync(query.Filter) is { } wrong) return wrong;
        if (!CaseRights.SeesTasks(user)) return new InboxPage([], 0, new(0, 0, 0, 0));
        if (await WhyNotListAsync(user, query, cancellation) is { } other) return other;
        var lists = new InboxLists(tasks, cases, user, new(world, time.GetUtcNow()));
        var (page, found) = await lists.ReadAsync(query, await filters.DataNamesAsync(), cancellation);
        var persons = query.Tab is InboxTab.All or InboxTab.Overdue ? lists.TabOf(query.Tab) : null;
        return new InboxPage(await views.OfAsync(page.Items, cancellation), page.Total, await lists.CountsAsync(cancellation))
        {
            Choices = await filters.OfAsync(user, query.Filter, persons, cancellation) with { Colleagues = await assignment.ColleaguesOfAsync(user, query.Filter.Assignee, cancellation) },
            Sections = await NamedAsync(query.Grouping, await lists.SectionsAsync(query.Grouping, found, cancellation), cancellation),
            StandsInFor = await StandsInForAsync(user, lists, cancellation),
        };
    }

    private async Task<IReadOnlyList<InboxSection>> NamedAsync(InboxGrouping grouping, IReadOnlyList<InboxSection> sections, CancellationToken cancellation)
    {
        if (grouping == InboxGrouping.Person) await names.LearnAsync(sections.Select(section => section.Key), cancellation);
        var named = new List<InboxSection>(sections.Count);
        foreach (var section in sections)
        {
            named.Add(section with
            {
                Label = grouping switch
                {
                    InboxGrouping.Process => await names.ProcessAsync(section.Key),
                    InboxGrouping.Person when section.Key.Length > 0 => await names.PersonAsync(section.Key, cancellation) ?? section.Key,
                    _ => null,
                },
            });
        }
        return named;
    }

    public async Task<Outcome<TaskDetail>> OpenAsync(ActingUser user, long taskKey, CancellationToken cancellation)
    {
        if (await FindAsync(user, taskKey, cancellation) is not { } row) return Missing(taskKey);
        var allowed = TaskViews.AllowedTo(user, row, await rights.MayOpenAsync(user, row.Instance, cancellation)) with { TakeOver = await MayTakeOverAsync(user, row, cancellation) };
        var sheet = await sheets.OfAsync(row, allowed, cancellation);
        var draft = await drafts.OfAsync(user, row.Key, cancellation);
        return sheet with { Candidates = await assignment.OfferAsync(user, row, cancellation), DraftJson = draft?.Json, DraftAt = draft?.SavedAt };
    }

    public Task<Outcome<TaskSummary>> ClaimAsync(ActingUser user, TaskAction action, CancellationToken cancellation) =>
        ActAsync(user, action, (actor, key) => tasks.ClaimAsync(action.Request, actor, key, action.Version, cancellation), cancellation);

    public Task<Outcome<TaskSummary>> UnclaimAsync(ActingUser user, TaskAction action, CancellationToken cancellation) =>
        ActAsync(user, action, (actor, key) => tasks.UnclaimAsync(action.Request, actor, key, action.Version, cancellation), cancellation);

    public async Task<Outcome<TaskSummary>> CompleteAsync(ActingUser user, TaskAction action, string dataJson, CancellationToken cancellation)
    {
        if (!FeelJson.TryRead(dataJson, out var value, out _) || value is not FeelContext data)
            return new Refusal(RefusalKind.Invalid, "Invalid", "Expected the form's data as a JSON object.");
        if (WhyNotAct(user) is { } refused) return refused;
        if (await FindAsync(user, action.TaskKey, cancellation) is not { } row) return Missing(action.TaskKey);
        return await CompleteAsync(user, row, action.Request, data, action.Version, cancellation);
    }

    private async Task<Outcome<TaskSummary>> CompleteAsync(ActingUser user, TaskRow row, Guid request, FeelContext data, long version, CancellationToken cancellation)
    {
        var completed = await completion.OfAsync(user, row, request, data, version, cancellation);
        if (completed.Result is not { } result) return completed.Refusal!;
        if (completed.Errors.Count > 0) return Refused.From(completed.Errors);
        // What was typed has been sent; when somebody else was faster it is kept.
        if (result.Rejection is null) await drafts.ForgetAsync(user, row.Key, cancellation);
        return await AnswerAsync(row.Key, result, cancellation);
    }

    private async Task<Outcome<TaskSummary>> ActAsync(
        ActingUser user, TaskAction action, Func<Actor, ScopeKey, Task<SubmitResult>> act, CancellationToken cancellation)
    {
        if (WhyNotAct(user) is { } refused) return refused;
        if (await FindAsync(user, action.TaskKey, cancellation) is not { } row) return Missing(action.TaskKey);
        return await AnswerAsync(row.Key, await act(user.Actor(), row.Key), cancellation);
    }

    private async Task<Outcome<TaskSummary>> AnswerAsync(ScopeKey key, SubmitResult result, CancellationToken cancellation)
    {
        var row = (await tasks.FindAsync(key, cancellation))!;
        return result.Rejection is { } rejection ? await faster.ExplainAsync(rejection, row, cancellation) : await views.OfAsync(row, cancellation);
    }

    // A task that the user may not see is not there.
    private async Task<TaskRow?> FindAsync(ActingUser user, long taskKey, CancellationToken cancellation)
    {
        if (taskKey <= 0 || !CaseRights.SeesTasks(user)) return null;
        var page = await tasks.SearchAsync(new() { Key = new(taskKey), VisibleTo = CaseRights.TasksOf(user), Page = new(0, 1) }, cancellation);
        return page.Items is [var row] ? row : null;
    }

    private static Refusal? WhyNotAct(ActingUser user) => user.Has(Roles.Operator, Roles.Supervisor)
        ? null
        : Refused.NotAllowed("Expected an operator or a supervisor: other accounts do not act on tasks.");

    private static Refusal Missing(long task) => new(RefusalKind.NotFound, "TaskNotFound", $"Expected a task {task}, but there is none that you may see.");
}
