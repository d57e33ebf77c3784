using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>What <c>orch:data</c>, <c>orch:deadline</c> and <c>orch:escalation</c> say about a process: kinds of variables, terms that people see, tasks that a term makes.</summary>
internal sealed class MarkReader(Report report, Values values)
{
    public Marks Read(SourceElement process, List<NodeDraft> nodes)
    {
        var marks = new Marks();
        foreach (var variable in process.Extensions(Namespaces.Orch, "data").SelectMany(data => data.Children))
        {
            if (variable.IsNamed(Namespaces.Orch, "variable")) ReadVariable(variable, marks);
            else if (variable.Namespace == Namespaces.Orch && variable.Name != "deadline") report.Add(BpmnDescriptors.UnknownExtension, variable, Words.Qualified(variable));
        }
        var timers = nodes.Where(node => node is { Kind: NodeKind.BoundaryEvent, Trigger: TriggerKind.Timer }).Select(node => node.Id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var deadline in process.Extensions(Namespaces.Orch, "deadline").Concat(InData(process)))
            ReadDeadline(deadline, timers, marks);
        foreach (var node in nodes)
            if (node.Element.Extension(Namespaces.Orch, "escalation") is { } escalation) CheckTimer(escalation, timers);
        return marks;
    }

    private static IEnumerable<SourceElement> InData(SourceElement process) =>
        process.Extensions(Namespaces.Orch, "data").SelectMany(data => data.Children).Where(child => child.IsNamed(Namespaces.Orch, "deadline"));

    private void ReadVariable(SourceElement variable, Marks marks)
    {
        var name = values.Variable(variable, "name", required: true, path: false);
        var personal = values.Boolean(variable, "personal", false);
        var search = values.Boolean(variable, "search", false);
        if (name is null) return;
        if (!marks.Variables.Add(name)) report.Add(BpmnDescriptors.DuplicateMark, variable, "orch:variable", name);
        if (personal && search) report.Add(BpmnDescriptors.PersonalSearch, variable, name);
        if (personal) marks.Personal.Add(name);
        if (search) marks.Search.Add(name);
    }

    private void ReadDeadline(SourceElement deadline, HashSet<string> timers, Marks marks)
    {
        var label = values.RequiredFixed(deadline, "label");
        var strict = values.Variable(deadline, "strict", required: false, path: true);
        var last = values.Variable(deadline, "last", required: false, path: true);
        var law = values.OptionalFixed(deadline, "law");
        if (CheckTimer(deadline, timers) is not { } timer || label is null) return;
        if (marks.Deadlines.Exists(known => known.Timer.Value == timer))
            report.Add(BpmnDescriptors.DuplicateMark, deadline, "orch:deadline", timer);
        marks.Deadlines.Add(new Deadline(new ElementId(timer), label, strict, last, law));
    }

    private string? CheckTimer(SourceElement element, HashSet<string> timers)
    {
        if (values.RequiredFixed(element, "of") is not { } id) return null;
        if (timers.Contains(id)) return id;
        report.Add(BpmnDescriptors.NotABoundaryTimer, element, element.Attribute("of")!.ValueSpan, Words.Qualified(element), id);
        return null;
    }

    internal sealed class Marks
    {
        public HashSet<string> Variables { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Search { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Personal { get; } = new(StringComparer.Ordinal);

        public List<Deadline> Deadlines { get; } = [];
    }
}
