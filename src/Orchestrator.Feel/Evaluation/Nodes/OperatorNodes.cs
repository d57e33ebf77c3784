using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Feel.Syntax;

namespace Orchestrator.Feel.Evaluation.Nodes;

internal sealed class EqualNode(TextSpan span, Node left, Node right, bool negated) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var first = left.Evaluate(frame);
        var second = right.Evaluate(frame);
        frame.Walk(Span, first);
        return Comparing.AreEqual(first, second) is { } equal
            ? FeelBoolean.Of(equal != negated)
            : frame.Warn(Span, FeelDescriptors.WrongOperands, negated ? "!=" : "=", first.TypeName, second.TypeName);
    }
}

internal sealed class OrderNode(TextSpan span, Comparison comparison, Node left, Node right) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var first = left.Evaluate(frame);
        var second = right.Evaluate(frame);
        if (first is FeelString) frame.Walk(Span, first);
        if (Comparing.Order(first, second) is not { } order)
            return frame.Warn(Span, FeelDescriptors.WrongOperands, Printer.Sign(comparison), first.TypeName, second.TypeName);
        return FeelBoolean.Of(comparison switch
        {
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        });
    }
}

/// <summary>Three-valued: false decides, else anything that is not true makes the result null (table 47).</summary>
internal sealed class AndNode(TextSpan span, Node left, Node right) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var first = left.Evaluate(frame);
        if (first is FeelBoolean { Value: false }) return FeelBoolean.False;
        var second = right.Evaluate(frame);
        if (second is FeelBoolean { Value: false }) return FeelBoolean.False;
        if (first is FeelBoolean && second is FeelBoolean) return FeelBoolean.True;
        return Logic.Unknown(frame, Span, "and", first, second);
    }
}

/// <summary>Three-valued: true decides, else anything that is not false makes the result null (table 47).</summary>
internal sealed class OrNode(TextSpan span, Node left, Node right) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var first = left.Evaluate(frame);
        if (first is FeelBoolean { Value: true }) return FeelBoolean.True;
        var second = right.Evaluate(frame);
        if (second is FeelBoolean { Value: true }) return FeelBoolean.True;
        if (first is FeelBoolean && second is FeelBoolean) return FeelBoolean.False;
        return Logic.Unknown(frame, Span, "or", first, second);
    }
}

internal static class Logic
{
    /// <summary>null among the operands is "unknown" and no mistake; a number or text is one.</summary>
    public static FeelNull Unknown(Frame frame, TextSpan span, string word, FeelValue first, FeelValue second)
    {
        var odd = first is not (FeelBoolean or FeelNull) ? first : second;
        return odd is FeelBoolean or FeelNull ? FeelNull.Instance : frame.Warn(span, FeelDescriptors.NotBoolean, $"'{word}'", odd.TypeName);
    }
}

internal sealed class BetweenNode(TextSpan span, Node value, Node low, Node high) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var middle = value.Evaluate(frame);
        var first = low.Evaluate(frame);
        var last = high.Evaluate(frame);
        bool? above = Comparing.Order(middle, first) is { } bottom ? bottom >= 0 : null;
        bool? below = Comparing.Order(middle, last) is { } top ? top <= 0 : null;
        if (above is null || below is null)
            return frame.Warn(Span, FeelDescriptors.WrongOperands, "between", middle.TypeName, above is null ? first.TypeName : last.TypeName);
        return FeelBoolean.Of(above.Value && below.Value);
    }
}

internal sealed class InNode(TextSpan span, Node value, ImmutableArray<Node> tests) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var input = value.Evaluate(frame);
        var unknown = false;
        foreach (var test in tests)
        {
            frame.Step(Span);
            var holds = Membership.Of(frame, Span, input, test);
            if (holds == true) return FeelBoolean.True;
            if (holds is null) unknown = true;
        }
        return unknown ? frame.Warn(Span, FeelDescriptors.WrongOperands, "in", input.TypeName, "values that cannot be compared with it") : FeelBoolean.False;
    }
}

/// <summary>The meaning of <c>value in test</c>.</summary>
internal static class Membership
{
    /// <summary>A range that stands in the expression is compared by its ends (table 55), also where it would be no value: <c>null in [10..1]</c> is null and not the equality of two nulls.</summary>
    public static bool? Of(Frame frame, TextSpan span, FeelValue input, Node test)
    {
        if (input is not (FeelRange or FeelList) && test is RangeNode range) return range.Holds(frame, input);
        var candidate = test.Evaluate(frame);
        if (candidate.IsNull && test is RangeNode or HalfRangeNode) return null;
        frame.Walk(span, candidate);
        return Comparing.IsIn(input, candidate);
    }
}

internal sealed class InstanceOfNode(TextSpan span, Node value, FeelType type) : Node(span)
{
    public override FeelValue Evaluate(Frame frame) => FeelBoolean.Of(type.Accepts(Walked(frame, value.Evaluate(frame))));

    private FeelValue Walked(Frame frame, FeelValue found)
    {
        frame.Walk(Span, found);
        return found;
    }
}

internal sealed class IfNode(TextSpan span, Node condition, Node then, Node otherwise) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var test = condition.Evaluate(frame);
        if (test is FeelBoolean { Value: true }) return then.Evaluate(frame);
        // Anything but true takes the other branch (table 50); a value that is neither true, false nor null deserves a word.
        if (test is not (FeelBoolean or FeelNull)) frame.Warn(condition.Span, FeelDescriptors.NotBoolean, "the condition", test.TypeName);
        return otherwise.Evaluate(frame);
    }
}

/// <summary>The alternatives of unary tests over the input in slot 0.</summary>
internal sealed class TestsNode(TextSpan span, bool negated, ImmutableArray<(Node Test, bool ReadsInput)> alternatives) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        if (alternatives.IsEmpty) return FeelBoolean.True;
        bool? any = false;
        foreach (var (test, readsInput) in alternatives)
        {
            var passes = Passes(frame, test, readsInput);
            if (passes == true) any = true;
            else if (passes is null && any == false) any = null;
            if (any == true) break;
        }
        return any is { } known ? FeelBoolean.Of(known != negated) : FeelNull.Instance;
    }

    private static bool? Passes(Frame frame, Node test, bool readsInput)
    {
        var input = frame.Locals[0];
        if (!readsInput && test is RangeNode or HalfRangeNode) return Membership.Of(frame, test.Span, input, test);
        var value = test.Evaluate(frame);
        if (readsInput && value is FeelBoolean decided) return decided.Value;
        if (readsInput && value.IsNull) return null;
        return Comparing.IsIn(input, value);
    }
}
