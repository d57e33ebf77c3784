using Orchestrator.Bpmn;
using Orchestrator.Bpmn.Model;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn;
using Orchestrator.Forms;

namespace Orchestrator.Engine.Deployments;

/// <summary>What the files of a set say about each other: every form, decision and process that is named is there, once, every form is named, and no process calls itself without end.</summary>
internal sealed class CrossChecks
{
    private readonly List<Diagnostic> _diagnostics;
    private readonly Dictionary<string, (ProcessGraph Graph, ResourceSource Source)> _processes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceSource> _decisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceSource> _forms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namedForms = new(StringComparer.Ordinal);

    private CrossChecks(List<Diagnostic> diagnostics) => _diagnostics = diagnostics;

    /// <param name="set">With a file that could not be read nothing is said to be missing or unused.</param>
    /// <param name="diagnostics">Is added to.</param>
    public static void Check(ReadSet set, List<Diagnostic> diagnostics)
    {
        var checks = new CrossChecks(diagnostics);
        checks.Index(set);
        if (set.Unread) return;
        foreach (var (graph, source) in set.Processes) checks.CheckReferences(graph, source);
        // A set of forms alone is deployed for processes that ask for the latest.
        if (set.Processes.Count > 0) checks.CheckUnused();
        foreach (var (graph, source) in set.Processes) checks.CheckEndlessCalls(graph, source);
    }

    private void Index(ReadSet set)
    {
        foreach (var (graph, source) in set.Processes)
        {
            if (!_processes.TryAdd(graph.ProcessId, (graph, source)))
                Tell(BpmnDescriptors.DuplicateProcess, source, graph.ProcessId, graph.ProcessId, _processes[graph.ProcessId].Source.Name);
        }
        foreach (var (schema, source) in set.Forms)
        {
            if (!_forms.TryAdd(schema.Id, source)) Tell(FormDescriptors.DuplicateForm, source, schema.Id, schema.Id, _forms[schema.Id].Name);
        }
        var models = new Dictionary<string, ResourceSource>(StringComparer.Ordinal);
        foreach (var (model, source) in set.Decisions)
        {
            var id = ReadSet.IdOf(model, source);
            if (!models.TryAdd(id, source)) Tell(DmnDescriptors.DuplicateModel, source, id, id, models[id].Name);
            foreach (var decision in model.Elements.Where(element => element.Kind == DmnElementKind.Decision))
                if (!_decisions.TryAdd(decision.Id, source)) Tell(DmnDescriptors.DuplicateDecision, source, decision.Id, decision.Id, _decisions[decision.Id].Name);
        }
    }

    private void CheckReferences(ProcessGraph graph, ResourceSource source)
    {
        foreach (var node in graph.Nodes)
        {
            switch (node)
            {
                case UserTaskNode { FormId: { } form } task:
                    CheckForm(source, task.Id, form, task.FormBinding);
                    break;
                case StartEventNode { Form: { } form } start:
                    CheckForm(source, start.Id, form.Id, form.Binding);
                    break;
                case CallActivityNode { Binding: Binding.Deployment, ProcessId: BpmnValue.Fixed { Text: var called } } call when !_processes.ContainsKey(called):
                    Tell(BpmnDescriptors.ProcessNotFound, source, call.Id.Value, call.Id, called);
                    break;
                case BusinessRuleTaskNode { Decision: { Binding: Binding.Deployment, DecisionId: BpmnValue.Fixed { Text: var called } } } task when !_decisions.ContainsKey(called):
                    Tell(BpmnDescriptors.DecisionNotFound, source, task.Id.Value, task.Id, called);
                    break;
            }
        }
    }

    private void CheckForm(ResourceSource source, ElementId element, string form, Binding binding)
    {
        _namedForms.Add(form);
        if (binding == Binding.Deployment && !_forms.ContainsKey(form)) Tell(BpmnDescriptors.FormNotFound, source, element.Value, element, form);
    }

    private void CheckUnused()
    {
        foreach (var (id, source) in _forms.OrderBy(form => form.Key, StringComparer.Ordinal))
            if (!_namedForms.Contains(id)) Tell(FormDescriptors.NobodyReaches, source, id, id);
    }

    private void CheckEndlessCalls(ProcessGraph graph, ResourceSource source)
    {
        var path = new List<string> { graph.ProcessId };
        var at = graph;
        while (CertainCall(at) is { } call && _processes.TryGetValue(((BpmnValue.Fixed)call.ProcessId).Text, out var called))
        {
            path.Add(called.Graph.ProcessId);
            if (called.Graph.ProcessId == graph.ProcessId)
            {
                Tell(BpmnDescriptors.EndlessCalls, source, CertainCall(graph)!.Id.Value, graph.ProcessId, string.Join(" → ", path));
                return;
            }
            // A circle further on is told for the processes that are in it.
            if (path.IndexOf(called.Graph.ProcessId) < path.Count - 1) return;
            at = called.Graph;
        }
    }

    /// <summary>The call that every run reaches at once: from the start event along single flows without conditions, past nodes that do not wait.</summary>
    private static CallActivityNode? CertainCall(ProcessGraph graph)
    {
        FlowNode? node = graph.StartEventsIn(null).FirstOrDefault(start => start.Definition is null);
        for (var steps = 0; node is not null && steps <= graph.Nodes.Length; steps++)
        {
            if (node is CallActivityNode { MultiInstance: null, ProcessId: BpmnValue.Fixed } call) return call;
            var passes = node is StartEventNode or ExclusiveGatewayNode or ParallelGatewayNode or ScriptTaskNode { Job: null, MultiInstance: null }
                or BusinessRuleTaskNode { Job: null, MultiInstance: null } or SendTaskNode { Job: null, MultiInstance: null } or IntermediateThrowEventNode { Job: null };
            if (!passes || node.Outgoing is not [{ Condition: null } only]) return null;
            node = graph[only.Target];
        }
        return null;
    }

    private void Tell(Descriptor descriptor, ResourceSource source, string element, params object[] arguments) =>
        _diagnostics.Add(new Diagnostic(descriptor, source.Text, PlaceOf(source, element), element, arguments));

    // The id of an element or form stands in quotes once; the graph does not keep places.
    private static TextSpan PlaceOf(ResourceSource source, string id)
    {
        var text = source.Text.Text;
        foreach (var pattern in (ReadOnlySpan<string>)[$"id=\"{id}\"", $"id='{id}'", $"\"{id}\""])
        {
            var at = text.IndexOf(pattern, StringComparison.Ordinal);
            if (at >= 0) return new TextSpan(at, pattern.Length);
        }
        return new TextSpan(0, 0);
    }
}
