using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>Ids are unique in a file (BPMN 2.0.2, clause 8.3.1): XML Schema's ID.</summary>
internal static class Ids
{
    /// <summary>Reports what stands twice, and returns every id of the file.</summary>
    public static HashSet<string> Check(SourceElement definitions, Report report)
    {
        var seen = new Dictionary<string, SourceElement>(StringComparer.Ordinal);
        var open = new Stack<SourceElement>([definitions]);
        while (open.TryPop(out var element))
        {
            if (element.IsBpmn && element.Attribute("id") is { Value.Length: > 0 } id && !seen.TryAdd(id.Value, element))
                report.Add(BpmnDescriptors.DuplicateId, element, id.ValueSpan, id.Value, report.Source.PositionAt(seen[id.Value].Span.Start));
            for (var i = element.Children.Count - 1; i >= 0; i--) open.Push(element.Children[i]);
        }
        return seen.Keys.ToHashSet(StringComparer.Ordinal);
    }
}
