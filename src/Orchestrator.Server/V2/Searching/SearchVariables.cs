using Orchestrator.Engine.Deployments;
using Orchestrator.Server.Requests;
using Orchestrator.Server.V2.Tasks;

namespace Orchestrator.Server.V2.Searching;

/// <summary>Filters by variables reach those alone that a definition marks <c>orch:search</c>: the others are encrypted, and a search for them would find nothing and say nothing.</summary>
internal static class SearchVariables
{
    /// <exception cref="InvalidRequestException">No latest version of a process marks this name.</exception>
    public static async Task CheckAsync(IReadOnlyList<VariableCondition?>? conditions, string field, DefinitionCatalog definitions)
    {
        if (conditions is not { Count: > 0 }) return;
        var marked = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var latest in definitions.Latest) marked.UnionWith((await definitions.GetAsync(latest.Key)).Graph.SearchVariables);
        for (var index = 0; index < conditions.Count; index++)
            if (conditions[index] is { } condition && !marked.Contains(condition.Name))
                throw new InvalidRequestException($"{field}[{index}].name", $"Expected one of the variables that a definition marks orch:search ({string.Join(", ", marked)}), but found {condition.Name}.");
    }
}
