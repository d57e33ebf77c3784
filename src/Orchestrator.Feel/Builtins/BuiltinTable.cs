using System.Collections.Immutable;
using Orchestrator.Feel.Syntax;

namespace Orchestrator.Feel.Builtins;

/// <summary>All built-in functions (DMN 1.5, 10.3.4) and the office functions, by name.</summary>
internal static class BuiltinTable
{
    /// <summary>Functions that ask the environment: the clock, the zones or the calendars.</summary>
    private static readonly HashSet<string> Environmental = new(StringComparer.Ordinal)
    {
        "now", "today", "@", "time", "date and time", "range",
        "term end", "is holiday", "is working day", "next working day", "add working days", "working days between", "start of next day",
    };

    private static readonly Dictionary<string, FeelFunction> Functions = Build();

    /// <summary>The names as rows of tokens, for the parser.</summary>
    public static NameTable Names { get; } = MakeNames();

    public static IEnumerable<FeelFunction> All => Functions.Values;

    /// <summary>The office functions alone.</summary>
    public static IReadOnlyList<Signature> Office
    {
        get
        {
            var rows = new Rows();
            OfficeFunctions.Register(rows);
            return rows.Signatures;
        }
    }

    public static FeelFunction? Find(string name) => Functions.GetValueOrDefault(name);

    public static bool IsConstant(string name) => !Environmental.Contains(name);

    private static Dictionary<string, FeelFunction> Build()
    {
        var rows = new Rows();
        ConversionFunctions.Register(rows);
        StringFunctions.Register(rows);
        PatternFunctions.Register(rows);
        NumberFunctions.Register(rows);
        ListFunctions.Register(rows);
        AggregateFunctions.Register(rows);
        ContextFunctions.Register(rows);
        TemporalFunctions.Register(rows);
        RangeFunctions.Register(rows);
        OfficeFunctions.Register(rows);
        return rows.ToFunctions();
    }

    private static NameTable MakeNames()
    {
        var table = new NameTable();
        foreach (var name in Functions.Keys) table.Add(name);
        return table;
    }

    /// <summary>Collects the rows of the table; several rows of one name are tried in their order.</summary>
    internal sealed class Rows
    {
        private readonly Dictionary<string, List<(Signature, Func<Invocation, FeelValue>)>> _rows = new(StringComparer.Ordinal);

        public void Add(string signature, Func<Invocation, FeelValue> body)
        {
            var read = Signature.Read(signature);
            if (!_rows.TryGetValue(read.Name, out var overloads)) _rows[read.Name] = overloads = [];
            overloads.Add((read, body));
        }

        public IReadOnlyList<Signature> Signatures => [.. _rows.Values.SelectMany(overloads => overloads.Select(one => one.Item1))];

        public Dictionary<string, FeelFunction> ToFunctions() =>
            _rows.ToDictionary(row => row.Key, row => new FeelFunction(new Builtin(row.Key, [.. row.Value])), StringComparer.Ordinal);
    }
}
