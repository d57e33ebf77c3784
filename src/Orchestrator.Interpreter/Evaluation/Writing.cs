using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Evaluation;

/// <summary>Where variables are written.</summary>
internal static class Writing
{
    /// <summary>Into exactly this scope.</summary>
    public static void Here(Run run, ScopeKey scope, FeelContext variables, VariableCause cause)
    {
        if (variables.Count > 0) run.Emit(new InstanceEvent.VariablesSet(scope, Storable.Of(variables), cause));
    }

    /// <summary>Each where its name is visible from <paramref name="from"/> (which counts), else at the root of the process.</summary>
    /// <returns>Which scope each name went to.</returns>
    public static IReadOnlyDictionary<string, ScopeKey> Up(Run run, ScopeKey from, FeelContext variables, VariableCause cause)
    {
        var scope = new VariableScope(run.State, from);
        var places = new Dictionary<string, ScopeKey>(variables.Count, StringComparer.Ordinal);
        foreach (var (name, _) in variables.Entries) places[name] = scope.HolderOf(name)?.Key ?? scope.ProcessRoot;

        foreach (var place in places.Values.Distinct().ToList())
        {
            var here = new FeelContext.Builder();
            foreach (var (name, value) in variables.Entries)
                if (places[name] == place) here.Set(name, value);
            Here(run, place, here.ToContext(), cause);
        }
        return places;
    }

    /// <summary>Variables from outside for an element instance: kept local when outputs are declared, which then choose; else written where they are visible.</summary>
    public static void Receive(Run run, ScopeKey element, FeelContext variables, ImmutableArray<VariableMapping> outputs, VariableCause cause)
    {
        if (variables.Count == 0) return;
        if (outputs.IsEmpty) Up(run, element, variables, cause);
        else Here(run, element, variables, cause);
    }
}
