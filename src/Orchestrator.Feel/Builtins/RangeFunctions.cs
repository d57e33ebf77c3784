using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Feel.Builtins;

/// <summary>Allen's relations between points and ranges (DMN 1.5, table 78), and <c>range</c>.</summary>
internal static class RangeFunctions
{
    private const string Point = "number|string|date|time|date and time|years and months duration|days and time duration";

    public static void Register(BuiltinTable.Rows rows)
    {
        AddBeforeAfter(rows);
        AddPoint(rows, "includes", (range, point) => Comparing.Contains(range, point));
        AddPoint(rows, "started by", (range, point) => range.StartIncluded & Comparing.AreEqual(range.Start, point));
        AddPoint(rows, "finished by", (range, point) => range.EndIncluded & Comparing.AreEqual(range.End, point));
        rows.Add($"during(point: {Point}, range: range)", call => Answer(call, Comparing.Contains(Range(call, 1), call[0])));
        rows.Add($"starts(point: {Point}, range: range)", call => Answer(call, Range(call, 1).StartIncluded & Comparing.AreEqual(Range(call, 1).Start, call[0])));
        rows.Add($"finishes(point: {Point}, range: range)", call => Answer(call, Range(call, 1).EndIncluded & Comparing.AreEqual(Range(call, 1).End, call[0])));
        AddRanges(rows, "meets", Meets);
        AddRanges(rows, "met by", (one, other) => Meets(other, one));
        AddRanges(rows, "overlaps", Overlaps);
        AddRanges(rows, "overlaps before", OverlapsBefore);
        AddRanges(rows, "overlaps after", (one, other) => OverlapsBefore(other, one));
        AddRanges(rows, "includes", Includes);
        AddRanges(rows, "during", (one, other) => Includes(other, one));
        AddRanges(rows, "starts", Starts);
        AddRanges(rows, "started by", (one, other) => Starts(other, one));
        AddRanges(rows, "finishes", Finishes);
        AddRanges(rows, "finished by", (one, other) => Finishes(other, one));
        AddRanges(rows, "coincides", (one, other) => SameStart(one, other) & SameEnd(one, other));
        rows.Add($"coincides(point1: {Point}, point2: {Point})", call => Answer(call, Comparing.AreEqual(call[0], call[1])));
        rows.Add("range(from: string)", FromText);
    }

    private static void AddBeforeAfter(BuiltinTable.Rows rows)
    {
        rows.Add($"before(point1: {Point}, point2: {Point})", call => Answer(call, Less(call[0], call[1])));
        rows.Add($"before(point: {Point}, range: range)", call => Answer(call, PointBefore(call[0], Range(call, 1))));
        rows.Add($"before(range: range, point: {Point})", call => Answer(call, RangeBefore(Range(call, 0), call[1])));
        rows.Add("before(range1: range, range2: range)", call => Answer(call, Before(Range(call, 0), Range(call, 1))));
        rows.Add($"after(point1: {Point}, point2: {Point})", call => Answer(call, Less(call[1], call[0])));
        rows.Add($"after(point: {Point}, range: range)", call => Answer(call, RangeBefore(Range(call, 1), call[0])));
        rows.Add($"after(range: range, point: {Point})", call => Answer(call, PointBefore(call[1], Range(call, 0))));
        rows.Add("after(range1: range, range2: range)", call => Answer(call, Before(Range(call, 1), Range(call, 0))));
    }

    private static void AddPoint(BuiltinTable.Rows rows, string name, Func<FeelRange, FeelValue, bool?> relation) =>
        rows.Add($"{name}(range: range, point: {Point})", call => Answer(call, relation(Range(call, 0), call[1])));

    private static void AddRanges(BuiltinTable.Rows rows, string name, Func<FeelRange, FeelRange, bool?> relation) =>
        rows.Add($"{name}(range1: range, range2: range)", call => Answer(call, relation(Range(call, 0), Range(call, 1))));

    private static FeelRange Range(Invocation call, int index) => (FeelRange)call[index];

    private static FeelValue Answer(Invocation call, bool? answer) => answer is { } known ? FeelBoolean.Of(known) : call.NoResult("the ends have no common order");

    private static bool? Less(FeelValue left, FeelValue right) => Comparing.Order(left, right) is { } order ? order < 0 : null;

    private static bool? Same(FeelValue left, FeelValue right) => Comparing.Order(left, right) is { } order ? order == 0 : null;

    private static bool? PointBefore(FeelValue point, FeelRange range) => Less(point, range.Start) | (!range.StartIncluded & Same(point, range.Start));

    private static bool? RangeBefore(FeelRange range, FeelValue point) => Less(range.End, point) | (!range.EndIncluded & Same(range.End, point));

    private static bool? Before(FeelRange one, FeelRange other) =>
        Less(one.End, other.Start) | ((!one.EndIncluded || !other.StartIncluded) & Same(one.End, other.Start));

    private static bool? Meets(FeelRange one, FeelRange other) => (one.EndIncluded && other.StartIncluded) & Same(one.End, other.Start);

    private static bool? Overlaps(FeelRange one, FeelRange other) => !Before(one, other) & !Before(other, one);

    /// <summary>Starts earlier: at a lower point, or at the same point that only the first includes.</summary>
    private static bool? StartsEarlier(FeelRange one, FeelRange other) =>
        Less(one.Start, other.Start) | ((one.StartIncluded && !other.StartIncluded) & Same(one.Start, other.Start));

    private static bool? EndsEarlier(FeelRange one, FeelRange other) =>
        Less(one.End, other.End) | ((!one.EndIncluded && other.EndIncluded) & Same(one.End, other.End));

    /// <summary>Table 78: starts earlier, shares a point, and does not end later; both may end at the same point.</summary>
    private static bool? OverlapsBefore(FeelRange one, FeelRange other) => StartsEarlier(one, other) & !EndsEarlier(other, one) & Overlaps(one, other);

    private static bool? Includes(FeelRange one, FeelRange other) => !StartsEarlier(other, one) & !EndsEarlier(one, other);

    private static bool? SameStart(FeelRange one, FeelRange other) => (one.StartIncluded == other.StartIncluded) & Same(one.Start, other.Start);

    private static bool? SameEnd(FeelRange one, FeelRange other) => (one.EndIncluded == other.EndIncluded) & Same(one.End, other.End);

    private static bool? Starts(FeelRange one, FeelRange other) => SameStart(one, other) & !EndsEarlier(other, one);

    private static bool? Finishes(FeelRange one, FeelRange other) => SameEnd(one, other) & !StartsEarlier(one, other);

    /// <summary>A range from text (table 70, grammar rules 66 to 68): literals or calls of date and time functions as ends, one of which may be missing.</summary>
    private static FeelValue FromText(Invocation call)
    {
        var parsed = FeelExpression.Parse(WithBothEnds(call.Text(0).Trim()));
        if (parsed.Expression is not { } expression || !expression.IsRangeOfLiterals) return call.BadText("a range", call.Text(0));
        return expression.Evaluate(DictionaryScope.Empty, call.Frame.Environment).Value is FeelRange range ? range : call.BadText("a range", call.Text(0));
    }

    /// <summary>In a range literal an open end may be left out, <c>(..5]</c>; in an expression it is written as null.</summary>
    private static string WithBothEnds(string text)
    {
        if (text.Length < 2) return text;
        var (open, close) = (text[0] is '(' or ']', text[^1] is ')' or '[');
        var inside = text[1..^1].Trim();
        if (open && inside.StartsWith("..", StringComparison.Ordinal)) return $"{text[0]}null {inside}{text[^1]}";
        return close && inside.EndsWith("..", StringComparison.Ordinal) ? $"{text[0]}{inside} null{text[^1]}" : text;
    }
}
