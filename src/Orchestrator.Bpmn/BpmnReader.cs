using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Reading;
using Orchestrator.Bpmn.Xml;
using Orchestrator.Diagnostics;

namespace Orchestrator.Bpmn;

/// <summary>
/// Reads BPMN 2.0 XML with the <c>zeebe:</c> dialect and the <c>orch:</c> extension (docs/elements.md, docs/orch-extension.md).
/// Any text gives an answer: what is wrong is a diagnostic with its place, never an exception.
/// </summary>
public static class BpmnReader
{
    private static readonly XmlRules Rules = new(
        BpmnLimits.FileCharactersMax, BpmnLimits.DepthMax, ns => ns == Namespaces.BpmnDi,
        BpmnDescriptors.NotWellFormed, BpmnDescriptors.TooLarge, BpmnDescriptors.TooDeep);

    public static BpmnRead Read(SourceText source)
    {
        var report = new Report(source);
        var definitions = XmlTree.Read(source, Rules, report.Diagnostics);
        if (definitions is null) return new BpmnRead([], [.. report.Sorted()]);
        if (!definitions.IsNamed(Namespaces.Bpmn, "definitions"))
        {
            report.Add(BpmnDescriptors.NotBpmn, definitions, definitions.Name, definitions.Namespace);
            return new BpmnRead([], [.. report.Sorted()]);
        }
        var processes = ReadProcesses(definitions, report);
        return new BpmnRead(report.HasErrors ? [] : processes, [.. report.Sorted()]);
    }

    private static ImmutableArray<ProcessGraph> ReadProcesses(SourceElement definitions, Report report)
    {
        var root = new Root(definitions, Ids.Check(definitions, report));
        foreach (var child in definitions.Children)
            if (child.IsBpmn && !Vocabulary.RootElements.Contains(child.Name))
                report.Add(BpmnDescriptors.UnknownElement, child, child.Name, definitions.Name);

        var processes = definitions.BpmnChildren("process").ToList();
        var executable = processes.FindAll(process => XmlBoolean.Read(process.Attribute("isExecutable"), false));
        if (executable.Count == 0)
            report.Add(BpmnDescriptors.NoExecutableProcess, definitions, processes.Count == 0 ? "no process" : $"'{string.Join("', '", processes.Take(5).Select(p => p.Id))}'");
        var graphs = executable.Select(process => new ProcessReader(report, root).Read(process)).ToList();
        return [.. graphs.OfType<ProcessGraph>()];
    }
}
