using Orchestrator.Diagnostics;
using Orchestrator.Feel;

namespace Orchestrator.Forms.Components;

/// <summary>A part of a form.</summary>
internal abstract record Component(TextSpan Span, string Type)
{
    /// <summary>Shown to people in diagnostics: label, key or type.</summary>
    public string Title { get; init; } = Type;

    /// <summary>True hides the component and everything in it (<c>conditional.hide</c>).</summary>
    public FeelExpression? Hide { get; init; }

    /// <summary><c>properties.orchRule</c>.</summary>
    public Rule? Rule { get; init; }
}

/// <summary>A condition over the whole form that must be true, and what people are told when it is not.</summary>
internal sealed record Rule(FeelExpression Condition, string? Message);

/// <summary>Text, images, separators, tables: shown only.</summary>
internal sealed record Display(TextSpan Span, string Type) : Component(Span, Type);

/// <summary>A group; with a path its fields are properties of a context of that name.</summary>
internal sealed record Group(TextSpan Span, string Type, FieldPath Path, IReadOnlyList<Component> Components) : Component(Span, Type);

/// <summary>A dynamic list: a list of contexts, one for each row.</summary>
internal sealed record RowList(TextSpan Span, string Type, FieldPath Path, IReadOnlyList<Component> Components) : Component(Span, Type)
{
    public bool MayAddAndRemove { get; init; } = true;

    /// <summary>How many rows there are before anyone entered one.</summary>
    public int DefaultRows { get; init; } = 1;
}
