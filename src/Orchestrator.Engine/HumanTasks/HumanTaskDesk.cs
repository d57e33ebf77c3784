using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Forms;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.HumanTasks;

/// <summary>
/// Human tasks. Who may do what is decided by the interpreter from the actor's name and groups; forms are validated here, on every door;
/// a version makes sure that nobody acts on a page that has become stale.
/// </summary>
public sealed class HumanTaskDesk
{
    private readonly ProcessEngine _engine;
    private readonly IQueries _queries;
    private readonly DefinitionCatalog _definitions;
    private readonly StateReader _states;
    private readonly TimeProvider _time;

    internal HumanTaskDesk(ProcessEngine engine, IQueries queries, DefinitionCatalog definitions, StateReader states, TimeProvider time)
    {
        _engine = engine;
        _queries = queries;
        _definitions = definitions;
        _states = states;
        _time = time;
    }

    public Task<Page<TaskRow>> SearchAsync(TaskQuery query, CancellationToken cancellation) => _queries.TasksAsync(query, cancellation);

    /// <summary>How many tasks match, for each value of a column.</summary>
    public Task<IReadOnlyList<TaskCount>> CountAsync(TaskQuery query, TaskFacet facet, CancellationToken cancellation) => _queries.TaskCountsAsync(query, facet, cancellation);

    public Task<TaskRow?> FindAsync(ScopeKey task, CancellationToken cancellation) => _queries.TaskAsync(task, cancellation);

    /// <summary>A task with what its page needs: variables that its element sees (none when it has ended) and its form. Null when there is none.</summary>
    public async Task<OpenTask?> OpenAsync(ScopeKey task, CancellationToken cancellation)
    {
        if (await _queries.TaskAsync(task, cancellation).ConfigureAwait(false) is not { } row) return null;
        await _definitions.FindAsync(row.Definition).ConfigureAwait(false);
        var state = await _states.FindAsync(task.Instance).ConfigureAwait(false);
        var variables = state is not null && state.Elements.ContainsKey(task) ? VisibleVariables.Of(state, task) : FeelContext.Empty;
        var form = row.FormId is null ? null : _definitions.FormResource(row.Definition, row.FormId, BindingOf(row));
        return new OpenTask(row, variables, form?.Content, state?.Version ?? 0);
    }

    /// <param name="request">Idempotency key.</param>
    /// <param name="actor">Who claims.</param>
    /// <param name="task">The task.</param>
    /// <param name="version">The task's version that the person saw, or null. Refused with WrongState when somebody else was faster.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task<SubmitResult> ClaimAsync(Guid request, Actor actor, ScopeKey task, long? version, CancellationToken cancellation) =>
        SubmitAsync(request, actor, task, version, new Command.ClaimUserTask(task), cancellation);

    public Task<SubmitResult> UnclaimAsync(Guid request, Actor actor, ScopeKey task, long? version, CancellationToken cancellation) =>
        SubmitAsync(request, actor, task, version, new Command.UnclaimUserTask(task), cancellation);

    public Task<SubmitResult> AssignAsync(Guid request, Actor actor, ScopeKey task, string assignee, bool allowOverride, long? version, CancellationToken cancellation) =>
        SubmitAsync(request, actor, task, version, new Command.AssignUserTask(task, assignee, allowOverride), cancellation);

    /// <summary>Takes over what an absent colleague has, as one of the task's candidates. Whoever calls has made sure that the actor stands in for them.</summary>
    public Task<SubmitResult> TakeOverAsync(Guid request, Actor actor, ScopeKey task, string absent, long? version, CancellationToken cancellation) =>
        SubmitAsync(request, actor, task, version, new Command.TakeOverUserTask(task, absent), cancellation);

    /// <summary>
    /// Completes a task with the data of its form. Data that break a rule of the form are refused as a whole, and <see cref="SubmitResult.FormErrors"/> says field by field why.
    /// What is written is what the form accepts: hidden fields are left out, computed ones computed here. Without a form the data are written as they are.
    /// </summary>
    /// <param name="messages">The language of the form's messages; Italian when null.</param>
    public async Task<SubmitResult> CompleteAsync(
        Guid request, Actor actor, ScopeKey task, FeelContext data, long? version, CancellationToken cancellation, FormMessages? messages = null)
    {
        var row = await _queries.TaskAsync(task, cancellation).ConfigureAwait(false);
        var needsForm = row is { State: TaskRowState.Created, FormId: not null };
        var form = needsForm ? await ValidateAsync(row!, data, messages).ConfigureAwait(false) : null;
        var invalid = form switch
        {
            { IsValid: false } => new Rejection(RejectionReason.Invalid, $"Expected data that fit the form '{row!.FormId}', but {form.Errors.Length} field(s) do not."),
            null when needsForm => new Rejection(RejectionReason.WrongState, $"Expected the form '{row!.FormId}' of task {task} to be deployed, but it is not: deploy it, then complete the task."),
            _ => null,
        };
        var command = new Command.CompleteUserTask(task, form?.Accepted ?? data);
        var result = await SubmitAsync(request, actor, task, row, version, invalid, command, cancellation).ConfigureAwait(false);
        return form is not null && ReferenceEquals(result.Rejection, invalid) && invalid is not null ? result with { FormErrors = form.Errors } : result;
    }

    private async Task<SubmitResult> SubmitAsync(Guid request, Actor actor, ScopeKey task, long? version, Command command, CancellationToken cancellation)
    {
        var row = version is null ? null : await _queries.TaskAsync(task, cancellation).ConfigureAwait(false);
        return await SubmitAsync(request, actor, task, row, version, null, command, cancellation).ConfigureAwait(false);
    }

    // Refusals go through the lane too: there a repeated request gets its first answer, even when the task has changed since.
    private Task<SubmitResult> SubmitAsync(Guid request, Actor actor, ScopeKey task, TaskRow? row, long? version, Rejection? invalid, Command command, CancellationToken cancellation) =>
        _engine.SubmitAsync(new Submission(request, task.Instance, actor, command)
        {
            MayRepeat = true,
            Precondition = state => (version is { } seen && row is not null ? WhyStale(row, seen, state) : null) ?? invalid,
        }, cancellation);

    private static Rejection? WhyStale(TaskRow row, long seen, InstanceState? state)
    {
        var task = state?.Elements.GetValueOrDefault(row.Key)?.UserTask;
        if (row.Version == seen && (task is null || row.State != TaskRowState.Created || task.Assignee == row.Assignee)) return null;
        var now = row.State switch
        {
            TaskRowState.Completed => "it is completed",
            TaskRowState.Cancelled => "it is cancelled",
            _ => (task?.Assignee ?? row.Assignee) is { } assignee ? $"it is assigned to {assignee}" : "it is assigned to nobody",
        };
        return new Rejection(RejectionReason.WrongState, $"Expected task {row.Key} as it was shown, but somebody else was faster: {now}.");
    }

    private async Task<FormResult?> ValidateAsync(TaskRow row, FeelContext data, FormMessages? messages)
    {
        await _definitions.FindAsync(row.Definition).ConfigureAwait(false);
        if (_definitions.Form(row.Definition, row.FormId!, BindingOf(row)) is not { } form) return null;
        var state = await _states.FindAsync(row.Instance).ConfigureAwait(false);
        var seen = state is null ? FeelContext.Empty : VisibleVariables.Of(state, row.Key);
        var world = _definitions.World;
        return form.Validate(data, seen, new FeelEnvironment(_time.GetUtcNow(), world.Zone, world.Zones, world.Calendars), messages);
    }

    private Binding BindingOf(TaskRow row) =>
        _definitions.View.Contains(row.Definition) && _definitions.View.Get(row.Definition).Graph.Find(new ElementId(row.Element)) is UserTaskNode node
            ? node.FormBinding
            : Binding.Deployment;
}

/// <summary>A task as a page shows it. <see cref="FormSchema"/> is the form's JSON, or null.</summary>
public sealed record OpenTask(TaskRow Row, FeelContext Variables, string? FormSchema, long InstanceVersion);
