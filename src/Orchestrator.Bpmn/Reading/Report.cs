using Orchestrator.Bpmn.Xml;
using Orchestrator.Diagnostics;

namespace Orchestrator.Bpmn.Reading;

/// <summary>Collects what is to be told about one file, with the id of the element that a person would look for.</summary>
internal sealed class Report(SourceText source)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public SourceText Source { get; } = source;

    public List<Diagnostic> Diagnostics => _diagnostics;

    public bool HasErrors => _diagnostics.Exists(diagnostic => diagnostic.Descriptor.Severity == Severity.Error);

    public void Add(Descriptor descriptor, SourceElement at, params object[] arguments) =>
        _diagnostics.Add(new Diagnostic(descriptor, Source, at.Span, OwnerId(at), arguments));

    public void Add(Descriptor descriptor, SourceElement owner, TextSpan at, params object[] arguments) =>
        _diagnostics.Add(new Diagnostic(descriptor, Source, at, OwnerId(owner), arguments));

    /// <summary>Passes on what the expression language says, with the element's id.</summary>
    public void AddAll(IEnumerable<Diagnostic> diagnostics, SourceElement owner)
    {
        foreach (var diagnostic in diagnostics)
            _diagnostics.Add(new Diagnostic(diagnostic.Descriptor, diagnostic.Source, diagnostic.Span, OwnerId(owner), [.. diagnostic.Arguments]));
    }

    /// <summary>In order of place, each once, cut at the limit.</summary>
    public List<Diagnostic> Sorted()
    {
        // What stands at the root is read by each event that names it.
        var once = _diagnostics.DistinctBy(d => (d.Descriptor.Code, d.Span, d.Element, d.Message));
        var sorted = once.OrderBy(d => d.Span.Start).ThenBy(d => d.Descriptor.Code, StringComparer.Ordinal).ToList();
        if (sorted.Count <= BpmnLimits.DiagnosticsMax) return sorted;
        // Errors first, so that a cut list never looks like a clean one.
        var kept = sorted.OrderByDescending(d => d.Descriptor.Severity).Take(BpmnLimits.DiagnosticsMax).OrderBy(d => d.Span.Start).ToList();
        kept.Add(new Diagnostic(BpmnDescriptors.MoreDiagnostics, Source, new TextSpan(0, 0), null, BpmnLimits.DiagnosticsMax, Source.Path));
        return kept;
    }

    // Parts of an element (its event definition, its expressions, its extensions) are told under the element's own id.
    private static string? OwnerId(SourceElement at)
    {
        for (var element = at; element is not null; element = element.Parent)
            if (element.IsBpmn && element.Id is { Length: > 0 } id && !IsPart(element.Name)) return id;
        return null;
    }

    private static bool IsPart(string name) =>
        name.EndsWith("EventDefinition", StringComparison.Ordinal)
        || name.EndsWith("Characteristics", StringComparison.Ordinal)
        || name.EndsWith("Expression", StringComparison.Ordinal)
        || name is "timeDate" or "timeDuration" or "timeCycle" or "completionCondition" or "ioSpecification" or "definitions";
}
