using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Feel.Builtins;

/// <summary>One call of a built-in function: arguments in the order of the signature, already of the types that it names.</summary>
internal readonly struct Invocation(Frame frame, TextSpan span, string name, FeelValue?[] arguments)
{
    public Frame Frame => frame;

    public TextSpan Span => span;

    public string Name => name;

    public FeelValue this[int index] => arguments[index] ?? FeelNull.Instance;

    public bool Has(int index) => arguments[index] is not null and not FeelNull;

    public Decimal34 Number(int index) => ((FeelNumber)arguments[index]!).Value;

    public string Text(int index) => ((FeelString)arguments[index]!).Value;

    public FeelList List(int index) => (FeelList)arguments[index]!;

    public FeelContext Context(int index) => (FeelContext)arguments[index]!;

    public FeelDate Date(int index) => arguments[index] is FeelDateTime at ? at.Date : (FeelDate)arguments[index]!;

    /// <summary>A text that this function builds; its length is checked.</summary>
    public FeelValue OfText(string text)
    {
        CheckLength(text.Length);
        return new FeelString(text);
    }

    /// <summary>A list that this function builds; its length is checked.</summary>
    public FeelValue OfList(ImmutableArray<FeelValue> items) => Evaluation.Frame.NewList(span, items);

    public FeelValue OfNumber(Decimal34? number) => number is { } value ? new FeelNumber(value) : NoResult("the result is not a number of FEEL's range");

    public FeelValue NoResult(string why) => frame.Warn(span, FeelDescriptors.NoResult, name, why);

    public FeelValue BadText(string expected, string found) => frame.Warn(span, FeelDescriptors.BadText, expected, found.Length > 60 ? found[..60] + "…" : found);

    public FeelValue Warn(Descriptor descriptor, params object[] values) => frame.Warn(span, descriptor, values);

    public FeelValue Call(FeelFunction function, params FeelValue[] values) => function.Callable.Call(frame, span, values, null);

    public void CheckLength(long length) => Evaluation.Frame.CheckLength(span, length);

    public void CheckCount(long count) => Evaluation.Frame.CheckCount(span, count);

    public void Step(int count) => frame.Step(span, count);
}
