using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Dmn.Types;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Expressions;

/// <summary>A boxed function (10.2.1.7): remembers what it saw when it was made.</summary>
internal sealed class BoxedFunction(EmbeddedText place, ImmutableArray<Parameter> parameters, DmnType? result, Boxed body) : Boxed(place)
{
    public ImmutableArray<Parameter> Parameters => parameters;

    public override FeelValue Evaluate(Run run, IFeelScope scope) => Make(run, scope, "", null);

    /// <param name="type">The type of the function's result, or of the function itself.</param>
    public FeelFunction Make(Run run, IFeelScope scope, string name, DmnType? type)
    {
        var results = type is { Shape: not Orchestrator.Feel.Syntax.FeelType.Function } ? type : result;
        return new(new DmnFunction(Place, name, parameters, run, (caller, arguments) =>
        {
            var inner = new LayerScope(scope);
            for (var i = 0; i < arguments.Length; i++) inner.Set(parameters[i].Name, arguments[i]);
            return caller.Conform(results, body.Evaluate(caller, inner), Place, name.Length == 0 ? "the result" : name);
        }));
    }
}

/// <summary>A boxed invocation (10.2.1.8, 7.3.2).</summary>
internal sealed class BoxedInvocation(EmbeddedText place, Boxed callee, string calleeText, ImmutableArray<(string Name, DmnType? Type, Boxed Value)> bindings) : Boxed(place)
{
    private readonly ImmutableArray<string> _names = [.. bindings.Select(binding => binding.Name)];

    public override FeelValue Evaluate(Run run, IFeelScope scope)
    {
        var target = callee.Evaluate(run, scope);
        if (target is not FeelFunction function) return run.Warn(Place, DmnDescriptors.NotCallable, calleeText, target.TypeName);
        var arguments = new FeelValue[bindings.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, type, value) = bindings[i];
            arguments[i] = run.Conform(type, value.Evaluate(run, scope), value.Place, name);
        }
        var caller = run.Frame.Enter(Place, scope, []);
        var result = function.Callable.Call(run.Frame, Run.Whole(Place), arguments, arguments.Length == 0 ? null : _names);
        run.Frame.Return(caller);
        return result;
    }
}
