namespace Orchestrator.Feel.Tests.Properties;

/// <summary>Random expressions without dates and times whose parts mostly have the types that their operators want, so that most have a value. Now and then a part has another type.</summary>
internal sealed class TypedGenerator(int seed)
{
    private readonly Random _random = new(seed);
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);
    private int _names;

    public string Next() => Any(1 + _random.Next(4));

    /// <summary>The parts of what was generated that mean something by themselves, the shortest first: where a whole differs, the first part that differs shows why.</summary>
    public IEnumerable<string> Parts => _parts.OrderBy(part => part.Length).ThenBy(part => part, StringComparer.Ordinal);

    private string Any(int depth) => Part(_random.Next(10) switch
    {
        0 or 1 or 2 => Number(depth),
        3 or 4 => Text(depth),
        5 or 6 => Truth(depth),
        7 or 8 => List(depth),
        _ => Context(depth),
    });

    private string Part(string text)
    {
        _parts.Add(text);
        return text;
    }

    private string Sometimes(Func<int, string> usual, int depth) => _random.Next(25) == 0 ? Any(depth) : usual(depth);

    private string N(int depth) => Part(Sometimes(Number, depth));

    private string T(int depth) => Part(Sometimes(Text, depth));

    private string B(int depth) => Part(Sometimes(Truth, depth));

    private string L(int depth) => Part(Sometimes(List, depth));

    private string C(int depth) => Part(Sometimes(Context, depth));

    private string Number(int depth)
    {
        if (depth <= 0) return Pick("1", "2", "3", "5", "10", "0", "-4", "0.5", "2.25", "x", "p.n", "null");
        var d = depth - 1;
        return _random.Next(16) switch
        {
            0 or 1 or 2 => $"({N(d)} {Pick("+", "-", "*", "/")} {N(d)})",
            3 => $"({N(d)} ** {Pick("2", "3", "0", "-1")})",
            4 => $"-({N(d)})",
            5 => $"(if {B(d)} then {N(d)} else {N(d)})",
            6 => $"{Pick("sum", "min", "max", "count", "mean", "median", "product")}({L(d)})",
            7 => $"{Pick("floor", "ceiling", "round up", "round down", "round half up", "round half down")}({N(d)}{Pick("", ", 0", ", 1")})",
            8 => _random.Next(3) == 0 ? $"abs({N(d)})" : $"decimal({N(d)}, {Pick("0", "1", "2")})",
            9 => $"modulo({N(d)}, {N(d)})",
            10 => $"string length({T(d)})",
            11 => $"({L(d)})[{Pick("1", "2", "-1", "4", "0")}]",
            12 => $"{C(d)}.{Pick("n", "m", "k")}",
            13 => $"number({Pick("\"12\"", "\"1.5\"", "\"abc\"", "\"1,5\"")})",
            14 => $"(function(u, v) u {Pick("+", "-", "*")} v)({N(d)}, {N(d)})",
            _ => $"sqrt({Pick("4", "9", "2", "0", "-1")})",
        };
    }

    private string Text(int depth)
    {
        if (depth <= 0) return Pick("\"\"", "\"a\"", "\"foo bar\"", "\"B\"", "\"è\"", "\"foobar\"", "y", "p.s", "null");
        var d = depth - 1;
        return _random.Next(13) switch
        {
            0 or 1 => $"({T(d)} + {T(d)})",
            2 => $"substring({T(d)}, {Pick("1", "2", "-2", "0", "9")}{Pick("", ", 1", ", 2", ", 9")})",
            3 => $"{Pick("upper case", "lower case")}({T(d)})",
            4 => $"{Pick("substring before", "substring after")}({T(d)}, {T(d)})",
            5 => $"string({Any(d)})",
            6 => $"string join({L(d)}{Pick("", ", \"-\"")})",
            7 => $"(if {B(d)} then {T(d)} else {T(d)})",
            8 => $"replace({T(d)}, {Pick("\"o\"", "\"[ab]\"", "\"(o)\"", "\"z\"")}, {Pick("\"x\"", "\"\"", "\"[$1]\"")})",
            9 => $"({L(d)})[{Pick("1", "-1")}]",
            10 => $"get value({C(d)}, {Pick("\"s\"", "\"n\"")})",
            11 => $"{C(d)}.{Pick("s", "t")}",
            _ => $"string({N(d)})",
        };
    }

    private string Truth(int depth)
    {
        if (depth <= 0) return Pick("true", "false", "null", "p.b");
        var d = depth - 1;
        return _random.Next(20) switch
        {
            0 or 1 or 2 => $"({N(d)} {Pick("=", "!=", "<", "<=", ">", ">=")} {N(d)})",
            3 => $"({T(d)} {Pick("=", "!=", "<", ">")} {T(d)})",
            4 or 5 => $"({B(d)} {Pick("and", "or")} {B(d)})",
            6 => $"not({B(d)})",
            7 => $"({N(d)} between {N(d)} and {N(d)})",
            8 => $"({N(d)} in {Range(d)})",
            9 => $"({N(d)} in ({N(d)}, {Pick("> ", "<= ", "")}{N(d)}))",
            10 => $"({N(d)} in {L(d)})",
            11 => Quantified(d),
            12 => $"{Pick("contains", "starts with", "ends with")}({T(d)}, {T(d)})",
            13 => $"matches({T(d)}, {Pick("\"^f\"", "\"o+\"", "\"[a-c]\"", "\"\"")})",
            14 => $"list contains({L(d)}, {Any(d)})",
            15 => $"{Pick("all", "any")}([{B(d)}, {B(d)}])",
            16 => $"({Any(d)} instance of {Pick("number", "string", "boolean", "list<number>", "context<n: number>", "Any")})",
            17 => $"({L(d)} {Pick("=", "!=")} {L(d)})",
            18 => $"{Pick("even", "odd")}({N(d)})",
            _ => $"{Pick("before", "after", "includes", "overlaps", "meets", "coincides", "starts", "finishes", "during")}({Range(d)}, {Range(d)})",
        };
    }

    private string Range(int depth)
    {
        var low = _random.Next(-5, 8);
        return _random.Next(6) == 0 ? $"[{N(depth)}..{N(depth)}]" : $"{Pick("[", "(", "]")}{low}..{low + _random.Next(0, 6)}{Pick("]", ")", "[")}";
    }

    private string List(int depth)
    {
        if (depth <= 0) return Pick("[]", "[1, 2, 3]", "[3, 1, 2, 1]", "[\"b\", \"a\"]", "[1, null]", "xs", "[true, false]", "[0.5, -1]");
        var d = depth - 1;
        return _random.Next(17) switch
        {
            0 => $"[{N(d)}, {N(d)}, {N(d)}]",
            1 => $"[{T(d)}, {T(d)}]",
            2 => Loop(L(d), d),
            3 => Loop(Pick("1..3", "3..1", "[1..4]", "0..2"), d),
            4 => $"({L(d)})[item {Pick(">", "<", "=", "!=")} {N(d)}]",
            5 => $"{Pick("reverse", "distinct values", "flatten")}({L(d)})",
            6 => $"append({L(d)}, {Any(d)})",
            7 => $"{Pick("concatenate", "union")}({L(d)}, {L(d)})",
            8 => $"sublist({L(d)}, {Pick("1", "2", "-1", "-2")}{Pick("", ", 1", ", 2")})",
            9 => $"insert before({L(d)}, {Pick("1", "2", "-1")}, {Any(d)})",
            10 => $"remove({L(d)}, {Pick("1", "2", "-1")})",
            11 => $"index of({L(d)}, {N(d)})",
            12 => $"sort({L(d)}, function(u, v) u {Pick("<", ">")} v)",
            13 => $"split({T(d)}, {Pick("\"o\"", "\" \"", "\"a\"")})",
            14 => $"[{C(d)}, {C(d)}].{Pick("n", "s")}",
            15 => $"[{C(d)}, {C(d)}][n {Pick(">", "=")} {N(d)}]",
            _ => $"list replace({L(d)}, {Pick("1", "2", "-1")}, {Any(d)})",
        };
    }

    private string Context(int depth)
    {
        if (depth <= 0) return Pick("{n: 1, s: \"a\"}", "{n: 2, m: n + 1}", "p", "{}", "{s: \"x\", t: s + s}");
        var d = depth - 1;
        return _random.Next(7) switch
        {
            0 or 1 => $"{{n: {N(d)}, s: {T(d)}}}",
            2 => $"{{n: {N(d)}, k: n {Pick("+", "*")} {N(d)}}}",
            3 => $"context put({C(d)}, {Pick("\"n\"", "\"z\"")}, {Any(d)})",
            4 => $"context merge([{C(d)}, {C(d)}])",
            5 => $"context(get entries({C(d)}))",
            _ => $"{{n: {N(d)}, inner: {C(d)}}}",
        };
    }

    private string Loop(string over, int depth)
    {
        var name = $"i{++_names}";
        return $"(for {name} in {over} return {name} {Pick("+", "*", "-")} {N(depth)})";
    }

    private string Quantified(int depth)
    {
        var name = $"i{++_names}";
        return $"({Pick("some", "every")} {name} in {L(depth)} satisfies {name} {Pick(">", "=", "<")} {N(depth)})";
    }

    private string Pick(params ReadOnlySpan<string> from) => from[_random.Next(from.Length)];
}
