using System.Collections;
using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Evaluation.Nodes;

/// <param name="To">The other end of a range of whole numbers or dates; null when <paramref name="From"/> is the list.</param>
internal sealed record IteratorNode(int Slot, Node From, Node? To)
{
    /// <summary>The values to go through, or null when there are none to be had; the warning is then written.</summary>
    public IReadOnlyList<FeelValue>? Values(Frame frame)
    {
        var from = From.Evaluate(frame);
        if (To is null) return OfOne(frame, from);
        return Between(frame, from, To.Evaluate(frame), startIncluded: true, endIncluded: true);
    }

    private IReadOnlyList<FeelValue>? OfOne(Frame frame, FeelValue value)
    {
        switch (value)
        {
            case FeelList list: return list;
            case FeelRange range: return Between(frame, range.Start, range.End, range.StartIncluded, range.EndIncluded);
            case FeelNull: frame.Warn(From.Span, FeelDescriptors.NotIterable, "null"); return null;
            default: return new FeelList(value);
        }
    }

    private Series? Between(Frame frame, FeelValue from, FeelValue to, bool startIncluded, bool endIncluded)
    {
        long first, last;
        Func<long, FeelValue> make;
        if (from is FeelNumber low && to is FeelNumber high && low.Value.TryToInt64(out first) && high.Value.TryToInt64(out last)) make = number => new FeelNumber(number);
        else if (from is FeelDate start && to is FeelDate end) (first, last, make) = (start.DayNumber, end.DayNumber, DayOf);
        else
        {
            frame.Warn(From.Span, FeelDescriptors.NotIterable, $"{from.TypeName} and {to.TypeName}");
            return null;
        }
        var step = last >= first ? 1 : -1;
        if (!startIncluded && first != long.MaxValue) first += step;
        if (!endIncluded && last != long.MinValue) last -= step;
        var count = ((Int128)last - first) * step + 1;
        if (count <= 0) return new Series(first, step, 0, make);
        Frame.CheckCount(From.Span, (long)Int128.Min(count, long.MaxValue));
        return new Series(first, step, (int)count, make);
    }

    /// <summary>Values made when they are reached: a loop that stops early has not paid for the rest.</summary>
    private sealed class Series(long first, int step, int count, Func<long, FeelValue> make) : IReadOnlyList<FeelValue>
    {
        public int Count => count;

        public FeelValue this[int index] => make(first + index * step);

        public IEnumerator<FeelValue> GetEnumerator()
        {
            for (var i = 0; i < count; i++) yield return this[i];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static FeelValue DayOf(long day) => FeelDate.TryFromDayNumber(day, out var date) ? date : FeelNull.Instance;
}

/// <summary><c>for x in xs, y in ys return …</c>; <c>partial</c> is the list of the results so far.</summary>
/// <param name="partialSlot">Null when the body does not read <c>partial</c>, which then costs nothing.</param>
/// <param name="steps">What each round of each iterator costs: also a round whose inner lists are empty is work.</param>
internal sealed class ForNode(TextSpan span, ImmutableArray<IteratorNode> iterators, int? partialSlot, Node body, int steps) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var results = ImmutableArray.CreateBuilder<FeelValue>();
        long weight = 0;
        return Run(frame, 0, results, ref weight) ? Frame.NewList(Span, results.ToImmutable()) : FeelNull.Instance;
    }

    private bool Run(Frame frame, int depth, ImmutableArray<FeelValue>.Builder results, ref long weight)
    {
        if (depth == iterators.Length)
        {
            Frame.CheckCount(Span, results.Count + 1L);
            if (partialSlot is { } slot)
            {
                frame.Step(Span, results.Count);
                frame.Locals[slot] = new FeelList(results.ToImmutable());
            }
            var result = Frame.Check(Span, body.Evaluate(frame));
            weight += result.Weight;
            Frame.CheckWeight(Span, weight);
            results.Add(result);
            return true;
        }
        if (iterators[depth].Values(frame) is not { } values) return false;
        for (var i = 0; i < values.Count; i++)
        {
            frame.Step(Span, steps);
            frame.Locals[iterators[depth].Slot] = values[i];
            if (!Run(frame, depth + 1, results, ref weight)) return false;
        }
        return true;
    }
}

/// <summary><c>some … satisfies</c> (stops at true) and <c>every … satisfies</c> (stops at false), three-valued like or and and.</summary>
internal sealed class QuantifiedNode(TextSpan span, ImmutableArray<IteratorNode> iterators, Node condition, bool stopAt, int steps) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        bool? result = !stopAt;
        if (!Run(frame, 0, ref result)) return FeelNull.Instance;
        return result is { } known ? FeelBoolean.Of(known) : FeelNull.Instance;
    }

    private bool Run(Frame frame, int depth, ref bool? result)
    {
        if (depth == iterators.Length)
        {
            var value = condition.Evaluate(frame);
            if (value is FeelBoolean { Value: var test } && test == stopAt) result = stopAt;
            else if (value is not FeelBoolean && result == !stopAt) result = null;
            return true;
        }
        if (iterators[depth].Values(frame) is not { } values) return false;
        for (var i = 0; i < values.Count; i++)
        {
            frame.Step(Span, steps);
            frame.Locals[iterators[depth].Slot] = values[i];
            if (!Run(frame, depth + 1, ref result)) return false;
            if (result == stopAt) return true;
        }
        return true;
    }
}
