namespace Orchestrator.Feel.Builtins;

/// <summary>Numeric functions (DMN 1.5, 10.3.4.5).</summary>
internal static class NumberFunctions
{
    public static void Register(BuiltinTable.Rows rows)
    {
        AddRounding(rows, "decimal(n: number, scale: number)", RoundingRule.HalfEven);
        AddRounding(rows, "floor(n: number, scale?: number)", RoundingRule.Floor);
        AddRounding(rows, "ceiling(n: number, scale?: number)", RoundingRule.Ceiling);
        AddRounding(rows, "round up(n: number, scale?: number)", RoundingRule.Up);
        AddRounding(rows, "round down(n: number, scale?: number)", RoundingRule.Down);
        AddRounding(rows, "round half up(n: number, scale?: number)", RoundingRule.HalfUp);
        AddRounding(rows, "round half down(n: number, scale?: number)", RoundingRule.HalfDown);
        rows.Add("abs(n: number)", call => new FeelNumber(call.Number(0).Abs()));
        rows.Add("abs(n: days and time duration)", call => new FeelDayTimeDuration(Int128.Abs(((FeelDayTimeDuration)call[0]).Nanoseconds)));
        rows.Add("abs(n: years and months duration)", call => ((FeelYearMonthDuration)call[0]).Months is > long.MinValue and var months
            ? new FeelYearMonthDuration(Math.Abs(months)) : call.NoResult("the duration is too long"));
        rows.Add("modulo(dividend: number, divisor: number)", call => call.Number(1).IsZero
            ? call.NoResult("the divisor is zero") : call.OfNumber(Decimal34.Modulo(call.Number(0), call.Number(1))));
        rows.Add("sqrt(number: number)", call => Costly(call, DecimalMath.Sqrt));
        rows.Add("log(number: number)", call => Costly(call, DecimalMath.Log));
        rows.Add("exp(number: number)", call => Costly(call, DecimalMath.Exp));
        rows.Add("odd(number: number)", call => Parity(call, 1));
        rows.Add("even(number: number)", call => Parity(call, 0));
    }

    private static FeelValue Costly(Invocation call, Func<Decimal34, Decimal34?> function)
    {
        call.Step(DecimalMath.Steps);
        return call.OfNumber(function(call.Number(0)));
    }

    private static void AddRounding(BuiltinTable.Rows rows, string signature, RoundingRule rule) => rows.Add(signature, call =>
    {
        var scale = 0;
        if (call.Has(1) && (!call.Number(1).TryToInt32(out scale) || scale < -6111 || scale > 6176))
            return call.NoResult("the scale is not a whole number from -6111 to 6176");
        return call.OfNumber(call.Number(0).Round(scale, rule));
    });

    // A number that is not whole is neither odd nor even.
    private static FeelBoolean Parity(Invocation call, int rest) =>
        FeelBoolean.Of(Decimal34.Modulo(call.Number(0), 2) is { } found && found == rest);
}
