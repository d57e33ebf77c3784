using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.History;

/// <summary>What an element instance sees: its own variables, then those of the scopes around it up to its process; the nearer scope wins.</summary>
public static class VisibleVariables
{
    public static FeelContext Of(InstanceState state, ScopeKey scope)
    {
        var chain = new List<FeelContext>();
        for (ScopeKey? at = scope; at is { } key && state.Elements.TryGetValue(key, out var element); at = element.Parent)
        {
            if (element.Variables.Count > 0) chain.Add(element.Variables);
            // A called process sees only what was handed to it.
            if (element.Type == ElementType.Process) break;
        }
        var seen = FeelContext.Empty;
        for (var i = chain.Count - 1; i >= 0; i--) seen = seen.With(chain[i]);
        return seen;
    }
}
