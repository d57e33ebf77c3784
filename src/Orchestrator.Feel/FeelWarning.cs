using System.Globalization;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel;

/// <summary>Why a part of an expression gave null, with its place in the expression. <see cref="Span"/> always lies inside <see cref="Text"/>.</summary>
public sealed class FeelWarning
{
    private readonly object[] _arguments;

    internal FeelWarning(Descriptor descriptor, EmbeddedText text, TextSpan span, object[] arguments)
    {
        Descriptor = descriptor;
        Text = text;
        Span = span;
        _arguments = arguments;
    }

    public Descriptor Descriptor { get; }

    /// <summary>The expression that was evaluated.</summary>
    public EmbeddedText Text { get; }

    /// <summary>The place inside the expression.</summary>
    public TextSpan Span { get; }

    public string Code => Descriptor.Code;

    public string Message => string.Format(CultureInfo.InvariantCulture, Descriptor.Template, _arguments);

    /// <summary>The same as a diagnostic of the file that holds the expression.</summary>
    public Diagnostic ToDiagnostic(string? element = null) => new(Descriptor, Text.Outer, Text.ToOuter(Span), element, _arguments);

    public override string ToString() => $"{Code}: {Message}";
}
