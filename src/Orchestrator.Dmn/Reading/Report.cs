using Orchestrator.Diagnostics;

namespace Orchestrator.Dmn.Reading;

/// <summary>Collects what is to be told about the files, with the id of the element that a person would look for.</summary>
internal sealed class Report
{
    private readonly List<Diagnostic> _diagnostics = [];

    public List<Diagnostic> Diagnostics => _diagnostics;

    public Diagnostic Add(Descriptor descriptor, SourceElement at, params object[] arguments) => Add(descriptor, at, at.Span, arguments);

    public Diagnostic Add(Descriptor descriptor, SourceElement owner, TextSpan at, params object[] arguments)
    {
        var diagnostic = new Diagnostic(descriptor, owner.Source, at, OwnerId(owner), arguments);
        _diagnostics.Add(diagnostic);
        return diagnostic;
    }

    /// <summary>Passes on what the expression language says, with the element's id.</summary>
    public void AddAll(IEnumerable<Diagnostic> diagnostics, SourceElement owner)
    {
        foreach (var diagnostic in diagnostics)
            _diagnostics.Add(new Diagnostic(diagnostic.Descriptor, diagnostic.Source, diagnostic.Span, OwnerId(owner), [.. diagnostic.Arguments]));
    }

    /// <summary>In order of file and place, each once, cut at the limit.</summary>
    public List<Diagnostic> Sorted()
    {
        var once = _diagnostics.DistinctBy(d => (d.Source, d.Descriptor.Code, d.Span, d.Message)).ToList();
        var files = once.Select(d => d.Source).Distinct().ToList();
        var sorted = once.OrderBy(d => files.IndexOf(d.Source)).ThenBy(d => d.Span.Start).ThenBy(d => d.Descriptor.Code, StringComparer.Ordinal).ToList();
        if (sorted.Count <= DmnLimits.DiagnosticsMax) return sorted;
        // Errors first, so that a cut list never looks like a clean one.
        var kept = sorted.OrderByDescending(d => d.Descriptor.Severity).Take(DmnLimits.DiagnosticsMax).ToList();
        kept.Add(new Diagnostic(DmnDescriptors.MoreDiagnostics, sorted[0].Source, new TextSpan(0, 0), null, DmnLimits.DiagnosticsMax, sorted[0].Source.Path));
        return kept;
    }

    private static string? OwnerId(SourceElement at)
    {
        for (var element = at; element is not null; element = element.Parent)
            if (element.IsDmn && element.IdOrNull is { } id && element.Name != "definitions") return id;
        return null;
    }
}
