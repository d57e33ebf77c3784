using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Forms;
using Orchestrator.Interpreter;

namespace Orchestrator.Testing.Scenarios;

/// <summary>Definitions compiled from files and "deployed" once in memory: every process and decision is version 1 of deployment 1.</summary>
public sealed class TestDefinitions : IDefinitions
{
    private const int DecisionKeysFrom = 1_000;

    private readonly Dictionary<DefinitionKey, DeployedProcess> _byKey;
    private readonly Dictionary<string, DeployedDecision> _decisions;
    private readonly Dictionary<string, FormSchema> _forms;

    private TestDefinitions(CompiledDeployment compiled)
    {
        _byKey = compiled.Processes
            .Select((process, index) => new DeployedProcess(new DefinitionKey(index + 1), 1, 1, process.ContentHash, process.ResourceName, process.Graph))
            .ToDictionary(process => process.Key);
        _decisions = compiled.Decisions
            .SelectMany(file => file.Decisions.Select(decision => (file, decision)))
            .Select((one, index) => new DeployedDecision(
                new DefinitionKey(DecisionKeysFrom + index), 1, one.decision.Id, one.decision.Name, 1, one.file.ContentHash, one.file.ResourceName, one.file.Model))
            .ToDictionary(decision => decision.DecisionId, StringComparer.Ordinal);
        _forms = compiled.Forms.ToDictionary(form => form.Schema.Id, form => form.Schema, StringComparer.Ordinal);
        World = new World(this, ItalianCalendars.Default, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), FindZone);
    }

    public World World { get; }

    /// <exception cref="InvalidOperationException">The files are refused; the message is their diagnostics.</exception>
    public static TestDefinitions Of(IReadOnlyList<DeploymentResource> files) => Of(DeploymentCompiler.Compile(files));

    /// <exception cref="InvalidOperationException">The files are refused; the message is their diagnostics.</exception>
    public static TestDefinitions Of(CompiledDeployment compiled)
    {
        if (compiled.HasErrors) throw new InvalidOperationException(string.Join('\n', compiled.Diagnostics));
        return new TestDefinitions(compiled);
    }

    public DeployedProcess Get(DefinitionKey key) => _byKey[key];

    public DeployedProcess Latest(string processId) => _byKey.Values.Single(process => process.Graph.ProcessId == processId);

    public bool IsRetired(DefinitionKey key) => false;

    public DeployedProcess? Resolve(string processId, Binding binding, string? versionTag, DeployedProcess caller) =>
        _byKey.Values.SingleOrDefault(process => process.Graph.ProcessId == processId);

    public DeployedDecision? ResolveDecision(string decisionId, Binding binding, string? versionTag, DeployedProcess caller) => _decisions.GetValueOrDefault(decisionId);

    public FormSchema Form(string id) => _forms[id];

    /// <summary>The message start events for this message, with their processes.</summary>
    public IEnumerable<(DeployedProcess Process, ElementId Start)> MessageStarts(string messageName) =>
        from process in _byKey.Values
        from start in process.Graph.StartEventsIn(null)
        where start.Definition is EventDefinition.Message { Name: BpmnValue.Fixed name } && name.Text == messageName
        select (process, start.Id);

    private static TimeZoneInfo? FindZone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
