using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>Makes the flow nodes of a graph from the drafts, reading their values. A node is null when it is not executed; with any error no graph is made of the others.</summary>
internal sealed class NodeBuilder(Report report, Values values, ExtensionReader extensions, EventReader events)
{
    private readonly TaskReader _tasks = new(report, values, extensions, events);
    private readonly MultiInstanceReader _multiInstance = new(report, values);

    public FlowNode? Build(NodeDraft draft)
    {
        extensions.WarnOfOthers(draft.Element);
        if (draft.Definition is not null && draft.Definition.Parent == draft.Element) extensions.WarnOfOthers(draft.Definition);
        // Built whole even when a part was reported, so that every part of the file is looked at.
        var node = Kind(draft);
        var flows = draft.Outgoing.ToDictionary(flow => flow, Flow);
        if (node is null) return null;
        return node with
        {
            Name = draft.Element.Attribute("name")?.Value is { Length: > 0 } name ? name : null,
            Parent = draft.Scope.Node?.Id,
            Lane = draft.Lane?.Name ?? draft.Lane?.Group,
            Incoming = [.. draft.Incoming.Select(Bound)],
            Outgoing = [.. draft.Outgoing.Select(flow => flows[flow])],
        };
    }

    private readonly Dictionary<FlowDraft, SequenceFlow> _flows = [];

    // A flow stands at both its ends; its condition is read once.
    private SequenceFlow Bound(FlowDraft draft) => Flow(draft);

    private SequenceFlow Flow(FlowDraft draft)
    {
        if (_flows.TryGetValue(draft, out var known)) return known;
        var condition = draft.Condition is { } text && !draft.IsDefault ? values.Expression(text, $"the condition of '{draft.Id}'", draft.Element) : null;
        var name = draft.Element.Attribute("name")?.Value is { Length: > 0 } given ? given : null;
        return _flows[draft] = new SequenceFlow(draft.Id, name, draft.Source.Id, draft.Target.Id, condition);
    }

    private FlowNode? Kind(NodeDraft draft) => draft.Kind switch
    {
        NodeKind.StartEvent => Start(draft),
        NodeKind.EndEvent => End(draft),
        NodeKind.CatchEvent => Catch(draft),
        NodeKind.ThrowEvent => Throw(draft),
        NodeKind.BoundaryEvent => Boundary(draft),
        NodeKind.ExclusiveGateway => new ExclusiveGatewayNode(draft.Id, DefaultFlow(draft)),
        NodeKind.ParallelGateway => new ParallelGatewayNode(draft.Id),
        NodeKind.EventBasedGateway => EventGateway(draft),
        NodeKind.Refused => null,
        _ => Activity(draft),
    };

    private ActivityNode? Activity(NodeDraft draft)
    {
        _tasks.RefuseUnexecuted(draft);
        var inputs = extensions.Inputs(draft.Element);
        var outputs = extensions.Outputs(draft.Element);
        var multiInstance = _multiInstance.Read(draft.Element);
        if (_tasks.Read(draft) is not { } activity) return null;
        return activity with
        {
            Inputs = inputs,
            Outputs = outputs,
            MultiInstance = multiInstance,
            DefaultFlow = DefaultFlow(draft),
            BoundaryEvents = [.. draft.Boundaries.Select(boundary => boundary.Id)],
        };
    }

    private StartEventNode Start(NodeDraft draft)
    {
        if (draft.Kind == NodeKind.StartEvent) values.Boolean(draft.Element, "isInterrupting", true);
        RefuseParallelMultiple(draft);
        var form = draft.Element.Extension(Namespaces.Zeebe, "formDefinition");
        return new StartEventNode(draft.Id, events.Caught(draft), draft.Interrupting)
        {
            Outputs = extensions.Outputs(draft.Element),
            Form = form is null ? null : _tasks.Form(form),
            StarterGroups = Groups(draft.Element.Extension(Namespaces.Orch, "starters")),
        };
    }

    private ImmutableArray<string> Groups(SourceElement? starters)
    {
        if (starters is null) return [];
        return values.RequiredFixed(starters, "groups") is { } groups
            ? [.. groups.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
            : [];
    }

    private EndEventNode End(NodeDraft draft)
    {
        var (definition, job) = draft.Trigger switch
        {
            TriggerKind.Message => ThrownMessage(draft),
            TriggerKind.Error => (events.ThrownError(draft), null),
            TriggerKind.Terminate => (new EventDefinition.Terminate(), null),
            _ => ((EventDefinition?)null, (JobDefinition?)null),
        };
        return new EndEventNode(draft.Id, definition) { Job = job, Inputs = extensions.Inputs(draft.Element), Outputs = extensions.Outputs(draft.Element) };
    }

    private IntermediateThrowEventNode Throw(NodeDraft draft)
    {
        var (definition, job) = draft.Trigger == TriggerKind.Message ? ThrownMessage(draft) : (null, null);
        return new IntermediateThrowEventNode(draft.Id, definition) { Job = job, Inputs = extensions.Inputs(draft.Element), Outputs = extensions.Outputs(draft.Element) };
    }

    private (EventDefinition? Definition, JobDefinition? Job) ThrownMessage(NodeDraft draft) => _tasks.Thrown(draft, draft.Definition!);

    private IntermediateCatchEventNode? Catch(NodeDraft draft)
    {
        RefuseParallelMultiple(draft);
        return events.Caught(draft) is { } definition
            ? new IntermediateCatchEventNode(draft.Id, definition) { Outputs = extensions.Outputs(draft.Element) }
            : null;
    }

    private BoundaryEventNode? Boundary(NodeDraft draft)
    {
        values.Boolean(draft.Element, "cancelActivity", true);
        RefuseParallelMultiple(draft);
        return events.Caught(draft) is { } definition && draft.Host is { } host
            ? new BoundaryEventNode(draft.Id, host.Id, definition, draft.Interrupting) { Outputs = extensions.Outputs(draft.Element) }
            : null;
    }

    private EventBasedGatewayNode EventGateway(NodeDraft draft)
    {
        _tasks.RefuseAttribute(draft.Element, "instantiate", "true", "Begin the process with message start events.");
        _tasks.RefuseAttribute(draft.Element, "eventGatewayType", "Parallel", "Wait for the events one after the other, or in parallel paths.");
        return new EventBasedGatewayNode(draft.Id);
    }

    private void RefuseParallelMultiple(NodeDraft draft) =>
        _tasks.RefuseAttribute(draft.Element, "parallelMultiple", "true", "Draw one event for each trigger, in parallel paths.");

    private static ElementId? DefaultFlow(NodeDraft draft) =>
        draft.Outgoing.Find(flow => flow.IsDefault)?.Id;
}
