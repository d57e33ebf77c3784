using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>What is deployed, for everybody with pages. Only who may draw sees drafts.</summary>
internal sealed class DefinitionDesk(DefinitionCatalog definitions, DefinitionFolders folders, DefinitionNames names, IDraftStore drafts, IStandings standings, RetirementDesk retirements) : IProcessDefinitions
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
        return new DefinitionOverview([.. processes.OrderBy(process => process.Name, StringComparer.CurrentCulture)], open, folders.HasServerFolder) { MayDraw = MayDraw(user) };
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

    public async Task<Outcome<DefinitionVersion>> RetireAsync(ActingUser user, string processId, int version, string? reason, CancellationToken cancellation)
    {
        if (WhyNotRetire(user) is { } refused) return refused;
        var ordered = await VersionsAsync(processId, cancellation);
        if (ordered.Find(record => record.Version == version) is not { } found) return Missing(processId);
        if (reason?.Trim() is not { Length: > 0 } why) return Refused.From([new FieldError("reason", "required", "Expected a reason, but there is none.")]);
        if (why.Length > RetirementView.ReasonCharsMax)
            return Refused.From([new FieldError("reason", "maxLength", $"Expected at most {RetirementView.ReasonCharsMax} characters, but found {why.Length}.") { Limit = $"{RetirementView.ReasonCharsMax}" }]);
        if (await retirements.RetireAsync(found.Key, user.UserName, why, cancellation) is not { } rejection) return await VersionAsync(found, ordered, await FiguresAsync(cancellation), cancellation);
        return rejection.Reason == RejectionReason.WrongState ? await WhyNotRetiredAsync(found, rejection, cancellation) : Refused.From(rejection);
    }

    public async Task<Outcome<DefinitionVersion>> TakeBackAsync(ActingUser user, string processId, int version, CancellationToken cancellation)
    {
        if (WhyNotRetire(user) is { } refused) return refused;
        var ordered = await VersionsAsync(processId, cancellation);
        if (ordered.Find(record => record.Version == version) is not { } found) return Missing(processId);
        if (await retirements.TakeBackAsync(found.Key, user.UserName, cancellation) is not { } rejection) return await VersionAsync(found, ordered, await FiguresAsync(cancellation), cancellation);
        return rejection.Reason == RejectionReason.WrongState ? new Refusal(RefusalKind.Conflict, "NotRetired", rejection.Message) : Refused.From(rejection);
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

    private static Refusal? WhyNotRetire(ActingUser user) =>
        MayDraw(user) ? null : new(RefusalKind.NotAllowed, "DesignersOnly", "Expected a designer or an administrator: others read definitions, but do not retire them.");

    private async Task<Refusal> WhyNotRetiredAsync(DefinitionRecord record, Rejection rejection, CancellationToken cancellation)
    {
        if (definitions.IsRetired(record.Key))
        {
            var standing = definitions.Retirements(record.Key)[^1];
            return new(RefusalKind.Conflict, "AlreadyRetired", rejection.Message) { Conflict = new(await names.PersonAsync(standing.By, cancellation), "retired", standing.At) };
        }
        return retirements.CallerOf(record.Key) is { } caller
            ? new(RefusalKind.Conflict, "CalledByAnother", rejection.Message) { Fields = [new FieldError("version", "calledBy", rejection.Message) { Limit = caller.Name ?? caller.ProcessId }] }
            : Refused.From(rejection);
    }

    private async Task<IReadOnlyList<RetirementView>> RetirementsAsync(DefinitionRecord record, CancellationToken cancellation)
    {
        var known = definitions.Retirements(record.Key);
        if (known.Count == 0) return [];
        await names.LearnAsync(known.SelectMany(one => new[] { one.By, one.TakenBack?.By }), cancellation);
        var shown = new List<RetirementView>(known.Count);
        foreach (var one in known)
            shown.Add(new(await names.PersonAsync(one.By, cancellation), one.At, one.Reason, one.TakenBack is { } back ? await names.PersonAsync(back.By, cancellation) : null, one.TakenBack?.At));
        return shown;
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
            Retirements = await RetirementsAsync(record, cancellation),
        };
    }

    private string HashOf(DefinitionRecord record)
    {
        if (_hashes.TryGetValue(record.Key, out var known)) return known;
        return _hashes[record.Key] = ContentHashes.OfSet(
            DefinitionFolders.Deployed(definitions.Deployment(record.Deployment)!, DefinitionFolders.FolderOf(record.ResourceName)).Where(file => !DefinitionFolders.IsScenario(file.Name)).Select(file => (file.Name, file.Content)));
    }
}
