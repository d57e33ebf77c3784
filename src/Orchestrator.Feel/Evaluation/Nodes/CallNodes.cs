using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Feel.Syntax;

namespace Orchestrator.Feel.Evaluation.Nodes;

/// <summary>A call of a built-in function that is known when the expression is read.</summary>
internal sealed class BuiltinCallNode(TextSpan span, FeelFunction builtin, ImmutableArray<Node> arguments, ImmutableArray<string>? names) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i].Evaluate(frame);
        return builtin.Callable.Call(frame, Span, values, names);
    }
}

/// <summary>A call of whatever the callee turns out to be.</summary>
internal sealed class CallNode(TextSpan span, Node callee, ImmutableArray<Node> arguments, ImmutableArray<string>? names, string name) : Node(span)
{
    public override FeelValue Evaluate(Frame frame)
    {
        var target = callee.Evaluate(frame);
        if (target is not FeelFunction function) return frame.Warn(Span, FeelDescriptors.UnknownFunction, name, target.TypeName);
        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i].Evaluate(frame);
        return function.Callable.Call(frame, Span, values, names);
    }
}

/// <summary>The definition of a function: makes one that remembers the local values of this moment.</summary>
/// <param name="selfSlot">Where the entry of a context that holds this function has its value: the function may call itself by that name.</param>
internal sealed class FunctionNode(TextSpan span, ImmutableArray<string> parameters, ImmutableArray<FeelType?> types, Node body, int firstSlot, int height, int steps, int? selfSlot) : Node(span)
{
    public ImmutableArray<string> ParameterNames => parameters;

    public ImmutableArray<FeelType?> Types => types;

    public Node Body => body;

    public int FirstSlot => firstSlot;

    public int Height => height;

    /// <summary>What a call costs beside one step and the loops and calls in it.</summary>
    public int Steps => steps;

    public override FeelValue Evaluate(Frame frame)
    {
        var closure = new Closure(this, new(frame.Text, frame.Variables, (FeelValue[])frame.Locals.Clone()));
        var function = new FeelFunction(closure);
        if (selfSlot is { } slot) closure.Captured[slot] = function;
        return function;
    }
}
