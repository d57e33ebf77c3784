using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Feel.Builtins;

/// <summary>A built-in function: its signatures are tried in order, and the first one that the arguments fit is called.</summary>
internal sealed class Builtin(string name, ImmutableArray<(Signature Signature, Func<Invocation, FeelValue> Body)> overloads) : Callable
{
    public override string Name => name;

    public override ImmutableArray<string> Parameters { get; } = [.. overloads[0].Signature.Parameters.Select(parameter => parameter.Name)];

    public IEnumerable<string> Signatures => overloads.Select(one => one.Signature.Text);

    public override FeelValue Call(Frame frame, TextSpan span, FeelValue[] arguments, ImmutableArray<string>? names)
    {
        foreach (var argument in arguments) frame.Walk(span, argument);
        Signature? fitting = null;
        var badPlace = 0;
        FeelValue? bad = null;
        foreach (var (signature, body) in overloads)
        {
            if (signature.Arrange(arguments, names) is not { } arranged) continue;
            FeelValue?[]? converted = null;
            var place = signature.Convert(arranged, ref converted);
            if (place < 0) return Frame.Check(span, body(new Invocation(frame, span, name, converted)));
            if (fitting is not null && place <= badPlace) continue;
            (fitting, badPlace, bad) = (signature, place, arranged[place]);
        }
        if (fitting is null)
        {
            var found = names is null ? $"{arguments.Length} arguments" : $"the names {string.Join(", ", names.Value)}";
            return frame.Warn(span, FeelDescriptors.WrongArguments, name, string.Join(" or ", Signatures), found);
        }
        var parameter = fitting.Parameters[badPlace];
        return frame.Warn(span, FeelDescriptors.WrongArgument, name, KindNames.Describe(parameter.Kinds), parameter.Name, bad!.TypeName);
    }
}
