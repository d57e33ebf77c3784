using Microsoft.Extensions.Logging;
using Orchestrator.Diagnostics;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Deployments;

/// <summary>Publishes definitions: whole or not at all, immutable, numbered.</summary>
public sealed class DeploymentDesk
{
    private readonly EngineStores _stores;
    private readonly DefinitionCatalog _definitions;
    private readonly WorkSignals _signals;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    internal DeploymentDesk(EngineStores stores, DefinitionCatalog definitions, WorkSignals signals, TimeProvider time, ILogger log)
    {
        _stores = stores;
        _definitions = definitions;
        _signals = signals;
        _time = time;
        _log = log;
    }

    /// <summary>
    /// Reads, checks and publishes files as one deployment. With any error nothing is deployed and every diagnostic is returned. When exactly this content was deployed before,
    /// that deployment is returned with <see cref="DeployResult.New"/> false. Each process gets the next version of its id; message and timer starts move to it.
    /// </summary>
    public Task<DeployResult> DeployAsync(IReadOnlyList<DeploymentResource> resources, string deployedBy, CancellationToken cancellation) =>
        DeployAsync(resources, deployedBy, DeploymentTerms.None, cancellation);

    /// <summary>The same on terms: made over another deployment, it is refused with <c>WrongState</c> when that is not the last one any more.</summary>
    public async Task<DeployResult> DeployAsync(IReadOnlyList<DeploymentResource> resources, string deployedBy, DeploymentTerms terms, CancellationToken cancellation)
    {
        var compiled = DeploymentCompiler.Compile(resources);
        if (compiled.HasErrors) return new DeployResult(null, false, compiled.Diagnostics, null);
        var now = _time.GetUtcNow();
        var starts = new List<DefinitionStarts>();
        foreach (var process in compiled.Processes)
        {
            var (found, problem) = ProcessStarts.Of(process.Graph, _definitions.World, now);
            if (problem is not null) return new DeployResult(null, false, compiled.Diagnostics, new Rejection(RejectionReason.Invalid, $"{process.ResourceName}: {problem}"));
            starts.Add(found);
        }

        var made = await NewAsync(resources, compiled, starts, deployedBy, now, terms.Publication?.Folder, cancellation).ConfigureAwait(false);
        // What goes back to earlier content is a deployment of its own, and not the earlier one, which would stay an old version.
        if (terms.After is { } after) made = made with { After = after, ContentHash = ContentHashes.OfSet([.. resources.Select(resource => (resource.Name, resource.Content)), ("", $"after {after}")]) };
        var saved = await _stores.Deployments.SaveAsync(made with { Publication = terms.Publication }, cancellation).ConfigureAwait(false);
        await _definitions.RefreshAsync(cancellation).ConfigureAwait(false);
        if (saved is null)
            return new DeployResult(null, false, compiled.Diagnostics, new Rejection(RejectionReason.WrongState, $"Expected deployment {terms.After} to be the last one, but another one was made since: look at it and publish again."));
        if (saved.New)
        {
            _log.Deployed(saved.Deployment.Key, saved.Deployment.Definitions.Count, saved.Deployment.Forms.Count);
            // A buffered message may start a process that did not exist when it came.
            _signals.SweepMessages();
            _signals.StartTimers.Set();
        }
        return new DeployResult(saved.Deployment, saved.New, compiled.Diagnostics, null);
    }

    /// <summary>SHA-256 over names and contents in the order of the names, hexadecimal: equal files give an equal hash, in whatever order they come.</summary>
    public static string ContentHash(IReadOnlyList<DeploymentResource> resources) =>
        ContentHashes.OfSet(resources.Select(resource => (resource.Name, resource.Content)));

    private async Task<NewDeployment> NewAsync(
        IReadOnlyList<DeploymentResource> resources, CompiledDeployment compiled, List<DefinitionStarts> starts, string deployedBy, DateTimeOffset now, string? published, CancellationToken cancellation)
    {
        var deployment = await _stores.Store.AllocateAsync(BlockKind.Deployment, 1, cancellation).ConfigureAwait(false);
        var keys = new Queue<DefinitionKey>(await KeysAsync(compiled, cancellation).ConfigureAwait(false));
        var definitions = compiled.Processes.Select((process, i) => DefinitionOf(process, keys.Dequeue(), starts[i], published)).ToList();
        var models = compiled.Decisions.Select(file => new NewDecisionModel(
            keys.Dequeue(), file.Id, file.Model.Name, file.ResourceName, file.ContentHash,
            [.. file.Decisions.Select(decision => new NewDecision(keys.Dequeue(), decision.Id, decision.Name, decision.VersionTag))])).ToList();
        var forms = compiled.Forms.Select(form => new FormRecord(form.Schema.Id, form.ResourceName)).ToList();
        return new(deployment, ContentHash(resources), deployedBy, now, resources, definitions, models, forms);
    }

    /// <summary>One for each process, each file of decisions and each decision.</summary>
    private async Task<IEnumerable<DefinitionKey>> KeysAsync(CompiledDeployment compiled, CancellationToken cancellation)
    {
        var count = compiled.Processes.Length + compiled.Decisions.Sum(file => 1 + file.Decisions.Count());
        if (count == 0) return [];
        var first = await _stores.Store.AllocateAsync(BlockKind.Definition, count, cancellation).ConfigureAwait(false);
        return Enumerable.Range(0, count).Select(i => new DefinitionKey(first + i));
    }

    private static NewDefinition DefinitionOf(CompiledProcess process, DefinitionKey key, DefinitionStarts starts, string? published) => new(
        key, process.Graph.ProcessId, process.Graph.Name, process.Graph.VersionTag, process.ResourceName, process.ContentHash,
        new([.. starts.Messages.Select(one => one with { Definition = key })], [.. starts.Timers.Select(one => one with { Definition = key })]))
    {
        KeepsRetirement = published is null || FolderOf(process.ResourceName) != published,
    };

    private static string FolderOf(string resourceName) => resourceName[..Math.Max(0, resourceName.LastIndexOf('/'))];
}

/// <summary>What became of a deployment: the deployment, or why there is none (diagnostics with an error, or a refusal). Warnings come in either case.</summary>
public sealed record DeployResult(DeploymentRecord? Deployment, bool New, IReadOnlyList<Diagnostic> Diagnostics, Rejection? Rejection);

/// <summary>On what terms something is deployed.</summary>
/// <param name="After">The deployment that it was made over, which must be the last one still; null where that does not matter.</param>
/// <param name="Publication">What is kept about its publication from a draft.</param>
public sealed record DeploymentTerms(long? After, Publication? Publication)
{
    public static readonly DeploymentTerms None = new(null, null);
}
