using System.Text.RegularExpressions;
using Orchestrator.Diagnostics;
using Orchestrator.Feel;

namespace Orchestrator.Forms.Components;

/// <summary>A component with a value.</summary>
internal abstract record Field(TextSpan Span, string Type, FieldPath Path) : Component(Span, Type)
{
    public Setting Required { get; init; } = Setting.Off;

    /// <summary>Read-only or disabled: shown, and not to be changed.</summary>
    public Setting Locked { get; init; } = Setting.Off;
}

internal sealed record TextField(TextSpan Span, string Type, FieldPath Path) : Field(Span, Type, Path)
{
    public bool ManyLines { get; init; }

    public Bound? MinLength { get; init; }

    public Bound? MaxLength { get; init; }

    public Regex? Pattern { get; init; }

    /// <summary><c>email</c>, <c>phone</c> or null.</summary>
    public string? Kind { get; init; }
}

internal sealed record NumberField(TextSpan Span, string Type, FieldPath Path) : Field(Span, Type, Path)
{
    public Bound? Min { get; init; }

    public Bound? Max { get; init; }

    public int? Decimals { get; init; }

    public Decimal34? Increment { get; init; }

    /// <summary>The value is text with a number in it, so that no digit is lost in a browser.</summary>
    public bool AsText { get; init; }
}

internal sealed record Checkbox(TextSpan Span, string Type, FieldPath Path) : Field(Span, Type, Path);

/// <summary>One option of several (radio, select), or a list of them (checklist, taglist).</summary>
internal sealed record Choice(TextSpan Span, string Type, FieldPath Path, bool Many, Options Options) : Field(Span, Type, Path);

internal sealed record DateTimeField(TextSpan Span, string Type, FieldPath Path, TemporalKind Kind) : Field(Span, Type, Path)
{
    /// <summary>True when the value must tell its offset, false when it must not (<c>timeSerializingFormat</c>).</summary>
    public bool WithOffset { get; init; } = true;

    /// <summary>Days before today are refused (<c>disallowPassedDates</c>).</summary>
    public bool NotPast { get; init; }
}

/// <summary>A value that the form computes; what a browser sends for it is not looked at.</summary>
internal sealed record Computed(TextSpan Span, string Type, FieldPath Path, FeelExpression Expression) : Field(Span, Type, Path);

internal enum TemporalKind
{
    Date = 1,
    Time = 2,
    DateTime = 3,
}
