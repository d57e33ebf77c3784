using Orchestrator.Diagnostics;
using Orchestrator.Feel.Builtins;
using Orchestrator.Feel.Syntax;
using Orchestrator.Feel.Temporal;

namespace Orchestrator.Feel.Evaluation.Nodes;

/// <summary>The arithmetic operators over numbers, strings (only +) and temporal values (DMN 1.5, tables 53 to 59).</summary>
internal sealed class ArithmeticNode(TextSpan span, ArithmeticOperator op, Node left, Node right) : Node(span)
{
    public static ArithmeticNode Of(TextSpan span, ArithmeticOperator op, Node left, Node right) => new(span, op, left, right);

    public override FeelValue Evaluate(Frame frame)
    {
        var first = left.Evaluate(frame);
        var second = right.Evaluate(frame);
        if (first is FeelNumber one && second is FeelNumber other) return Numbers(frame, one.Value, other.Value);
        var result = op switch
        {
            ArithmeticOperator.Add => first is FeelString start && second is FeelString end ? Concatenate(frame, start, end) : TemporalArithmetic.Add(first, second),
            ArithmeticOperator.Subtract => TemporalArithmetic.Subtract(first, second),
            ArithmeticOperator.Multiply => first is FeelNumber factor ? TemporalArithmetic.Multiply(second, factor.Value)
                : second is FeelNumber times ? TemporalArithmetic.Multiply(first, times.Value) : null,
            ArithmeticOperator.Divide => TemporalArithmetic.Divide(first, second),
            _ => null,
        };
        if (result is null && op == ArithmeticOperator.Divide && IsDuration(first) && IsZero(second)) return frame.Warn(Span, FeelDescriptors.NoResult, "'/'", "the divisor is zero");
        return result ?? frame.Warn(Span, FeelDescriptors.WrongOperands, Printer.Sign(op), first.TypeName, second.TypeName);
    }

    private static bool IsDuration(FeelValue value) => value is FeelDayTimeDuration or FeelYearMonthDuration;

    private static bool IsZero(FeelValue value) => value switch
    {
        FeelNumber number => number.Value.IsZero,
        FeelDayTimeDuration duration => duration.Nanoseconds == 0,
        _ => value is FeelYearMonthDuration { Months: 0 },
    };

    private FeelValue Numbers(Frame frame, Decimal34 first, Decimal34 second)
    {
        if (op == ArithmeticOperator.Power) frame.Step(Span, DecimalMath.Steps);
        var result = op switch
        {
            ArithmeticOperator.Add => Decimal34.Add(first, second),
            ArithmeticOperator.Subtract => Decimal34.Subtract(first, second),
            ArithmeticOperator.Multiply => Decimal34.Multiply(first, second),
            ArithmeticOperator.Divide => Decimal34.Divide(first, second),
            _ => DecimalMath.Power(first, second),
        };
        if (result is { } value) return new FeelNumber(value);
        var why = op == ArithmeticOperator.Divide && second.IsZero ? "the divisor is zero" : "the result is not a number of FEEL's range";
        return frame.Warn(Span, FeelDescriptors.NoResult, $"'{Printer.Sign(op)}'", why);
    }

    private FeelString Concatenate(Frame frame, FeelString start, FeelString end)
    {
        Frame.CheckLength(Span, (long)start.Value.Length + end.Value.Length);
        var text = new FeelString(start.Value + end.Value);
        frame.Walk(Span, text);
        return text;
    }
}

internal sealed class NegateNode(TextSpan span, Node operand) : Node(span)
{
    public override FeelValue Evaluate(Frame frame) => operand.Evaluate(frame) switch
    {
        FeelNumber number => new FeelNumber(-number.Value),
        FeelDayTimeDuration duration => new FeelDayTimeDuration(-duration.Nanoseconds),
        FeelYearMonthDuration { Months: > long.MinValue } duration => new FeelYearMonthDuration(-duration.Months),
        var other => frame.Warn(Span, FeelDescriptors.WrongOperands, "-", "nothing", other.TypeName),
    };
}
