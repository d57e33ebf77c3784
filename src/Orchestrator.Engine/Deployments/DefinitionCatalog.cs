using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Forms;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Deployments;

/// <summary>
/// What is deployed, in memory. Deployments are immutable, so it only grows: this node's at once, those of other nodes when they are first needed or at the next sweep.
/// Retirements come by the same way: of another node's, this one knows by the next sweep.
/// </summary>
public sealed class DefinitionCatalog : IDisposable
{
    private const int DeploymentsPerRead = 50;

    private readonly IDeploymentStore _store;
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly FeelCalendars _calendars;
    private readonly TimeZoneInfo _zone;
    private volatile World _world;

    internal DefinitionCatalog(IDeploymentStore store, FeelCalendars calendars, TimeZoneInfo zone)
    {
        _store = store;
        _calendars = calendars;
        _zone = zone;
        _world = WorldOf(CatalogView.Empty);
    }

    internal World World => _world;

    internal CatalogView View => (CatalogView)_world.Definitions;

    /// <summary>All versions of all processes.</summary>
    public IReadOnlyList<DefinitionRecord> All => [.. View.Records.OrderBy(record => record.Key.Value)];

    /// <summary>The latest version of each process.</summary>
    public IReadOnlyList<DefinitionRecord> Latest => [.. View.Latest.OrderBy(record => record.ProcessId, StringComparer.Ordinal)];

    /// <summary>The latest version of a process known to this node, or null.</summary>
    public async ValueTask<DeployedProcess?> LatestAsync(string processId)
    {
        if (View.LatestOf(processId) is { } known) return known;
        await RefreshAsync(CancellationToken.None).ConfigureAwait(false);
        return View.LatestOf(processId);
    }

    public async ValueTask<DeployedProcess?> VersionAsync(string processId, int version)
    {
        if (View.VersionOf(processId, version) is { } known) return known;
        await RefreshAsync(CancellationToken.None).ConfigureAwait(false);
        return View.VersionOf(processId, version);
    }

    public async ValueTask<DeployedProcess?> FindAsync(DefinitionKey key)
    {
        if (!View.Contains(key)) await RefreshAsync(CancellationToken.None).ConfigureAwait(false);
        return View.Contains(key) ? View.Get(key) : null;
    }

    /// <summary>The latest version of a decision, or null.</summary>
    public async ValueTask<DeployedDecision?> LatestDecisionAsync(string decisionId)
    {
        if (View.Decisions.Latest(decisionId) is { } known) return known;
        await RefreshAsync(CancellationToken.None).ConfigureAwait(false);
        return View.Decisions.Latest(decisionId);
    }

    public async ValueTask<DeployedDecision?> FindDecisionAsync(DefinitionKey key)
    {
        if (View.Decisions.Find(key) is { } known) return known;
        await RefreshAsync(CancellationToken.None).ConfigureAwait(false);
        return View.Decisions.Find(key);
    }

    /// <summary>The version of a decision that a deployment which this node knows holds, or null.</summary>
    public DeployedDecision? DecisionOfDeployment(string decisionId, long deployment) => View.Decisions.OfDeployment(decisionId, deployment);

    /// <summary>The file in which a version of a decision stands, or null when this node does not know it.</summary>
    public DecisionModelRecord? DecisionModelOf(DefinitionKey decision) => View.Decisions.ModelOf(decision);

    /// <summary>The record of a definition that this node knows, or null.</summary>
    public DefinitionRecord? Record(DefinitionKey key) => View.Record(key);

    /// <summary>All retirements of a version that this node knows, those taken back too, the oldest first.</summary>
    public IReadOnlyList<Retirement> Retirements(DefinitionKey key) => View.Retirements(key);

    /// <summary>The version starts no new process.</summary>
    public bool IsRetired(DefinitionKey key) => View.IsRetired(key);

    /// <summary>A deployment that this node knows, whole, or null.</summary>
    public DeploymentRecord? Deployment(long key) => View.Deployment(key);

    /// <summary>All deployments that this node knows, the oldest first.</summary>
    public IReadOnlyList<DeploymentRecord> Deployments => [.. View.Deployments.OrderBy(deployment => deployment.Key)];

    /// <summary>The key of the last deployment that this node knows; 0 when there is none.</summary>
    public long LastDeployment => View.LastDeployment;

    /// <summary>The file a definition stands in, as deployed.</summary>
    public DeploymentResource? Resource(DefinitionKey key) => View.Resource(key);

    /// <summary>The form of a task or start of this definition, or null.</summary>
    public FormSchema? Form(DefinitionKey definition, string formId, Binding binding = Binding.Deployment) => View.Form(definition, formId, binding);

    /// <summary>The text of a form, as deployed.</summary>
    public DeploymentResource? FormResource(DefinitionKey definition, string formId, Binding binding = Binding.Deployment) => View.FormResource(definition, formId, binding);

    /// <summary>Reads what was deployed, retired and taken back since the last time.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var view = View;
            while (await _store.ReadAsync(view.LastDeployment, DeploymentsPerRead, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
                foreach (var deployment in page) view = view.With(deployment);
            // Read after the deployments and seen with them: a version that came retired is never taken for one that may be started.
            view = view.WithRetirements(await _store.RetirementsAsync(cancellation).ConfigureAwait(false));
            if (view != View) _world = WorldOf(view);
        }
        finally
        {
            _reading.Release();
        }
    }

    internal async ValueTask EnsureAsync(DefinitionKey key)
    {
        if (!View.Contains(key)) await RefreshAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Definitions of every process that is active in the state.</summary>
    internal async ValueTask EnsureAsync(InstanceState state)
    {
        await EnsureAsync(state.Definition).ConfigureAwait(false);
        foreach (var element in state.Elements.Values)
            if (element.Type == ElementType.Process) await EnsureAsync(element.Definition).ConfigureAwait(false);
    }

    public void Dispose() => _reading.Dispose();

    private World WorldOf(CatalogView view) => new(view, _calendars, _zone, FindZone);

    private static TimeZoneInfo? FindZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
