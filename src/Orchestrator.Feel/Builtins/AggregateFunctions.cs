using Orchestrator.Feel.Evaluation;
using Orchestrator.Feel.Temporal;

namespace Orchestrator.Feel.Builtins;

/// <summary>List functions that give one value for many (DMN 1.5, 10.3.4.4). Each takes a list or the items themselves.</summary>
internal static class AggregateFunctions
{
    public static void Register(BuiltinTable.Rows rows)
    {
        Add(rows, "min", call => Extreme(call, -1));
        Add(rows, "max", call => Extreme(call, 1));
        Add(rows, "sum", Sum);
        Add(rows, "mean", Mean);
        Add(rows, "product", Product);
        Add(rows, "median", Median);
        Add(rows, "stddev", StandardDeviation);
        Add(rows, "mode", Mode);
        Add(rows, "all", call => Quantify(call, stopAt: false));
        Add(rows, "any", call => Quantify(call, stopAt: true));
    }

    private static void Add(BuiltinTable.Rows rows, string name, Func<Invocation, FeelValue> body)
    {
        rows.Add($"{name}(list: list)", body);
        rows.Add($"{name}(item...: any)", body);
    }

    private static FeelValue Extreme(Invocation call, int sign)
    {
        var list = call.List(0);
        call.Step(list.Count);
        if (list.Count == 0) return FeelNull.Instance;
        var best = list[0];
        foreach (var item in list)
        {
            if (Comparing.Order(item, best) is not { } order) return call.NoResult($"a {item.TypeName} and a {best.TypeName} have no order");
            if (order * sign > 0) best = item;
        }
        return best;
    }

    /// <summary>The items as numbers, or null with a warning when one is none.</summary>
    private static Decimal34[]? Numbers(Invocation call, string name)
    {
        var list = call.List(0);
        call.Step(list.Count);
        var numbers = new Decimal34[list.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (list[i] is not FeelNumber number)
            {
                call.Warn(FeelDescriptors.WrongArgument, name, "a list of numbers", "list", $"a list with a {list[i].TypeName}");
                return null;
            }
            numbers[i] = number.Value;
        }
        return numbers;
    }

    private static FeelValue Sum(Invocation call)
    {
        var list = call.List(0);
        if (list.Count == 0) return FeelNull.Instance;
        if (list[0] is FeelDayTimeDuration or FeelYearMonthDuration) return SumOfDurations(call, list);
        return Numbers(call, "sum") is { } numbers ? call.OfNumber(Total(numbers)) : FeelNull.Instance;
    }

    private static FeelValue SumOfDurations(Invocation call, FeelList list)
    {
        call.Step(list.Count);
        FeelValue? sum = list[0];
        for (var i = 1; i < list.Count && sum is not null; i++)
            sum = list[i] is FeelDayTimeDuration or FeelYearMonthDuration ? TemporalArithmetic.Add(sum, list[i]) : null;
        return sum ?? call.NoResult("the durations are of two kinds, or too long");
    }

    private static Decimal34? Total(Decimal34[] numbers)
    {
        Decimal34? sum = Decimal34.Zero;
        foreach (var number in numbers)
            if (sum is { } so) sum = Decimal34.Add(so, number);
        return sum;
    }

    private static FeelValue Mean(Invocation call)
    {
        var list = call.List(0);
        if (list.Count == 0) return FeelNull.Instance;
        if (list[0] is FeelDayTimeDuration or FeelYearMonthDuration)
            return SumOfDurations(call, list) is { IsNull: false } sum && TemporalArithmetic.Divide(sum, FeelValue.Of(list.Count)) is { } mean ? mean : FeelNull.Instance;
        return Numbers(call, "mean") is { } numbers ? call.OfNumber(MeanOf(numbers)) : FeelNull.Instance;
    }

    private static Decimal34? MeanOf(Decimal34[] numbers) => Total(numbers) is { } total ? Decimal34.Divide(total, numbers.Length) : null;

    private static FeelValue Product(Invocation call)
    {
        if (Numbers(call, "product") is not { } numbers || numbers.Length == 0) return FeelNull.Instance;
        Decimal34? product = Decimal34.One;
        foreach (var number in numbers)
            if (product is { } so) product = Decimal34.Multiply(so, number);
        return call.OfNumber(product);
    }

    private static FeelValue Median(Invocation call)
    {
        if (Numbers(call, "median") is not { } numbers || numbers.Length == 0) return FeelNull.Instance;
        Array.Sort(numbers);
        var middle = numbers.Length / 2;
        if (numbers.Length % 2 == 1) return new FeelNumber(numbers[middle]);
        return call.OfNumber(Decimal34.Add(numbers[middle - 1], numbers[middle]) is { } sum ? Decimal34.Divide(sum, 2) : null);
    }

    /// <summary>The standard deviation of a sample: of fewer than two numbers there is none.</summary>
    private static FeelValue StandardDeviation(Invocation call)
    {
        if (Numbers(call, "stddev") is not { } numbers) return FeelNull.Instance;
        if (numbers.Length < 2) return call.NoResult("fewer than two numbers have no deviation");
        if (MeanOf(numbers) is not { } mean) return call.OfNumber(null);
        Decimal34? squares = Decimal34.Zero;
        foreach (var number in numbers)
            squares = squares is { } so && Decimal34.Subtract(number, mean) is { } distance && Decimal34.Multiply(distance, distance) is { } square ? Decimal34.Add(so, square) : null;
        return call.OfNumber(squares is { } sum && Decimal34.Divide(sum, numbers.Length - 1) is { } variance ? DecimalMath.Sqrt(variance) : null);
    }

    private static FeelValue Mode(Invocation call)
    {
        if (Numbers(call, "mode") is not { } numbers) return FeelNull.Instance;
        if (numbers.Length == 0) return FeelList.Empty;
        var groups = numbers.GroupBy(number => number).ToList();
        var most = groups.Max(group => group.Count());
        return FeelList.From(groups.Where(group => group.Count() == most).Select(group => group.Key).Order().Select(number => new FeelNumber(number)));
    }

    private static FeelValue Quantify(Invocation call, bool stopAt)
    {
        call.Step(call.List(0).Count);
        var unknown = false;
        foreach (var item in call.List(0))
        {
            if (item is FeelBoolean { Value: var value } && value == stopAt) return FeelBoolean.Of(stopAt);
            unknown |= item is not FeelBoolean;
        }
        return unknown ? FeelNull.Instance : FeelBoolean.Of(!stopAt);
    }
}
