using System.Collections.Immutable;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Deployments;

/// <summary>Every decision deployed, as one decision of the engine sees them. A file is compiled when one of its decisions is first needed.</summary>
internal sealed class DecisionsView
{
    public static readonly DecisionsView Empty = new(ImmutableDictionary<DefinitionKey, Entry>.Empty, ImmutableDictionary<string, ImmutableArray<Entry>>.Empty);

    private readonly ImmutableDictionary<DefinitionKey, Entry> _byKey;
    private readonly ImmutableDictionary<string, ImmutableArray<Entry>> _byId;

    private DecisionsView(ImmutableDictionary<DefinitionKey, Entry> byKey, ImmutableDictionary<string, ImmutableArray<Entry>> byId)
    {
        _byKey = byKey;
        _byId = byId;
    }

    public DecisionsView With(DeploymentRecord deployment, DeploymentContent content)
    {
        var (byKey, byId) = (_byKey, _byId);
        foreach (var model in deployment.DecisionModels)
            foreach (var decision in model.Decisions)
            {
                var entry = new Entry(model, decision, content);
                byKey = byKey.SetItem(decision.Key, entry);
                byId = byId.SetItem(decision.DecisionId, [.. byId.GetValueOrDefault(decision.DecisionId, []).Add(entry).OrderBy(one => one.Decision.Version)]);
            }
        return new DecisionsView(byKey, byId);
    }

    public DeployedDecision? Find(DefinitionKey key) => _byKey.GetValueOrDefault(key)?.Deployed;

    public DeployedDecision? Latest(string decisionId) => Versions(decisionId) is [.., var last] ? last.Deployed : null;

    public DeployedDecision? Tagged(string decisionId, string? tag) => Versions(decisionId).LastOrDefault(entry => entry.Decision.VersionTag == tag)?.Deployed;

    public DeployedDecision? OfDeployment(string decisionId, long deployment) => Versions(decisionId).FirstOrDefault(entry => entry.Model.Deployment == deployment)?.Deployed;

    /// <summary>The record of the file in which this version of a decision stands.</summary>
    public DecisionModelRecord? ModelOf(DefinitionKey decision) => _byKey.GetValueOrDefault(decision)?.Model;

    private ImmutableArray<Entry> Versions(string decisionId) => _byId.GetValueOrDefault(decisionId, []);

    private sealed class Entry(DecisionModelRecord model, DecisionRecord decision, DeploymentContent content)
    {
        private DeployedDecision? _deployed;

        public DecisionModelRecord Model => model;

        public DecisionRecord Decision => decision;

        public DeployedDecision Deployed => _deployed ??= new DeployedDecision(
            decision.Key, model.Deployment, decision.DecisionId, decision.Name, decision.Version, model.ContentHash, model.ResourceName, content.Decisions(model.ResourceName));
    }
}
