namespace Orchestrator.Feel.Builtins;

/// <summary>The types that a parameter of a built-in function takes.</summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Number = 4,
    Text = 8,
    Date = 16,
    Time = 32,
    DateTime = 64,
    Months = 128,
    Span = 256,
    List = 512,
    Context = 1024,
    Range = 2048,
    Function = 4096,
    Any = 8191,
}

internal static class KindNames
{
    private static readonly Dictionary<string, Kinds> ByName = new(StringComparer.Ordinal)
    {
        ["any"] = Kinds.Any,
        ["null"] = Kinds.Null,
        ["boolean"] = Kinds.Boolean,
        ["number"] = Kinds.Number,
        ["string"] = Kinds.Text,
        ["date"] = Kinds.Date,
        ["time"] = Kinds.Time,
        ["date and time"] = Kinds.DateTime,
        ["years and months duration"] = Kinds.Months,
        ["days and time duration"] = Kinds.Span,
        ["list"] = Kinds.List,
        ["context"] = Kinds.Context,
        ["range"] = Kinds.Range,
        ["function"] = Kinds.Function,
    };

    public static Kinds Parse(string text) => text.Split('|').Aggregate(Kinds.None, (all, one) => all | ByName[one.Trim()]);

    public static string Describe(Kinds kinds) =>
        kinds == Kinds.Any ? "any value" : string.Join(" or ", ByName.Where(one => one.Value != Kinds.Any && kinds.HasFlag(one.Value)).Select(one => one.Key));

    public static Kinds Of(FeelValue value) => value switch
    {
        FeelNull => Kinds.Null,
        FeelBoolean => Kinds.Boolean,
        FeelNumber => Kinds.Number,
        FeelString => Kinds.Text,
        FeelDate => Kinds.Date,
        FeelTime => Kinds.Time,
        FeelDateTime => Kinds.DateTime,
        FeelYearMonthDuration => Kinds.Months,
        FeelDayTimeDuration => Kinds.Span,
        FeelList => Kinds.List,
        FeelContext => Kinds.Context,
        FeelRange => Kinds.Range,
        FeelFunction => Kinds.Function,
        _ => throw new System.Diagnostics.UnreachableException($"No kind for {value.GetType().Name}."),
    };
}
