using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Testing.Building;

/// <summary>What decisions of a test may look at: these processes and the decisions of <see cref="TestDecisions"/> as one deployment, no calendars, terms in Europe/Rome.</summary>
public static class TestWorld
{
    public static TimeZoneInfo Rome { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    public static World Of(params ProcessGraph[] graphs) => Of(new Deployed(graphs));

    public static World Of(IDefinitions definitions) => new(definitions, new FeelCalendars(), Rome, Zone);

    private static TimeZoneInfo? Zone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    /// <summary>Keys are positions, from 1.</summary>
    private sealed class Deployed(ProcessGraph[] graphs) : IDefinitions
    {
        private readonly DeployedProcess[] _processes = [.. graphs.Select((graph, index) => new DeployedProcess(new(index + 1), 1, 1, $"{index:x64}", $"{graph.ProcessId}.bpmn", graph))];

        public DeployedProcess Get(DefinitionKey key) => key.Value >= 1 && key.Value <= _processes.Length ? _processes[key.Value - 1] : throw new KeyNotFoundException($"No definition {key}.");

        public bool IsRetired(DefinitionKey key) => false;

        public DeployedProcess? Resolve(string processId, Binding binding, string? versionTag, DeployedProcess caller) => _processes.LastOrDefault(process => process.Graph.ProcessId == processId);

        public DeployedDecision? ResolveDecision(string decisionId, Binding binding, string? versionTag, DeployedProcess caller) => TestDecisions.All.FirstOrDefault(decision => decision.DecisionId == decisionId);
    }
}
