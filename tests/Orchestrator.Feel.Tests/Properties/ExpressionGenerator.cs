namespace Orchestrator.Feel.Tests.Properties;

/// <summary>Random expressions of the whole grammar. Every operand stands in parentheses, so that the meaning does not lean on precedence.</summary>
internal sealed class ExpressionGenerator(int seed)
{
    private static readonly string[] Leaves =
    [
        "1", "0", "-3", "2.5", "1e30", "true", "false", "null", "\"a\"", "\"\"", "\"2026-01-31\"", "x", "y z", "xs", "missing", "item", "partial",
        "@\"2026-01-31\"", "@\"10:30:00\"", "@\"2026-03-29T02:30:00@Europe/Rome\"", "@\"2026-01-31T10:00:00\"", "@\"2026-01-31T10:00:00Z\"", "@\"P1D\"", "@\"PT1H\"", "@\"P1M\"",
        "[1, 2, 3]", "[]", "{}", "{a: 1, b c: 2}", "[1..3]", "(< 5)", "(!= 5)", "now()", "today()", "string length", "function(p) p",
    ];

    private static readonly string[] Operators = ["+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or"];
    private static readonly string[] Types = ["number", "list<number>", "context<a: number>", "date and time", "Any", "function<number> -> string", "range<number>"];
    private static readonly string[] Properties = ["a", "b c", "year", "time offset", "start included", "weekday"];

    private readonly Random _random = new(seed);

    public string Next(int depth)
    {
        if (depth == 0) return Pick(Leaves);
        return _random.Next(17) switch
        {
            0 or 1 or 2 => $"({Next(depth - 1)}) {Pick(Operators)} ({Next(depth - 1)})",
            3 => $"if ({Next(depth - 1)}) then ({Next(depth - 1)}) else ({Next(depth - 1)})",
            4 => $"for x in ({Next(depth - 1)}) return ({Next(depth - 1)})",
            5 => $"for x in 1..3, y z in ({Next(depth - 1)}) return ({Next(depth - 1)})",
            6 => $"{Pick(["some", "every"])} x in ({Next(depth - 1)}) satisfies ({Next(depth - 1)})",
            7 => $"({Next(depth - 1)})[{Next(depth - 1)}]",
            8 => $"({Next(depth - 1)}).{Pick(Properties)}",
            9 => $"[({Next(depth - 1)}), ({Next(depth - 1)})]",
            10 => $"{{a: ({Next(depth - 1)}), b c: ({Next(depth - 1)})}}",
            11 => $"({Next(depth - 1)}) between ({Next(depth - 1)}) and ({Next(depth - 1)})",
            12 => $"({Next(depth - 1)}) in ({Pick(["", "< ", "!= "])}({Next(depth - 1)}), ({Next(depth - 1)}))",
            13 => $"({Next(depth - 1)}) instance of {Pick(Types)}",
            14 => $"{Pick(["[", "("])}({Next(depth - 1)})..({Next(depth - 1)}){Pick(["]", ")"])}",
            15 => $"-({Next(depth - 1)})",
            _ => Call(depth - 1),
        };
    }

    /// <summary>Sums, products, signs and comparisons of small numbers, which nearly always have a value: they show a wrong precedence.</summary>
    public string NextNumber(int depth)
    {
        if (depth == 0) return Pick(["1", "2", "3", "5", "7", "-4", "0.5"]);
        return _random.Next(6) switch
        {
            0 => $"-({NextNumber(depth - 1)})",
            1 => $"if ({NextTruth(depth - 1)}) then ({NextNumber(depth - 1)}) else ({NextNumber(depth - 1)})",
            2 => $"([({NextNumber(depth - 1)}), ({NextNumber(depth - 1)})])[1]",
            _ => $"({NextNumber(depth - 1)}) {Pick(["+", "-", "*", "/"])} ({NextNumber(depth - 1)})",
        };
    }

    public string NextTruth(int depth)
    {
        if (depth == 0) return Pick(["true", "false"]);
        return _random.Next(4) switch
        {
            0 => $"({NextTruth(depth - 1)}) {Pick(["and", "or"])} ({NextTruth(depth - 1)})",
            1 => $"({NextNumber(depth - 1)}) between ({NextNumber(depth - 1)}) and ({NextNumber(depth - 1)})",
            2 => $"({NextNumber(depth - 1)}) in (({NextNumber(depth - 1)}), > ({NextNumber(depth - 1)}))",
            _ => $"({NextNumber(depth - 1)}) {Pick(["=", "<", ">=", "!="])} ({NextNumber(depth - 1)})",
        };
    }

    private string Call(int depth)
    {
        var arguments = Enumerable.Range(0, _random.Next(4)).Select(_ => $"({Next(depth)})");
        return $"{Pick(FunctionNames)}({string.Join(", ", arguments)})";
    }

    /// <summary>An expression with a few characters lost, doubled or replaced.</summary>
    public string Broken(int depth)
    {
        var text = Next(depth).ToList();
        for (var i = _random.Next(1, 5); i > 0 && text.Count > 0; i--)
        {
            var place = _random.Next(text.Count);
            switch (_random.Next(3))
            {
                case 0: text.RemoveAt(place); break;
                case 1: text.Insert(place, text[_random.Next(text.Count)]); break;
                default: text[place] = Noise[_random.Next(Noise.Length)]; break;
            }
        }
        return string.Concat(text);
    }

    private const string Noise = "()[]{}.,:;\"'@#\\?*/-+<>=! \n\t0919azAZ_èλ\u200b\ud83d\ude00\ud83d";

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    public static readonly string[] FunctionNames =
    [
        "abs", "add working days", "after", "all", "any", "append", "before", "ceiling", "coincides", "concatenate", "contains", "context", "context merge", "context put",
        "count", "date", "date and time", "day of week", "day of year", "decimal", "distinct values", "duration", "during", "ends with", "even", "exp", "finished by",
        "finishes", "flatten", "floor", "get entries", "get value", "includes", "index of", "insert before", "is", "is holiday", "last day of month", "list contains",
        "list replace", "log", "lower case", "matches", "max", "mean", "median", "meets", "met by", "min", "mode", "modulo", "month of year", "next working day", "not",
        "now", "number", "odd", "overlaps", "overlaps after", "overlaps before", "product", "range", "remove", "replace", "reverse", "round down", "round half down",
        "round half up", "round up", "sort", "split", "sqrt", "start of next day", "started by", "starts", "starts with", "stddev", "string", "string join", "string length",
        "sublist", "substring", "substring after", "substring before", "sum", "term end", "time", "today", "union", "upper case", "week of year", "working days between",
        "years and months duration", "is working day",
    ];

    /// <summary>An argument of any type.</summary>
    public string Argument() => Pick(Leaves);
}
