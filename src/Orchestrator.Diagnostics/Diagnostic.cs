using System.Globalization;

namespace Orchestrator.Diagnostics;

/// <summary>Something to tell the author of a file: a code, its arguments, the place, and the id of the element it stands on. The text is made last.</summary>
public sealed class Diagnostic
{
    private readonly object[] _arguments;

    public Diagnostic(Descriptor descriptor, SourceText source, TextSpan span, string? element, params object[] arguments)
    {
        Descriptor = descriptor;
        Source = source;
        Span = span;
        Element = element;
        _arguments = arguments;
    }

    public Descriptor Descriptor { get; }

    public SourceText Source { get; }

    /// <summary>Where in <see cref="Source"/>; always inside it.</summary>
    public TextSpan Span { get; }

    /// <summary>The id of the BPMN element, form component or decision concerned, or null for the file as a whole.</summary>
    public string? Element { get; }

    public IReadOnlyList<object> Arguments => _arguments;

    public Position Position => Source.PositionAt(Span.Start);

    public string Message => string.Format(CultureInfo.InvariantCulture, Descriptor.Template, _arguments);

    public string Remedy => string.Format(CultureInfo.InvariantCulture, Descriptor.Remedy, _arguments);

    /// <summary><c>path(line,column): error BPMN0104: message [element] → remedy</c>, as compilers print it, so that editors can jump there.</summary>
    public override string ToString()
    {
        var severity = Descriptor.Severity == Severity.Error ? "error" : "warning";
        var element = Element is null ? "" : $" [{Element}]";
        return $"{Source.Path}({Position}): {severity} {Descriptor.Code}: {Message}{element} → {Remedy}";
    }
}
