using BenchmarkDotNet.Attributes;
using Orchestrator.Feel;

namespace Orchestrator.Benchmarks;

/// <summary>Expressions as definitions hold them: compiled once per deployment, evaluated over variables that are bound already; binding and reading stand beside them.</summary>
public class FeelBenchmarks
{
    public const string ConditionText = "amount > 1000 and status = \"open\"";

    private const string Json = "{\"amount\":1250.5,\"status\":\"open\",\"signingDate\":\"2026-03-06\",\"items\":[{\"price\":10,\"count\":3},{\"price\":4.5,\"count\":12}]}";

    private static readonly FeelEnvironment Office =
        new(new DateTimeOffset(2026, 3, 7, 9, 0, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), _ => null, ItalianCalendars.Default);

    private readonly FeelContext _variables = (FeelContext)FeelJson.Read(Json);
    private readonly FeelExpression _condition = Read(ConditionText);
    private readonly FeelExpression _sum = Read("sum(for one in items return one.price * one.count)");
    private readonly FeelExpression _filter = Read("items[price > 5].count");
    private readonly FeelExpression _term = Read("term end(date(signingDate), @\"P30D\", \"legal\")");
    private readonly FeelExpression _ternary = Read("if amount > 1000 then \"high\" else \"low\"");

    [Benchmark(Description = "amount > 1000 and status = \"open\", compiled and bound")]
    public FeelValue Condition() => _condition.Evaluate(_variables, Office).Value;

    [Benchmark(Description = "the same, with binding the variables from JSON")]
    public FeelValue ConditionFromJson() => _condition.Evaluate((FeelContext)FeelJson.Read(Json), Office).Value;

    [Benchmark(Description = "the same, with reading the expression (never on the hot path)")]
    public FeelValue ConditionFromText() => Read(ConditionText).Evaluate(_variables, Office).Value;

    [Benchmark(Description = "if amount > 1000 then \"high\" else \"low\"")]
    public FeelValue Ternary() => _ternary.Evaluate(_variables, Office).Value;

    [Benchmark(Description = "sum(for one in items return one.price * one.count)")]
    public FeelValue Sum() => _sum.Evaluate(_variables, Office).Value;

    [Benchmark(Description = "items[price > 5].count")]
    public FeelValue Filter() => _filter.Evaluate(_variables, Office).Value;

    [Benchmark(Description = "term end(date(signingDate), @\"P30D\", \"legal\")")]
    public FeelValue Term() => _term.Evaluate(_variables, Office).Value;

    [Benchmark(Description = "the same, explained")]
    public FeelExplained TermExplained() => _term.Explain(_variables, Office);

    private static FeelExpression Read(string text) => FeelExpression.Parse(text).Expression!;
}
