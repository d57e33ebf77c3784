using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Feel.Evaluation.Nodes;

namespace Orchestrator.Feel.Evaluation;

/// <summary>A function that an expression defined, with the variables and local values it saw when it was made: it may be called from another expression.</summary>
internal sealed class Closure(FunctionNode node, Frame.Place made) : Callable
{
    public override string Name => "";

    public override ImmutableArray<string> Parameters => node.ParameterNames;

    public FeelValue[] Captured => made.Locals;

    public override FeelValue Call(Frame frame, TextSpan span, FeelValue[] arguments, ImmutableArray<string>? names)
    {
        var ordered = names is null ? arguments : NamedArguments.Order(arguments, names.Value, Parameters);
        if (ordered is null || ordered.Length != Parameters.Length)
        {
            var found = names is null ? $"{arguments.Length} arguments" : $"the names {string.Join(", ", names.Value)}";
            return frame.Warn(span, FeelDescriptors.WrongArguments, "the function", $"({string.Join(", ", Parameters)})", found);
        }
        frame.EnterCall(span, node.Height);
        frame.Step(span, node.Steps);
        var locals = (FeelValue[])made.Locals.Clone();
        for (var i = 0; i < ordered.Length; i++)
        {
            if (Bind(i, ordered[i]) is not { } value)
            {
                frame.LeaveCall(node.Height);
                return frame.Warn(span, FeelDescriptors.WrongArgument, "the function", node.Types[i]!.ToString(), Parameters[i], ordered[i].TypeName);
            }
            locals[node.FirstSlot + i] = value;
        }
        var caller = frame.Enter(made.Text, made.Variables, locals);
        var result = node.Body.Evaluate(frame);
        frame.Return(caller);
        frame.LeaveCall(node.Height);
        return result;
    }

    private FeelValue? Bind(int index, FeelValue value) => node.Types[index] is { } type ? Conversion.To(type, value) : value;
}
