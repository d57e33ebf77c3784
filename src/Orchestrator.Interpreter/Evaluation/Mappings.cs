using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Evaluation;

/// <summary><c>zeebe:ioMapping</c>: mappings in order, each seeing the targets of those before it.</summary>
internal static class Mappings
{
    /// <param name="mappings">In the order of the file.</param>
    /// <param name="variables">What the sources may read.</param>
    /// <param name="environment">Instant, zone, calendars.</param>
    /// <param name="existing">Contexts that a path adds to.</param>
    /// <returns>A value for each variable that is a target, and nothing else.</returns>
    public static Result<FeelContext> Evaluate(ImmutableArray<VariableMapping> mappings, VariableScope variables, FeelEnvironment environment, FeelContext existing)
    {
        var made = existing;
        foreach (var mapping in mappings)
        {
            var value = Expressions.Value(mapping.Source, variables, environment, IncidentKind.IoMappingError, $"the value of '{mapping.Target}'");
            if (value.Failure is { } failure) return failure;
            made = Paths.Set(made, mapping.Target, Storable.Of(value.Value!));
            variables.Local = variables.Local.With(Paths.RootOf(mapping.Target), made[Paths.RootOf(mapping.Target)]);
        }
        return variables.Local;
    }

    /// <summary>The contexts outside that targets with a path add to.</summary>
    public static FeelContext TargetsSeenFrom(ImmutableArray<VariableMapping> mappings, VariableScope outside)
    {
        var seen = FeelContext.Empty;
        foreach (var mapping in mappings)
            if (mapping.Target.Contains('.', StringComparison.Ordinal) && outside.TryGet(Paths.RootOf(mapping.Target), out var value))
                seen = seen.With(Paths.RootOf(mapping.Target), value);
        return seen;
    }
}
