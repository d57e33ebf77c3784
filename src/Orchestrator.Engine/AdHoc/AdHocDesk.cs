using System.Collections.Immutable;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Engine.AdHoc;

/// <summary>What people choose in running ad-hoc sub-processes.</summary>
public sealed class AdHocDesk
{
    private readonly ProcessEngine _engine;
    private readonly DefinitionCatalog _definitions;
    private readonly StateReader _states;

    internal AdHocDesk(ProcessEngine engine, DefinitionCatalog definitions, StateReader states)
    {
        _engine = engine;
        _definitions = definitions;
        _states = states;
    }

    /// <summary>Begins elements of a running ad-hoc sub-process, all or none; see <see cref="Command.ActivateAdHoc"/>. The same request gives the same answer and one effect.</summary>
    public Task<SubmitResult> ActivateAsync(Guid request, Actor actor, ScopeKey adHoc, ImmutableArray<AdHocChoice> elements, bool cancelRemaining, CancellationToken cancellation) =>
        _engine.SubmitAsync(new Submission(request, adHoc.Instance, actor, new Command.ActivateAdHoc(adHoc, elements, cancelRemaining)) { MayRepeat = true }, cancellation);

    /// <summary>Where this person may choose something now; called processes are looked into too. Empty when the instance has ended or does not exist.</summary>
    public async Task<IReadOnlyList<OpenAdHoc>> OpenAsync(InstanceId instance, Actor actor)
    {
        if (await _states.FindAsync(instance).ConfigureAwait(false) is not { } state) return [];
        var open = new List<OpenAdHoc>();
        foreach (var element in state.Elements.Values)
            if (element is { AdHoc: { } adHoc, Status: ElementStatus.Active, InterruptedByEvent: false } && adHoc.MayChoose(actor) && await _definitions.FindAsync(element.Definition).ConfigureAwait(false) is { } process)
                open.Add(Describe(state, element, process));
        return open;
    }

    private static OpenAdHoc Describe(InstanceState state, ElementInstance adHoc, DeployedProcess process)
    {
        var paths = state.Elements.Values.Where(element => element.Parent == adHoc.Key && element.Type == ElementType.AdHocSubProcessInnerInstance).Select(path => path.Key).ToHashSet();
        var elements = process.Graph.ActivatableIn(adHoc.Element).Select(node => new ActivatableElement(
            node.Id, node.Name ?? node.Id.Value, state.Elements.Values.Count(element => element.Element == node.Id && element.Parent is { } parent && paths.Contains(parent))));
        return new(adHoc.Key, adHoc.Element, process.Graph[adHoc.Element].Name ?? adHoc.Element.Value, [.. elements]);
    }
}
