using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Feel.Syntax;
using Orchestrator.Feel.Temporal;

namespace Orchestrator.Feel.Evaluation.Nodes;

internal sealed class ListNode(TextSpan span, ImmutableArray<Node> items) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var values = ImmutableArray.CreateBuilder<FeelValue>(items.Length);
        foreach (var item in items) values.Add(item.Evaluate(frame));
        return Frame.NewList(Span, values.MoveToImmutable());
    }
}

internal sealed class ContextNode(TextSpan span, ImmutableArray<ContextNode.Entry> entries) : Node(span)
{
    public readonly record struct Entry(string Key, Node Value, int Slot);

    public override FeelValue Evaluate(Frame frame)
    {
        var context = new FeelContext.Builder();
        foreach (var entry in entries)
        {
            var value = entry.Value.Evaluate(frame);
            frame.Locals[entry.Slot] = value;
            context.Set(entry.Key, value);
        }
        return Frame.Check(Span, context.ToContext());
    }
}

internal sealed class RangeNode(TextSpan span, bool startIncluded, Node start, Node end, bool endIncluded) : Node(span)
{
    /// <summary>Does the value lie between the ends, which need no order of their own?</summary>
    public bool? Holds(Frame frame, FeelValue value)
    {
        var first = start.Evaluate(frame);
        var last = end.Evaluate(frame);
        if (first.IsNull && last.IsNull) return null;
        return Comparing.Contains(new FeelRange(first, startIncluded && !first.IsNull, last, endIncluded && !last.IsNull), value);
    }

    public override FeelValue Evaluate(Frame frame)
    {
        var first = start.Evaluate(frame);
        var last = end.Evaluate(frame);
        if (Comparing.Order(first, last) is { } order && order <= 0) return new FeelRange(first, startIncluded, last, endIncluded);
        // A range without one of its ends is open on that side.
        if (first.IsNull != last.IsNull && Comparing.Order(first.IsNull ? last : first, first.IsNull ? last : first) is not null)
            return new FeelRange(first, !first.IsNull && startIncluded, last, !last.IsNull && endIncluded);
        return frame.Warn(Span, FeelDescriptors.BadRange, first.TypeName, last.TypeName);
    }
}

/// <summary><c>(&lt; 5)</c> as a value.</summary>
internal sealed class HalfRangeNode(TextSpan span, Comparison comparison, Node end) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var value = end.Evaluate(frame);
        if (value is FeelRange or FeelFunction) return frame.Warn(Span, FeelDescriptors.BadRange, value.TypeName, "no other end");
        if (comparison == Comparison.NotEqual) return new FeelRange(value, false, value, false) { Form = RangeForm.Unequal };
        if (comparison == Comparison.Equal) return new FeelRange(value, true, value, true) { Form = RangeForm.Unary };
        if (Comparing.Order(value, value) is null) return frame.Warn(Span, FeelDescriptors.BadRange, value.TypeName, "no other end");
        var included = comparison is Comparison.LessOrEqual or Comparison.GreaterOrEqual;
        return comparison is Comparison.Less or Comparison.LessOrEqual
            ? new FeelRange(FeelNull.Instance, false, value, included) { Form = RangeForm.Unary }
            : new FeelRange(value, included, FeelNull.Instance, false) { Form = RangeForm.Unary };
    }
}

/// <summary><c>a.b</c>: an entry of a context, a property of a temporal value or range, or of a list the list of its items' properties.</summary>
internal sealed class PathNode(TextSpan span, Node source, string property) : Node(span)
{
    public override FeelValue Evaluate(Frame frame) => Read(frame, source.Evaluate(frame));

    private FeelValue Read(Frame frame, FeelValue value)
    {
        switch (value)
        {
            case FeelContext context:
                return context.TryGet(property, out var entry) ? entry : frame.Warn(Span, FeelDescriptors.UnknownProperty, property, "the context");
            case FeelList list:
                frame.Step(Span, list.Count);
                var values = ImmutableArray.CreateBuilder<FeelValue>(list.Count);
                foreach (var item in list) values.Add(Read(frame, item));
                return Frame.Check(Span, new FeelList(values.MoveToImmutable()));
            case FeelNull:
                return frame.Warn(Span, FeelDescriptors.UnknownProperty, property, "null");
            default:
                return Properties.Of(value, property) ?? frame.Warn(Span, FeelDescriptors.UnknownProperty, property, value.TypeName);
        }
    }
}

/// <summary><c>list[3]</c> and <c>list[item &gt; 3]</c>. Anything that is no list is a list of one.</summary>
internal sealed class FilterNode(TextSpan span, Node source, int itemSlot, int entriesSlot, Node condition, int steps) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var value = source.Evaluate(frame);
        if (condition is LiteralNode { Value: FeelNumber index }) return At(frame, value, index.Value);
        var items = value switch
        {
            FeelList list => list.Items,
            FeelNull => [],
            _ => [value],
        };
        if (items.IsEmpty) return OfNothing(frame, value);
        return Select(frame, value, items);
    }

    private FeelValue OfNothing(Frame frame, FeelValue value)
    {
        Set(frame, FeelNull.Instance);
        return condition.Evaluate(frame) is FeelNumber index ? At(frame, value, index.Value) : FeelList.Empty;
    }

    private FeelValue Select(Frame frame, FeelValue value, ImmutableArray<FeelValue> items)
    {
        var selected = ImmutableArray.CreateBuilder<FeelValue>();
        for (var i = 0; i < items.Length; i++)
        {
            frame.Step(Span, steps);
            Set(frame, items[i]);
            var test = condition.Evaluate(frame);
            // A number is a position; it is the same for every item, so the first one decides.
            if (i == 0 && test is FeelNumber index) return At(frame, value, index.Value);
            if (test is FeelBoolean { Value: true }) selected.Add(items[i]);
            else if (test is not (FeelBoolean or FeelNull)) frame.Warn(condition.Span, FeelDescriptors.NotBoolean, "the filter", test.TypeName);
        }
        return new FeelList(selected.ToImmutable());
    }

    private void Set(Frame frame, FeelValue item)
    {
        frame.Locals[entriesSlot] = item;
        frame.Locals[itemSlot] = item;
    }

    private FeelValue At(Frame frame, FeelValue value, Decimal34 index)
    {
        var items = value switch
        {
            FeelList list => list.Items,
            FeelNull => [],
            _ => [value],
        };
        if (!index.TryToInt32(out var position) || position == 0 || position > items.Length || position < -items.Length)
            return frame.Warn(condition.Span, FeelDescriptors.BadIndex, items.Length, index);
        return items[position > 0 ? position - 1 : items.Length + position];
    }
}
