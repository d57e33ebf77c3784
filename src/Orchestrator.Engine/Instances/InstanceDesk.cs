using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Forms;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Instances;

/// <summary>Starting, ending and changing instances. Every request key is the caller's: the same key gives the same answer and one effect.</summary>
public sealed class InstanceDesk
{
    private readonly ProcessEngine _engine;
    private readonly DefinitionCatalog _definitions;
    private readonly StateReader _states;
    private readonly TimeProvider _time;

    internal InstanceDesk(ProcessEngine engine, DefinitionCatalog definitions, StateReader states, TimeProvider time)
    {
        _time = time;
        _engine = engine;
        _definitions = definitions;
        _states = states;
    }

    /// <summary>Starts the latest version of a process by its none start event. <see cref="Acceptance.Instance"/> is the new instance, or the one that the same request made before.</summary>
    public async Task<SubmitResult> StartAsync(Guid request, Actor actor, string processId, string? businessKey, FeelContext variables, CancellationToken cancellation)
    {
        var process = await _definitions.LatestAsync(processId).ConfigureAwait(false);
        return process is null
            ? SubmitResult.Refused(RejectionReason.NotFound, $"Expected a deployed process '{processId}', but there is none.")
            : await StartAsync(request, actor, process.Key, businessKey, variables, cancellation).ConfigureAwait(false);
    }

    /// <summary>Starts one version of a process by its none start event.</summary>
    public async Task<SubmitResult> StartAsync(Guid request, Actor actor, DefinitionKey definition, string? businessKey, FeelContext variables, CancellationToken cancellation)
    {
        if (businessKey is { Length: 0 or > EngineLimits.BusinessKeyLengthMax })
            return SubmitResult.Refused(RejectionReason.Invalid, $"Expected a business key of 1 to {EngineLimits.BusinessKeyLengthMax} characters, but found {businessKey.Length}.");
        if (await _definitions.FindAsync(definition).ConfigureAwait(false) is null)
            return SubmitResult.Refused(RejectionReason.NotFound, $"Expected a deployed definition {definition}, but there is none.");
        var instance = await _engine.NewInstanceIdAsync(cancellation).ConfigureAwait(false);
        var command = new Command.StartInstance(definition, businessKey, variables, null, null);
        return await _engine.SubmitAsync(new Submission(request, instance, actor, command) { MayRepeat = true }, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// As <see cref="StartAsync(Guid, Actor, DefinitionKey, string?, FeelContext, CancellationToken)"/>, with data that a person filled into the form of the start event:
    /// data that break one of its rules are refused, and <see cref="SubmitResult.FormErrors"/> says field by field why. Without a form the data are taken as they are.
    /// </summary>
    public async Task<SubmitResult> StartWithFormAsync(
        Guid request, Actor actor, DefinitionKey definition, string? businessKey, FeelContext data, CancellationToken cancellation, FormMessages? messages = null)
    {
        var process = await _definitions.FindAsync(definition).ConfigureAwait(false);
        var start = process?.Graph.StartEventsIn(null).FirstOrDefault(one => one.Definition is null);
        if (start?.Form is not { } reference) return await StartAsync(request, actor, definition, businessKey, data, cancellation).ConfigureAwait(false);
        if (_definitions.Form(definition, reference.Id, reference.Binding) is not { } form)
            return SubmitResult.Refused(RejectionReason.WrongState, $"Expected the form '{reference.Id}' of start event '{start.Id}' to be deployed, but it is not: deploy it, then start the process.");
        var world = _definitions.World;
        var result = form.Validate(data, FeelContext.Empty, new FeelEnvironment(_time.GetUtcNow(), world.Zone, world.Zones, world.Calendars), messages);
        if (result.IsValid) return await StartAsync(request, actor, definition, businessKey, result.Accepted, cancellation).ConfigureAwait(false);
        return SubmitResult.Refused(RejectionReason.Invalid, $"Expected data that fit the form '{reference.Id}', but {result.Errors.Length} field(s) do not.") with { FormErrors = result.Errors };
    }

    public Task<SubmitResult> CancelAsync(Guid request, Actor actor, ScopeKey process, string reason, CancellationToken cancellation) =>
        SubmitAsync(request, actor, process.Instance, new Command.CancelInstance(process, reason), null, cancellation);

    public Task<SubmitResult> SetVariablesAsync(Guid request, Actor actor, ScopeKey scope, FeelContext variables, bool local, CancellationToken cancellation) =>
        SubmitAsync(request, actor, scope.Instance, new Command.SetVariables(scope, variables, local), null, cancellation);

    /// <summary>Corrects facts, with a reason; see <see cref="Command.CorrectVariables"/>.</summary>
    /// <param name="expectedVersion">The version that the person saw; refused with WrongState when the instance has moved since. Null: whatever it is.</param>
    public Task<SubmitResult> CorrectAsync(Guid request, Actor actor, ScopeKey scope, FeelContext variables, string reason, long? expectedVersion, CancellationToken cancellation) =>
        SubmitAsync(request, actor, scope.Instance, new Command.CorrectVariables(scope, variables, reason), expectedVersion, cancellation);

    /// <summary>Leaves a note in the history of the instance, about one of its scopes.</summary>
    public Task<SubmitResult> CommentAsync(Guid request, Actor actor, ScopeKey scope, string text, CancellationToken cancellation) =>
        SubmitAsync(request, actor, scope.Instance, new Command.AddComment(scope, text), null, cancellation);

    /// <summary>The state as it stands, or null when there is no such instance.</summary>
    public Task<InstanceState?> StateAsync(InstanceId instance) => _states.FindAsync(instance);

    private Task<SubmitResult> SubmitAsync(Guid request, Actor actor, InstanceId instance, Command command, long? expectedVersion, CancellationToken cancellation) =>
        _engine.SubmitAsync(new Submission(request, instance, actor, command)
        {
            MayRepeat = true,
            Precondition = expectedVersion is { } expected ? state => WhyStale(state, expected) : null,
        }, cancellation);

    private static Rejection? WhyStale(InstanceState? state, long expected) => state is null || state.Version == expected
        ? null
        : new Rejection(RejectionReason.WrongState, $"Expected the instance at version {expected}, but somebody else was faster: it is at {state.Version}.");
}
