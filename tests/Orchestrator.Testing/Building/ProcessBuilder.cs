using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Testing.Building;

/// <summary>
/// Builds process graphs for tests, without XML. A node is added, then its flows: <c>.UserTask("review").To("gate")</c>.
/// A flow is called <c>source-target</c> unless it gets another id. Expressions are FEEL, with a leading <c>=</c> where fixed text is possible too.
/// </summary>
public sealed class ProcessBuilder(string processId, ElementId? scope = null)
{
    private readonly List<FlowNode> _nodes = [];
    private readonly List<SequenceFlow> _flows = [];
    private string? _lane;

    /// <summary>Nodes that follow stand in this lane.</summary>
    public ProcessBuilder Lane(string? lane)
    {
        _lane = lane;
        return this;
    }

    public ProcessBuilder Add(FlowNode node)
    {
        _nodes.Add(node with { Parent = scope, Lane = node.Lane ?? _lane, Name = node.Name ?? node.Id.Value });
        return this;
    }

    /// <summary>A flow from the node added last.</summary>
    public ProcessBuilder To(string target, string? when = null, string? id = null)
    {
        var source = _nodes[^1].Id;
        return Flow(source.Value, target, when, id);
    }

    public ProcessBuilder Flow(string source, string target, string? when = null, string? id = null)
    {
        _flows.Add(new(new(id ?? $"{source}-{target}"), null, new(source), new(target), when is null ? null : Expression(when)));
        return this;
    }

    public ProcessBuilder Start(string id = "start", EventDefinition? definition = null, bool interrupting = true) => Add(new StartEventNode(new(id), definition, interrupting));

    public ProcessBuilder End(string id = "end", EventDefinition? definition = null) => Add(new EndEventNode(new(id), definition));

    public ProcessBuilder UserTask(string id, Func<UserTaskNode, UserTaskNode>? with = null) => Add(Shape(new UserTaskNode(new(id)), with));

    public ProcessBuilder ServiceTask(string id, Func<ServiceTaskNode, ServiceTaskNode>? with = null) => Add(Shape(new ServiceTaskNode(new(id), Job(id)), with));

    public ProcessBuilder SendTask(string id, EventDefinition.Publish? publish = null) => Add(new SendTaskNode(new(id), publish is null ? Job(id) : null, publish));

    public ProcessBuilder ReceiveTask(string id, EventDefinition.Message message, Func<ReceiveTaskNode, ReceiveTaskNode>? with = null) => Add(Shape(new ReceiveTaskNode(new(id), message), with));

    public ProcessBuilder ScriptTask(string id, string script, string? result, Func<ScriptTaskNode, ScriptTaskNode>? with = null) =>
        Add(Shape(new ScriptTaskNode(new(id), Expression(script), result, null), with));

    public ProcessBuilder BusinessRuleTask(string id, string decision, string result, Func<BusinessRuleTaskNode, BusinessRuleTaskNode>? with = null) =>
        Add(Shape(new BusinessRuleTaskNode(new(id), new CalledDecision(Value(decision), Binding.Deployment, null, result), null), with));

    public ProcessBuilder Exclusive(string id, string? defaultFlow = null) => Add(new ExclusiveGatewayNode(new(id), defaultFlow is null ? null : new ElementId(defaultFlow)));

    public ProcessBuilder Parallel(string id) => Add(new ParallelGatewayNode(new(id)));

    public ProcessBuilder EventGateway(string id) => Add(new EventBasedGatewayNode(new(id)));

    public ProcessBuilder Catch(string id, EventDefinition definition, Func<IntermediateCatchEventNode, IntermediateCatchEventNode>? with = null) =>
        Add(Shape(new IntermediateCatchEventNode(new(id), definition), with));

    public ProcessBuilder Throw(string id, EventDefinition? definition = null) => Add(new IntermediateThrowEventNode(new(id), definition));

    public ProcessBuilder Boundary(string id, string on, EventDefinition definition, bool interrupting = true, Func<BoundaryEventNode, BoundaryEventNode>? with = null) =>
        Add(Shape(new BoundaryEventNode(new(id), new(on), definition, interrupting), with));

    public ProcessBuilder Call(string id, string processId, Func<CallActivityNode, CallActivityNode>? with = null) =>
        Add(Shape(new CallActivityNode(new(id), Value(processId), Binding.Deployment, null, PropagateAllParent: true, PropagateAllChild: true), with));

    public ProcessBuilder SubProcess(string id, Action<ProcessBuilder> inside, Func<SubProcessNode, SubProcessNode>? with = null) => Scope(Shape(new SubProcessNode(new(id), false), with), inside);

    public ProcessBuilder EventSubProcess(string id, Action<ProcessBuilder> inside, Func<SubProcessNode, SubProcessNode>? with = null) => Scope(Shape(new SubProcessNode(new(id), true), with), inside);

    public ProcessBuilder AdHoc(string id, Action<ProcessBuilder> inside, string? activate = null, string? until = null, Func<AdHocSubProcessNode, AdHocSubProcessNode>? with = null) => Scope(
        Shape(new AdHocSubProcessNode(new(id)) { ActiveElements = activate is null ? null : Expression(activate), CompletionCondition = until is null ? null : Expression(until) }, with), inside);

    /// <summary>Changes a node added before.</summary>
    public ProcessBuilder Change<T>(string id, Func<T, T> change) where T : FlowNode
    {
        var at = _nodes.FindIndex(node => node.Id.Value == id);
        _nodes[at] = change((T)_nodes[at]);
        return this;
    }

    private ProcessBuilder Scope(ActivityNode node, Action<ProcessBuilder> inside)
    {
        var inner = new ProcessBuilder(processId, node.Id);
        inner.Lane(_lane);
        inside(inner);
        Add(node);

        // The sub-process stays the node added last, so that its flows can follow.
        _nodes.InsertRange(_nodes.Count - 1, inner._nodes);
        _flows.AddRange(inner._flows);
        return this;
    }

    public ProcessGraph Build()
    {
        var incoming = _flows.ToLookup(flow => flow.Target);
        var outgoing = _flows.ToLookup(flow => flow.Source);
        var boundary = _nodes.OfType<BoundaryEventNode>().ToLookup(node => node.AttachedTo, node => node.Id);
        var missing = _flows.Select(flow => flow.Target).Concat(_flows.Select(flow => flow.Source)).Except(_nodes.Select(node => node.Id)).ToList();
        if (missing.Count > 0) throw new InvalidOperationException($"Expected every flow to join two nodes, but there is no {string.Join(", ", missing)}.");
        return new ProcessGraph(processId, processId, null, _nodes.Select(node => Finish(node with { Incoming = [.. incoming[node.Id]], Outgoing = [.. outgoing[node.Id]] })));

        FlowNode Finish(FlowNode node) => node is ActivityNode activity ? activity with { BoundaryEvents = [.. boundary[node.Id]] } : node;
    }

    public static FeelExpression Expression(string text) =>
        FeelExpression.Parse(text) is { Expression: { } expression } ? expression : throw new InvalidOperationException($"Expected FEEL, but found '{text}'.");

    /// <summary>Fixed text, or an expression after <c>=</c>.</summary>
    public static BpmnValue Value(string text) => text.StartsWith('=') ? new BpmnValue.Computed(Expression(text[1..])) : new BpmnValue.Fixed(text);

    /// <summary>Mappings written as <c>target := value</c>.</summary>
    public static ImmutableArray<VariableMapping> Map(params string[] mappings) =>
        [.. mappings.Select(mapping => mapping.Split(":=", 2, StringSplitOptions.TrimEntries)).Select(parts => new VariableMapping(Value("=" + parts[1]), parts[0]))];

    public static JobDefinition Job(string type, int retries = 3) => new(Value(type), Value(retries.ToString(System.Globalization.CultureInfo.InvariantCulture)), new Dictionary<string, string>());

    public static EventDefinition.Timer At(string value, CatchUpPolicy catchUp = CatchUpPolicy.Once, double windowHours = 1) => new(TimerKind.Date, Value(value), catchUp, TimeSpan.FromHours(windowHours));

    public static EventDefinition.Timer After(string value, CatchUpPolicy catchUp = CatchUpPolicy.Once, double windowHours = 1) => new(TimerKind.Duration, Value(value), catchUp, TimeSpan.FromHours(windowHours));

    public static EventDefinition.Timer Every(string value, CatchUpPolicy catchUp = CatchUpPolicy.Once, double windowHours = 1) => new(TimerKind.Cycle, Value(value), catchUp, TimeSpan.FromHours(windowHours));

    public static EventDefinition.Message Message(string name, string key = "=key") => new(Value(name), Value(key));

    public static EventDefinition.Error Error(string? code = null) => new(code is null ? null : Value(code));

    public static EventDefinition.Publish Publish(string name, string key, string? timeToLive = null, params string[] variables) =>
        new(Value(name), Value(key), timeToLive is null ? null : Value(timeToLive), Map(variables));

    public static MultiInstance Each(string collection, string? element = "item", bool sequential = false, string? output = null, string? into = null, string? until = null) => new(
        sequential, Expression(collection), element, into, output is null ? null : Expression(output), until is null ? null : Expression(until));

    private static T Shape<T>(T node, Func<T, T>? with) => with is null ? node : with(node);
}
