using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter;

/// <summary>An immutable view of what is deployed, as one decision sees it.</summary>
public interface IDefinitions
{
    /// <exception cref="KeyNotFoundException">The version was never deployed.</exception>
    DeployedProcess Get(DefinitionKey key);

    /// <summary>The version starts no new process: not by its key, not as the latest, not by message, timer or a call of the latest. What runs under it goes on.</summary>
    bool IsRetired(DefinitionKey key);

    /// <summary>The process a call reaches from <paramref name="caller"/> with this binding, or null when there is none.</summary>
    DeployedProcess? Resolve(string processId, Binding binding, string? versionTag, DeployedProcess caller);

    /// <summary>The decision that a business-rule task reaches from <paramref name="caller"/> with this binding, or null when there is none.</summary>
    DeployedDecision? ResolveDecision(string decisionId, Binding binding, string? versionTag, DeployedProcess caller);
}
