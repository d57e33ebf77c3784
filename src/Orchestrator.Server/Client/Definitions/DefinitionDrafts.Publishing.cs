using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>From a draft to a deployment.</summary>
internal sealed partial class DefinitionDrafts
{
    public async Task<Outcome<PublicationPlan>> PlanAsync(ActingUser user, Guid key, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await store.FindAsync(key, cancellation) is not { } draft) return Missing();
        var versions = await desk.VersionsAsync(draft.Head.ProcessId, cancellation);
        var files = FilesOf(draft);
        var after = definitions.LastDeployment;
        var remarks = compiler.Check(draft.Head.Folder, files);
        var run = draft.Head.IsOpen && remarks.All(remark => !remark.IsError)
            ? runs.Of(KeyOf(draft.Head, after), () => folders.SetWith(draft.Head.Folder, files), ScenariosIn(files))
            : new ScenarioRun(draft.Head.Revision, 0, []);
        return new PublicationPlan(await names.DraftAsync(draft.Head, cancellation), versions.FirstOrDefault()?.Version ?? 0, after, await CompareAsync(draft, versions.FirstOrDefault(), cancellation), remarks, run);
    }

    public async Task<Outcome<Published>> PublishAsync(ActingUser user, Guid key, PublicationOrder order, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await store.FindAsync(key, cancellation) is not { } draft) return Missing();
        if (!draft.Head.IsOpen) return Closed(await FasterAsync(draft.Head, cancellation));
        if (draft.Head.Revision != order.Revision) return Changed(await FasterAsync(draft.Head, cancellation));
        var versions = await desk.VersionsAsync(draft.Head.ProcessId, cancellation);
        if (definitions.LastDeployment != order.After) return await DeployedSinceAsync(cancellation);
        var files = FilesOf(draft);
        if (FolderComparison.Between(FilesBefore(versions.FirstOrDefault()), files).Count == 0)
            return new Refusal(RefusalKind.Invalid, "NothingChanged", "Expected a draft that differs from the latest version, but nothing does.");
        if (compiler.Check(draft.Head.Folder, files).FirstOrDefault(remark => remark.IsError) is { } error)
            return new Refusal(RefusalKind.Invalid, "DraftErrors", $"Expected definitions without errors, but {error.File}, line {error.Line}: {error.Message} {error.Remedy}");
        if (runs.Find(KeyOf(draft.Head, order.After)) is not { IsDone: true } run)
            return new Refusal(RefusalKind.Invalid, "ScenariosNotRun", "Expected the scenarios of this revision to have been run to the end, but they have not: open the page of the publication and wait for them.");
        var failed = run.Failed.Select(one => one.File).ToList();
        var reason = order.Reason?.Trim() is { Length: > 0 } text ? text : null;
        if (reason?.Length > PublicationOrder.ReasonCharsMax) return Refused.From([new FieldError("reason", "maxLength", $"Expected at most {PublicationOrder.ReasonCharsMax} characters.") { Limit = $"{PublicationOrder.ReasonCharsMax}" }]);
        if (failed.Count > 0 && reason is null) return Refused.From([new FieldError("reason", "required", $"Expected a reason, since {failed.Count} scenarios do not hold.")]);
        return await DeployAsync(user, draft, order, new(key, draft.Head.Folder, run.Total - failed.Count, failed, failed.Count > 0 ? reason : null), cancellation);
    }

    private async Task<Outcome<Published>> DeployAsync(ActingUser user, DefinitionDraft draft, PublicationOrder order, Publication publication, CancellationToken cancellation)
    {
        var result = await deployments.DeployAsync(folders.SetWith(draft.Head.Folder, FilesOf(draft)), user.UserName, new(order.After, publication), cancellation);
        if (result.Rejection is { Reason: RejectionReason.WrongState }) return await DeployedSinceAsync(cancellation);
        if (result.Rejection is { } rejection) return Refused.From(rejection);
        var deployment = result.Deployment!;
        // A crash before this line leaves the draft open with nothing to publish; whoever opens it sees so.
        await store.CloseAsync(draft.Head.Key, deployment.Key, user.UserName, time.GetUtcNow(), cancellation);
        var record = deployment.Definitions.FirstOrDefault(definition => definition.ProcessId == draft.Head.ProcessId);
        var next = order.Keep && record is not null ? Guid.CreateVersion7() : (Guid?)null;
        if (next is { } key)
        {
            var touch = new DraftTouch(user.UserName, time.GetUtcNow());
            await store.CreateAsync(new(draft.Head with { Key = key, BaseDeployment = deployment.Key, BaseVersion = record!.Version, CopyOf = null, Created = touch, Saved = touch }, draft.Files), cancellation);
        }
        return new Published(draft.Head.ProcessId, record?.Name ?? draft.Head.Name, record?.Version ?? 0, deployment.DeployedAt, next);
    }

    private async Task<Refusal> DeployedSinceAsync(CancellationToken cancellation)
    {
        await definitions.RefreshAsync(cancellation);
        var last = definitions.Deployment(definitions.LastDeployment);
        return new(RefusalKind.Conflict, "DeployedSince", "Expected nothing to be deployed since the page was shown, but something was: look at what changes now.")
        {
            Conflict = last is null ? null : new(await names.PersonAsync(last.DeployedBy, cancellation), "changed", last.DeployedAt),
        };
    }

    private static List<DefinitionFile> ScenariosIn(IReadOnlyList<DefinitionFile> files) => [.. files.Where(file => DefinitionFolders.IsScenario(file.Name))];

    private static ScenarioRuns.RunKey KeyOf(DefinitionDraftHead head, long after) => new(head.Key, head.Revision, after);
}
