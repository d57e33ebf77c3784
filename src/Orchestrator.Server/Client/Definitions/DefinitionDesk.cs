using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>What is deployed, for everybody with pages. Only who may draw sees drafts.</summary>
internal sealed class DefinitionDesk(DefinitionCatalog definitions, DefinitionFolders folders, DefinitionNames names, IDraftStore drafts, IStandings standings) : IProcessDefinitions
{
    private const int DraftsMax = 100;

    private readonly Dictionary<DefinitionKey, string> _hashes = [];

    /// <summary>Who draws and publishes.</summary>
    public static bool MayDraw(ActingUser user) => user.Has(Roles.Designer, Roles.Admin);

    public async Task<Outcome<DefinitionOverview>> ListAsync(ActingUser user, CancellationToken cancellation)
    {
        await definitions.RefreshAsync(cancellation);
        var figures = await FiguresAsync(cancellation);
        var processes = new List<DefinitionSummary>();
        foreach (var versions in definitions.All.GroupBy(record => record.ProcessId))
        {
            var ordered = versions.OrderByDescending(record => record.Version).ToList();
            var latest = ordered[0];
            var running = ordered.Where(record => figures.ContainsKey(record.Key)).Select(record => new RunningCount(record.Version, figures[record.Key].Running)).Where(count => count.Count > 0).ToList();
            processes.Add(new(
                latest.ProcessId, latest.Name ?? latest.ProcessId, DefinitionFolders.FolderOf(latest.ResourceName), await VersionAsync(latest, [latest], figures, cancellation), running,
                ordered.Sum(record => figures.GetValueOrDefault(record.Key)?.Incidents ?? 0), folders.DriftOf(latest)));
        }
        var open = MayDraw(user) ? await names.DraftsAsync(await drafts.ListAsync(open: true, DraftsMax, cancellation), cancellation) : [];
        return new DefinitionOverview([.. processes.OrderBy(process => process.Name, StringComparer.CurrentCulture)], open, folders.HasServerFolder);
    }

    public async Task<Outcome<DefinitionHistory>> OpenAsync(ActingUser user, string processId, CancellationToken cancellation)
    {
        var ordered = await VersionsAsync(processId, cancellation);
        if (ordered.Count == 0) return Missing(processId);
        var figures = await FiguresAsync(cancellation);
        await names.LearnAsync(ordered.Select(record => definitions.Deployment(record.Deployment)!.DeployedBy), cancellation);
        var versions = new List<DefinitionVersion>(ordered.Count);
        foreach (var record in ordered) versions.Add(await VersionAsync(record, ordered, figures, cancellation));
        var open = MayDraw(user) ? (await drafts.ListAsync(open: true, DraftsMax, cancellation)).Where(head => head.ProcessId == processId).ToList() : [];
        return new DefinitionHistory(
            processId, ordered[0].Name ?? processId, DefinitionFolders.FolderOf(ordered[0].ResourceName), versions, await names.DraftsAsync(open, cancellation), folders.DriftOf(ordered[0]),
            folders.OfServer(DefinitionFolders.FolderOf(ordered[0].ResourceName)).Count > 0, MayDraw(user));
    }

    public async Task<Outcome<DefinitionVersionView>> VersionAsync(ActingUser user, string processId, int version, CancellationToken cancellation)
    {
        var ordered = await VersionsAsync(processId, cancellation);
        if (ordered.Find(record => record.Version == version) is not { } found) return Missing(processId);
        return new DefinitionVersionView(
            processId, found.Name ?? processId, await VersionAsync(found, ordered, await FiguresAsync(cancellation), cancellation), ordered[0].Version, definitions.Resource(found.Key)!.Content,
            [.. folders.OfVersion(found).Select(file => file.Name)], MayDraw(user));
    }

    public async Task<Outcome<DefinitionFolder>> FolderAsync(ActingUser user, string processId, int version, CancellationToken cancellation)
    {
        var ordered = await VersionsAsync(processId, cancellation);
        if (ordered.Find(record => record.Version == version) is not { } found) return Missing(processId);
        var folder = DefinitionFolders.FolderOf(found.ResourceName);
        return new DefinitionFolder(folder.Length > 0 ? folder : processId, folders.OfVersion(found));
    }

    public async Task<Outcome<DefinitionComparison>> CompareAsync(ActingUser user, string processId, int before, int after, CancellationToken cancellation)
    {
        var ordered = await VersionsAsync(processId, cancellation);
        if (ordered.Find(record => record.Version == before) is not { } old || ordered.Find(record => record.Version == after) is not { } found) return Missing(processId);
        return new DefinitionComparison(
            processId, found.Name ?? processId, await SideAsync(old, cancellation), await SideAsync(found, cancellation), FolderComparison.Between(folders.OfVersion(old), folders.OfVersion(found)));
    }

    /// <summary>A version as one side of a comparison.</summary>
    public async Task<ComparedSide> SideAsync(DefinitionRecord record, CancellationToken cancellation)
    {
        var deployment = definitions.Deployment(record.Deployment)!;
        return new(record.Version, null, null, await names.PersonAsync(deployment.DeployedBy, cancellation), deployment.DeployedAt);
    }

    /// <summary>All versions of a process, the latest first.</summary>
    public async Task<List<DefinitionRecord>> VersionsAsync(string processId, CancellationToken cancellation)
    {
        await definitions.RefreshAsync(cancellation);
        return [.. definitions.All.Where(record => record.ProcessId == processId).OrderByDescending(record => record.Version)];
    }

    public static Refusal Missing(string processId) => Refused.NotFound($"Expected a deployed process '{processId}' with that version, but there is none.");

    private async Task<Dictionary<DefinitionKey, VersionCount>> FiguresAsync(CancellationToken cancellation) =>
        (await standings.RunningAsync(cancellation)).ToDictionary(one => one.Definition);

    private async Task<DefinitionVersion> VersionAsync(DefinitionRecord record, IReadOnlyList<DefinitionRecord> all, Dictionary<DefinitionKey, VersionCount> figures, CancellationToken cancellation)
    {
        var deployment = definitions.Deployment(record.Deployment)!;
        var publication = deployment.Publication is { } kept && kept.Folder == DefinitionFolders.FolderOf(record.ResourceName) ? new PublicationView(kept.ScenariosPassed, kept.ScenariosFailed, kept.Reason) : null;
        var figure = figures.GetValueOrDefault(record.Key);
        var hash = HashOf(record);
        var same = all.Where(other => other.Version < record.Version && HashOf(other) == hash).MinBy(other => other.Version);
        return new(record.Version, same?.Version, record.ContentHash, deployment.DeployedBy, deployment.DeployedAt)
        {
            ByName = await names.PersonAsync(deployment.DeployedBy, cancellation) is var name && name != deployment.DeployedBy ? name : null,
            Running = figure?.Running ?? 0,
            Incidents = figure?.Incidents ?? 0,
            Publication = publication,
        };
    }

    private string HashOf(DefinitionRecord record)
    {
        if (_hashes.TryGetValue(record.Key, out var known)) return known;
        return _hashes[record.Key] = ContentHashes.OfSet(
            DefinitionFolders.Deployed(definitions.Deployment(record.Deployment)!, DefinitionFolders.FolderOf(record.ResourceName)).Where(file => !DefinitionFolders.IsScenario(file.Name)).Select(file => (file.Name, file.Content)));
    }
}
