using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Types;
using Orchestrator.Feel;
using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Dmn.Evaluation;

/// <summary>A parameter of a function of the model.</summary>
internal sealed record Parameter(string Name, DmnType? Type);

/// <summary>A function of the model as a value of FEEL: a business knowledge model, a decision service, or a boxed function.</summary>
/// <param name="place">Where it is defined.</param>
/// <param name="name">Its name; empty for a boxed function.</param>
/// <param name="parameters">Its parameters in order.</param>
/// <param name="run">The evaluation that made it.</param>
/// <param name="body">Its value over arguments that conform to the parameters.</param>
internal sealed class DmnFunction(EmbeddedText place, string name, ImmutableArray<Parameter> parameters, Run run, Func<Run, FeelValue[], FeelValue> body) : Callable
{
    public override string Name => name;

    public override ImmutableArray<string> Parameters { get; } = [.. parameters.Select(parameter => parameter.Name)];

    public override FeelValue Call(Frame frame, TextSpan span, FeelValue[] arguments, ImmutableArray<string>? names)
    {
        var ordered = names is null ? arguments : NamedArguments.Order(arguments, names.Value, Parameters);
        if (ordered is null || ordered.Length != parameters.Length)
        {
            var found = names is null ? $"{arguments.Length} arguments" : $"the names {string.Join(", ", names.Value)}";
            return frame.Warn(span, DmnDescriptors.WrongArguments, name, $"({string.Join(", ", Parameters)})", found);
        }
        var values = new FeelValue[ordered.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (parameters[i].Type is not { } type)
            {
                values[i] = ordered[i];
                continue;
            }
            if (type.Conform(run, ordered[i]) is not { } value) return frame.Warn(span, DmnDescriptors.WrongType, parameters[i].Name, type.Name, Run.Short(ordered[i]));
            values[i] = value;
        }
        frame.EnterCall(span, DmnLimits.CallHeight);
        var caller = frame.Enter(place, frame.Variables, frame.Locals);
        var result = body(run, values);
        frame.Return(caller);
        frame.LeaveCall(DmnLimits.CallHeight);
        return result;
    }
}
