using System.Collections.Immutable;

namespace Orchestrator.Feel.Syntax;

/// <summary>A type as <c>instance of</c> and parameters write it (DMN 1.5, 10.3.2.9 and grammar rule 52).</summary>
internal abstract record FeelType
{
    public sealed record Any : FeelType;

    public sealed record Null : FeelType;

    /// <summary>number, string, boolean, date, time, date and time, or one of the two durations, by the name of the value type.</summary>
    public sealed record Simple(string Name) : FeelType;

    public sealed record List(FeelType Item) : FeelType;

    public sealed record Range(FeelType End) : FeelType;

    public sealed record Context(ImmutableArray<(string Name, FeelType Type)> Entries) : FeelType;

    public sealed record Function(ImmutableArray<FeelType> Parameters, FeelType Result) : FeelType;

    private static readonly Dictionary<string, FeelType> Named = new(StringComparer.Ordinal)
    {
        ["Any"] = new Any(),
        ["any"] = new Any(),
        ["Null"] = new Null(),
        ["null"] = new Null(),
        ["number"] = new Simple("number"),
        ["string"] = new Simple("string"),
        ["boolean"] = new Simple("boolean"),
        ["date"] = new Simple("date"),
        ["time"] = new Simple("time"),
        ["date and time"] = new Simple("date and time"),
        ["dateTime"] = new Simple("date and time"),
        ["days and time duration"] = new Simple("days and time duration"),
        ["dayTimeDuration"] = new Simple("days and time duration"),
        ["years and months duration"] = new Simple("years and months duration"),
        ["yearMonthDuration"] = new Simple("years and months duration"),
        ["list"] = new List(new Any()),
        ["context"] = new Context([]),
        ["range"] = new Range(new Any()),
    };

    public static FeelType? OfName(string name) => Named.GetValueOrDefault(name);

    /// <summary>True when <paramref name="value"/> belongs to this type. null belongs to Any and Null only.</summary>
    public bool Accepts(FeelValue value) => this switch
    {
        Any => !value.IsNull,
        Null => value.IsNull,
        Simple simple => value.TypeName == simple.Name,
        List list => value is FeelList items && items.Items.All(item => list.Item.AcceptsInside(item)),
        Range range => value is FeelRange ends && range.End.AcceptsEnd(ends.Start) && range.End.AcceptsEnd(ends.End),
        Context context => value is FeelContext entries && context.Entries.All(entry => entries.TryGet(entry.Name, out var inner) && entry.Type.AcceptsInside(inner)),
        Function function => value is FeelFunction callable && callable.Parameters.Length == function.Parameters.Length,
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {GetType().Name}."),
    };

    // Null conforms to every type; only "null instance of T" asks for the type itself.
    private bool AcceptsInside(FeelValue value) => value.IsNull || Accepts(value);

    private bool AcceptsEnd(FeelValue value) => value.IsNull || Accepts(value);

    public sealed override string ToString() => this switch
    {
        Any => "Any",
        Null => "Null",
        Simple simple => simple.Name,
        List list => $"list<{list.Item}>",
        Range range => $"range<{range.End}>",
        Context { Entries.IsEmpty: true } => "context",
        Context context => $"context<{string.Join(", ", context.Entries.Select(entry => $"{entry.Name}: {entry.Type}"))}>",
        Function function => $"function<{string.Join(", ", function.Parameters)}> -> {function.Result}",
        _ => throw new System.Diagnostics.UnreachableException($"No name for {GetType().Name}."),
    };
}
