using Orchestrator.Engine.Deployments;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Requests;

/// <summary>Definitions that rows point at: they exist, since deployments are never deleted.</summary>
internal static class DefinitionLookup
{
    public static async ValueTask<DeployedProcess> GetAsync(this DefinitionCatalog definitions, DefinitionKey key) =>
        await definitions.FindAsync(key) ?? throw new InvariantBrokenException($"Expected the definition {key} that a row points at, but it is not deployed.");
}
