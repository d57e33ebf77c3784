using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Validation;
using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>Reads one executable process: drafts, rules of shape, values, marks.</summary>
internal sealed class ProcessReader(Report report, Root root)
{
    /// <summary>The graph, or null when anything in the file is an error.</summary>
    public ProcessGraph? Read(SourceElement process)
    {
        if (string.IsNullOrEmpty(process.Id))
        {
            report.Add(BpmnDescriptors.MissingId, process, process.Name);
            return null;
        }
        if (new ScopeReader(report, root).Read(process) is not { } scope) return null;
        GraphRules.Check(scope, report);

        var values = new Values(report);
        var extensions = new ExtensionReader(report, values);
        var builder = new NodeBuilder(report, values, extensions, new EventReader(report, root, values));
        extensions.WarnOfOthers(process);
        var drafts = scope.All.ToList();
        var nodes = drafts.Select(builder.Build).ToList();
        var marks = new MarkReader(report, values).Read(process, drafts);
        var versionTag = values.OptionalFixed(process.Extension(Namespaces.Zeebe, "versionTag"), "value");
        if (report.HasErrors || nodes.Contains(null)) return null;
        return new ProcessGraph(process.Id, process.Attribute("name")?.Value, versionTag, nodes.OfType<FlowNode>())
        {
            SearchVariables = [.. marks.Search],
            PersonalVariables = [.. marks.Personal],
            Deadlines = [.. marks.Deadlines],
        };
    }
}
