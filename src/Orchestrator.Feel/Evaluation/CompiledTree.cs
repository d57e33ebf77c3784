using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Evaluation;

/// <summary>A tree of nodes whose local names are slots of an array.</summary>
/// <param name="Steps">What one evaluation costs beside loops and calls: none but for large trees.</param>
internal sealed record CompiledTree(Node Root, int Slots, int Steps, ImmutableArray<string> FreeNames, bool IsConstant)
{
    /// <param name="input">The value of <c>?</c>, which a tree compiled with an input keeps in slot 0.</param>
    public FeelResult Evaluate(EmbeddedText text, IFeelScope variables, FeelEnvironment environment, FeelValue? input)
    {
        var frame = new Frame(text, variables, environment, Slots);
        if (input is not null) frame.Locals[0] = input;
        return Run(frame);
    }

    /// <summary>The same, with what the office functions did on the way.</summary>
    public FeelExplained Explain(EmbeddedText text, IFeelScope variables, FeelEnvironment environment)
    {
        var frame = new Frame(text, variables, environment, Slots);
        frame.StartExplaining();
        var result = Run(frame);
        return new(result, frame.Explanations);
    }

    /// <summary>A part of a larger evaluation, which bears the cost and collects the warnings.</summary>
    /// <exception cref="LimitReachedException">The larger evaluation costs too much; it ends where it began.</exception>
    public FeelValue EvaluateIn(Frame frame, EmbeddedText text, IFeelScope variables, FeelValue? input)
    {
        var locals = Slots == 0 ? [] : new FeelValue[Slots];
        if (input is not null) locals[0] = input;
        var caller = frame.Enter(text, variables, locals);
        if (Steps > 0) frame.Step(Root.Span, Steps);
        var value = Frame.Check(Root.Span, Root.Evaluate(frame));
        frame.Return(caller);
        return value;
    }

    private FeelResult Run(Frame frame)
    {
        try
        {
            var value = Root.Evaluate(frame);
            return new(Frame.Check(Root.Span, value), frame.Warnings);
        }
        catch (LimitReachedException limit)
        {
            return new(frame.Stop(limit), frame.Warnings);
        }
    }
}
