using Orchestrator.Feel.Temporal;

namespace Orchestrator.Feel.Evaluation;

/// <summary>FEEL's equality and order (DMN 1.5, 10.3.2.13, tables 42 and 45). Null as a result means "not comparable".</summary>
internal static class Comparing
{
    /// <summary>null equals only null; values of different types are not comparable.</summary>
    public static bool? AreEqual(FeelValue left, FeelValue right)
    {
        if (left is FeelNull || right is FeelNull) return left is FeelNull && right is FeelNull;
        switch (left, right)
        {
            case (FeelNumber one, FeelNumber other): return one.Value == other.Value;
            case (FeelString one, FeelString other): return string.Equals(one.Value, other.Value, StringComparison.Ordinal);
            case (FeelBoolean one, FeelBoolean other): return one.Value == other.Value;
            case (FeelDate one, FeelDate other): return one.Equals(other);
            case (FeelTime one, FeelTime other): return TemporalArithmetic.Compare(one, other) is { } times ? times == 0 : false;
            case (FeelDateTime one, FeelDateTime other): return TemporalArithmetic.Compare(one, other) is { } instants ? instants == 0 : false;
            case (FeelYearMonthDuration one, FeelYearMonthDuration other): return one.Months == other.Months;
            case (FeelDayTimeDuration one, FeelDayTimeDuration other): return one.Nanoseconds == other.Nanoseconds;
            case (FeelList one, FeelList other): return ListsEqual(one, other);
            case (FeelContext one, FeelContext other): return ContextsEqual(one, other);
            case (FeelRange one, FeelRange other): return RangesEqual(one, other);
            case (FeelFunction one, FeelFunction other): return one.Equals(other);
            default: return null;
        }
    }

    private static bool? ListsEqual(FeelList left, FeelList right)
    {
        if (left.Count != right.Count) return false;
        bool? result = true;
        for (var i = 0; i < left.Count; i++)
        {
            var item = AreEqual(left[i], right[i]);
            if (item == false) return false;
            if (item is null) result = null;
        }
        return result;
    }

    private static bool? ContextsEqual(FeelContext left, FeelContext right)
    {
        if (left.Count != right.Count) return false;
        bool? result = true;
        foreach (var (name, value) in left.Entries)
        {
            if (!right.TryGet(name, out var theirs)) return false;
            var entry = AreEqual(value, theirs);
            if (entry == false) return false;
            if (entry is null) result = null;
        }
        return result;
    }

    private static bool? RangesEqual(FeelRange left, FeelRange right)
    {
        if (left.StartIncluded != right.StartIncluded || left.EndIncluded != right.EndIncluded || left.Form != right.Form) return false;
        var start = AreEqual(left.Start, right.Start);
        var end = AreEqual(left.End, right.End);
        if (start == false || end == false) return false;
        return start is null || end is null ? null : true;
    }

    /// <summary>Negative, zero, positive; null when the two have no order. Booleans, lists, contexts, ranges and functions never have one.</summary>
    public static int? Order(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber one, FeelNumber other) => one.Value.CompareTo(other.Value),
        (FeelString one, FeelString other) => CompareText(one.Value, other.Value),
        (FeelDate one, FeelDate other) => one.CompareTo(other),
        (FeelDateTime one, FeelDateTime other) => TemporalArithmetic.Compare(one, other),
        (FeelDate one, FeelDateTime other) => TemporalArithmetic.Compare(Midnight(one, other), other),
        (FeelDateTime one, FeelDate other) => TemporalArithmetic.Compare(one, Midnight(other, one)),
        (FeelTime one, FeelTime other) => TemporalArithmetic.Compare(one, other),
        (FeelYearMonthDuration one, FeelYearMonthDuration other) => one.Months.CompareTo(other.Months),
        (FeelDayTimeDuration one, FeelDayTimeDuration other) => one.Nanoseconds.CompareTo(other.Nanoseconds),
        _ => null,
    };

    /// <summary>A date as its midnight: in UTC beside a time with a zone, as 10.3.2.9.4 converts it, else a local one, so that a meeting without zone can be compared with a last day.</summary>
    private static FeelDateTime Midnight(FeelDate date, FeelDateTime beside) =>
        beside.Zone is null ? new FeelDateTime(date, FeelTime.Midnight) : TemporalArithmetic.AsDateTime(date);

    /// <summary>By code points, so that characters beyond the first plane stand behind all others.</summary>
    private static int CompareText(string left, string right)
    {
        var shared = Math.Min(left.Length, right.Length);
        for (var i = 0; i < shared; i++)
        {
            if (left[i] == right[i]) continue;
            var leftHigh = char.IsSurrogate(left[i]);
            var rightHigh = char.IsSurrogate(right[i]);
            return leftHigh != rightHigh ? leftHigh.CompareTo(rightHigh) : left[i].CompareTo(right[i]);
        }
        return left.Length.CompareTo(right.Length);
    }

    /// <summary>Does the value lie in the range? Null when its ends and the value have no order.</summary>
    public static bool? Contains(FeelRange range, FeelValue value)
    {
        if (range.Form == RangeForm.Unequal) return !AreEqual(range.Start, value);
        bool? above = range.Start.IsNull ? true : Order(value, range.Start) is { } low ? low > 0 || (low == 0 && range.StartIncluded) : null;
        bool? below = range.End.IsNull ? true : Order(value, range.End) is { } high ? high < 0 || (high == 0 && range.EndIncluded) : null;
        // (= x) compares by equality, so that it works for types without an order.
        if (above is null && range is { Form: RangeForm.Unary, StartIncluded: true, EndIncluded: true }) return AreEqual(range.Start, value);
        return above == false || below == false ? false : above & below;
    }

    /// <summary>The meaning of <c>value in test</c> for a test that was evaluated (rule 9 and table 55): a range holds it, a list has it among its items, anything else equals it.</summary>
    public static bool? IsIn(FeelValue value, FeelValue test)
    {
        if (test is FeelRange range && value is not FeelRange) return Contains(range, value);
        if (test is not FeelList list) return AreEqual(value, test);
        if (value is FeelList && AreEqual(value, test) == true) return true;
        foreach (var item in list)
            if ((item is FeelRange inner && value is not FeelRange ? Contains(inner, value) : AreEqual(value, item)) == true) return true;
        return false;
    }
}
