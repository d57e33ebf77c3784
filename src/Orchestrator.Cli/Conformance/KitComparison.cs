using System.Globalization;
using Orchestrator.Feel;

namespace Orchestrator.Cli.Conformance;

/// <summary>How a value agrees with the expected one.</summary>
internal enum KitMatch
{
    No,

    /// <summary>Only because the expected number is not exact.</summary>
    WithinAllowance,
    Exact,
}

/// <summary>
/// Is the value the expected one? As FEEL's <c>=</c> says. Only numbers written with at least eight decimals have an allowance, because there the kit has
/// results that were rounded, cut off or computed with doubles (docs/dmn-conformance.md has the measurement). It follows from the literal alone:
/// rounded or cut to the decimals that are written; of 16 or 17 digits, the same double; of 15 digits, which is what a double promises, 10^-13 of the size.
/// </summary>
internal sealed class KitComparison(FeelEnvironment environment)
{
    private const int DecimalsOfInexact = 8;
    private const int DigitsOfDouble = 15;
    private const int DigitsOfExactDouble = 17;

    private static readonly FeelExpression Same = FeelExpression.Parse("actual = expected").Expression!;
    private static readonly FeelExpression Written = FeelExpression.Parse("expected in (decimal(actual, decimals), round down(actual, decimals))").Expression!;
    private static readonly FeelExpression Near = FeelExpression.Parse("abs(actual - expected) <= abs(expected) / 10 ** 13").Expression!;

    public KitMatch Match(FeelValue expected, FeelValue actual) => (expected, actual) switch
    {
        (FeelNull, _) or (_, FeelNull) => ExactIf(expected.IsNull && actual.IsNull),
        (FeelNumber one, FeelNumber other) => MatchNumbers(one, other),
        (FeelList one, FeelList other) => one.Count == other.Count ? Worst(one.Items.Zip(other.Items, Match)) : KitMatch.No,
        (FeelContext one, FeelContext other) => one.Count == other.Count
            ? Worst(one.Entries.Select(entry => other.TryGet(entry.Key, out var value) ? Match(entry.Value, value) : KitMatch.No))
            : KitMatch.No,
        _ => ExactIf(expected.TypeName == actual.TypeName && IsTrue(Same, ("expected", expected), ("actual", actual))),
    };

    private KitMatch MatchNumbers(FeelNumber expected, FeelNumber actual)
    {
        if (expected.Value == actual.Value) return KitMatch.Exact;
        return expected.Value.Scale >= DecimalsOfInexact && IsAllowed(expected, actual) ? KitMatch.WithinAllowance : KitMatch.No;
    }

    private bool IsAllowed(FeelNumber expected, FeelNumber actual)
    {
        if (IsTrue(Written, ("expected", expected), ("actual", actual), ("decimals", FeelValue.Of(expected.Value.Scale)))) return true;
        return expected.Value.Precision switch
        {
            DigitsOfDouble => IsTrue(Near, ("expected", expected), ("actual", actual)),
            > DigitsOfDouble and <= DigitsOfExactDouble => AsDouble(expected).Equals(AsDouble(actual)),
            _ => false,
        };
    }

    private static double AsDouble(FeelNumber number) => double.Parse(number.Value.ToString(), CultureInfo.InvariantCulture);

    private static KitMatch Worst(IEnumerable<KitMatch> matches) => matches.Append(KitMatch.Exact).Min();

    private static KitMatch ExactIf(bool same) => same ? KitMatch.Exact : KitMatch.No;

    private bool IsTrue(FeelExpression expression, params ReadOnlySpan<(string, FeelValue)> variables) =>
        expression.Evaluate(FeelContext.Of(variables), environment).Value is FeelBoolean { Value: true };
}
