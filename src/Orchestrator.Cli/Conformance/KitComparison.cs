using Orchestrator.Feel;

namespace Orchestrator.Cli.Conformance;

/// <summary>
/// Is the value the expected one? As FEEL's <c>=</c> says, with two allowances where at least eight decimals are written, because there the kit has results
/// that were cut off or computed with doubles: half of the last decimal and, up to the 17 digits of a double, 10^-12 of the size. Shorter numbers are exact.
/// </summary>
internal sealed class KitComparison(FeelEnvironment environment)
{
    private const int DecimalsOfInexact = 8;

    private static readonly FeelExpression Same = FeelExpression.Parse("actual = expected").Expression!;

    private static readonly FeelExpression Near = FeelExpression.Parse(
        "abs(actual - expected) <= max(0.5 / 10 ** decimals, if digits <= 17 then abs(expected) / 10 ** 12 else 0)").Expression!;

    public bool Matches(FeelValue expected, FeelValue actual) => (expected, actual) switch
    {
        (FeelNull, _) or (_, FeelNull) => expected.IsNull && actual.IsNull,
        (FeelNumber one, FeelNumber other) => NumbersMatch(one, other),
        (FeelList one, FeelList other) => one.Count == other.Count && one.Items.Zip(other.Items).All(pair => Matches(pair.First, pair.Second)),
        (FeelContext one, FeelContext other) => one.Count == other.Count && one.Entries.All(entry => other.TryGet(entry.Key, out var value) && Matches(entry.Value, value)),
        _ => expected.TypeName == actual.TypeName && IsTrue(Same, ("expected", expected), ("actual", actual)),
    };

    private bool NumbersMatch(FeelNumber expected, FeelNumber actual)
    {
        var text = expected.Value.ToString();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 || text.Contains('E', StringComparison.Ordinal) ? 0 : text.Length - point - 1;
        if (decimals < DecimalsOfInexact) return expected.Value == actual.Value;
        var digits = text.Count(char.IsAsciiDigit) - (text.TrimStart('-').StartsWith('0') ? 1 : 0);
        return IsTrue(Near, ("expected", expected), ("actual", actual), ("decimals", FeelValue.Of(decimals)), ("digits", FeelValue.Of(digits)));
    }

    private bool IsTrue(FeelExpression expression, params ReadOnlySpan<(string, FeelValue)> variables) =>
        expression.Evaluate(FeelContext.Of(variables), environment).Value is FeelBoolean { Value: true };
}
