using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Ports;
using Orchestrator.Forms;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Deployments;

/// <summary>Everything deployed, as one decision sees it. Immutable but for the compiling, which happens when a deployment is first needed.</summary>
internal sealed class CatalogView : IDefinitions
{
    public static readonly CatalogView Empty = new(
        ImmutableDictionary<DefinitionKey, Entry>.Empty, ImmutableDictionary<string, ImmutableArray<Entry>>.Empty, DecisionsView.Empty, ImmutableDictionary<string, FormEntry>.Empty, ImmutableDictionary<long, DeploymentRecord>.Empty,
        ImmutableDictionary<DefinitionKey, ImmutableArray<Retirement>>.Empty, 0);

    private readonly ImmutableDictionary<DefinitionKey, Entry> _byKey;
    private readonly ImmutableDictionary<string, ImmutableArray<Entry>> _byProcess;
    private readonly DecisionsView _decisions;
    private readonly ImmutableDictionary<string, FormEntry> _latestForms;
    private readonly ImmutableDictionary<long, DeploymentRecord> _deployments;
    private readonly ImmutableDictionary<DefinitionKey, ImmutableArray<Retirement>> _retirements;

    private CatalogView(
        ImmutableDictionary<DefinitionKey, Entry> byKey, ImmutableDictionary<string, ImmutableArray<Entry>> byProcess,
        DecisionsView decisions, ImmutableDictionary<string, FormEntry> latestForms, ImmutableDictionary<long, DeploymentRecord> deployments,
        ImmutableDictionary<DefinitionKey, ImmutableArray<Retirement>> retirements, long lastDeployment)
    {
        _byKey = byKey;
        _byProcess = byProcess;
        _decisions = decisions;
        _latestForms = latestForms;
        _deployments = deployments;
        _retirements = retirements;
        LastDeployment = lastDeployment;
    }

    public long LastDeployment { get; }

    public int Count => _byKey.Count;

    public IEnumerable<DefinitionRecord> Records => _byKey.Values.Select(entry => entry.Record);

    /// <summary>The newest of each process id.</summary>
    public IEnumerable<DefinitionRecord> Latest => _byProcess.Values.Select(versions => versions[^1].Record);

    public CatalogView With(DeploymentRecord deployment)
    {
        var content = new DeploymentContent(deployment);
        var byKey = _byKey;
        var byProcess = _byProcess;
        foreach (var record in deployment.Definitions)
        {
            var entry = new Entry(record, content);
            byKey = byKey.SetItem(record.Key, entry);
            var versions = byProcess.GetValueOrDefault(record.ProcessId, []);
            byProcess = byProcess.SetItem(record.ProcessId, [.. versions.Add(entry).OrderBy(one => one.Record.Version)]);
        }
        var forms = _latestForms;
        foreach (var form in deployment.Forms) forms = forms.SetItem(form.FormId, new FormEntry(content));
        return new CatalogView(byKey, byProcess, _decisions.With(deployment, content), forms, _deployments.SetItem(deployment.Key, deployment), _retirements, Math.Max(LastDeployment, deployment.Key));
    }

    /// <summary>The same with these retirements in the place of those known before.</summary>
    public CatalogView WithRetirements(IReadOnlyList<Retirement> all)
    {
        if (all.SequenceEqual(_retirements.OrderBy(of => of.Key.Value).SelectMany(of => of.Value))) return this;
        var retirements = all.GroupBy(one => one.Definition).ToImmutableDictionary(of => of.Key, of => of.ToImmutableArray());
        return new CatalogView(_byKey, _byProcess, _decisions, _latestForms, _deployments, retirements, LastDeployment);
    }

    /// <summary>All retirements of a version, the oldest first.</summary>
    public ImmutableArray<Retirement> Retirements(DefinitionKey key) => _retirements.GetValueOrDefault(key, []);

    public bool IsRetired(DefinitionKey key) => _retirements.TryGetValue(key, out var known) && known[^1].TakenBack is null;

    public bool Contains(DefinitionKey key) => _byKey.ContainsKey(key);

    public DeployedProcess Get(DefinitionKey key) =>
        _byKey.TryGetValue(key, out var entry) ? entry.Process : throw new KeyNotFoundException($"Expected a deployed definition {key}, but there is none.");

    public DeployedProcess? LatestOf(string processId) => _byProcess.TryGetValue(processId, out var versions) ? versions[^1].Process : null;

    public DeployedProcess? VersionOf(string processId, int version) =>
        _byProcess.TryGetValue(processId, out var versions) ? versions.FirstOrDefault(entry => entry.Record.Version == version)?.Process : null;

    public DefinitionRecord? Record(DefinitionKey key) => _byKey.GetValueOrDefault(key)?.Record;

    public IEnumerable<DeploymentRecord> Deployments => _deployments.Values;

    public DeploymentRecord? Deployment(long key) => _deployments.GetValueOrDefault(key);

    public DeploymentResource? Resource(DefinitionKey key) => _byKey.TryGetValue(key, out var entry) ? entry.Content.Resource(entry.Record.ResourceName) : null;

    /// <summary>The form of a definition: of its own deployment, or the newest.</summary>
    public FormSchema? Form(DefinitionKey definition, string formId, Binding binding)
    {
        if (binding == Binding.Deployment) return _byKey.TryGetValue(definition, out var entry) ? entry.Content.Form(formId) : null;
        return _latestForms.TryGetValue(formId, out var latest) ? latest.Content.Form(formId) : null;
    }

    /// <summary>The text of a form as deployed.</summary>
    public DeploymentResource? FormResource(DefinitionKey definition, string formId, Binding binding)
    {
        if (binding == Binding.Deployment) return _byKey.TryGetValue(definition, out var entry) ? entry.Content.FormResource(formId) : null;
        return _latestForms.TryGetValue(formId, out var latest) ? latest.Content.FormResource(formId) : null;
    }

    public DecisionsView Decisions => _decisions;

    public DeployedDecision? ResolveDecision(string decisionId, Binding binding, string? versionTag, DeployedProcess caller) => binding switch
    {
        Binding.Deployment => _decisions.OfDeployment(decisionId, caller.Deployment),
        Binding.VersionTag => _decisions.Tagged(decisionId, versionTag),
        _ => _decisions.Latest(decisionId),
    };

    public DeployedProcess? Resolve(string processId, Binding binding, string? versionTag, DeployedProcess caller)
    {
        if (!_byProcess.TryGetValue(processId, out var versions)) return null;
        return binding switch
        {
            Binding.Deployment => versions.FirstOrDefault(entry => entry.Record.Deployment == caller.Deployment)?.Process,
            Binding.VersionTag => versions.LastOrDefault(entry => entry.Record.VersionTag == versionTag)?.Process,
            _ => versions[^1].Process,
        };
    }

    private sealed class Entry(DefinitionRecord record, DeploymentContent content)
    {
        private DeployedProcess? _process;

        public DefinitionRecord Record { get; } = record;

        public DeploymentContent Content { get; } = content;

        public DeployedProcess Process => _process ??= new DeployedProcess(
            Record.Key, Record.Deployment, Record.Version, Record.ContentHash, Record.ResourceName, Content.Graph(Record.ProcessId));
    }

    private sealed record FormEntry(DeploymentContent Content);
}
