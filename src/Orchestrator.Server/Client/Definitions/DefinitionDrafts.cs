using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>Drafts, for designers and administrators.</summary>
internal sealed partial class DefinitionDrafts(
    IDraftStore store, DefinitionCatalog definitions, DefinitionFolders folders, DefinitionNames names, DefinitionDesk desk, DraftCompiler compiler, ScenarioRuns runs,
    DeploymentDesk deployments, TimeProvider time) : IDefinitionDrafts
{
    private const int FileNameCharsMax = 200;

    public async Task<Outcome<DraftSummary>> CreateAsync(ActingUser user, Guid request, string processId, int? version, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        var versions = await desk.VersionsAsync(processId, cancellation);
        if ((version is null ? versions.FirstOrDefault() : versions.Find(record => record.Version == version)) is not { } record) return DefinitionDesk.Missing(processId);
        var folder = DefinitionFolders.FolderOf(record.ResourceName);
        var files = version is null ? folders.OfServer(folder) : folders.OfVersion(record);
        if (files.Count == 0) return Refused.NotFound($"Expected a folder '{folder}' on the server, but there is none: make the draft from a version.");
        var touch = new DraftTouch(user.UserName, time.GetUtcNow());
        var head = new DefinitionDraftHead(
            request, folder, processId, record.Name ?? processId, version is null ? null : record.Deployment, version is null ? null : record.Version, 1, true, touch, touch);
        await store.CreateAsync(new(head, [.. files.Select(file => new DraftFile(file.Name, file.Content))]), cancellation);
        return await names.DraftAsync(head, cancellation);
    }

    public async Task<Outcome<DraftView>> OpenAsync(ActingUser user, Guid key, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await store.FindAsync(key, cancellation) is not { } draft) return Missing();
        var versions = await desk.VersionsAsync(draft.Head.ProcessId, cancellation);
        return new DraftView(
            await names.DraftAsync(draft.Head, cancellation), versions.FirstOrDefault()?.Version ?? 0, FilesOf(draft), await ElementTemplates.OfAsync(definitions),
            [.. FeelBuiltins.Office.Select(one => new SuggestedFunction(one.Name, one.Parameters, one.Signature))]);
    }

    public async Task<Outcome<DraftSaved>> SaveAsync(ActingUser user, Guid key, DraftSave save, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (WhyNotFiles(save.Files) is { } wrong) return wrong;
        if (await store.FindAsync(key, cancellation) is not { } draft) return Missing();
        if (!draft.Head.IsOpen) return Closed(await FasterAsync(draft.Head, cancellation));
        var now = time.GetUtcNow();
        var files = save.Files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => new DraftFile(file.Name, file.Content)).ToList();
        if (draft.Files.SequenceEqual(files)) return new DraftSaved(draft.Head.Revision, draft.Head.Saved.At);
        if (draft.Head.Revision == save.Revision && await store.SaveAsync(key, save.Revision, files, user.UserName, now, cancellation)) return new DraftSaved(save.Revision + 1, now);

        // Somebody was faster. What was sent is kept beside it, once for each try; nobody has to write it again.
        var other = (await store.FindAsync(key, cancellation))!.Head;
        var touch = new DraftTouch(user.UserName, now);
        await store.CreateAsync(new(other with { Key = save.Request, CopyOf = key, Created = touch, Saved = touch }, files), cancellation);
        return new DraftSaved(other.Revision, other.Saved.At) { Faster = await names.PersonAsync(other.Saved.By, cancellation), Copy = save.Request };
    }

    public async Task<Outcome<bool>> DiscardAsync(ActingUser user, Guid key, int revision, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await store.FindAsync(key, cancellation) is not { } draft) return Missing();
        if (!draft.Head.IsOpen) return false;
        if (draft.Head.Revision != revision) return Changed(await FasterAsync(draft.Head, cancellation));
        await store.CloseAsync(key, null, user.UserName, time.GetUtcNow(), cancellation);
        return true;
    }

    public async Task<Outcome<IReadOnlyList<DraftRemark>>> CheckAsync(ActingUser user, Guid key, IReadOnlyList<DefinitionFile> files, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return Outcome.Refused<IReadOnlyList<DraftRemark>>(refused);
        if (WhyNotFiles(files) is { } wrong) return Outcome.Refused<IReadOnlyList<DraftRemark>>(wrong);
        if (await store.FindAsync(key, cancellation) is not { } draft) return Outcome.Refused<IReadOnlyList<DraftRemark>>(Missing());
        await definitions.RefreshAsync(cancellation);
        return Outcome.Of(compiler.Check(draft.Head.Folder, files));
    }

    public async Task<Outcome<DefinitionComparison>> CompareAsync(ActingUser user, Guid key, int? version, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await store.FindAsync(key, cancellation) is not { } draft) return Missing();
        var versions = await desk.VersionsAsync(draft.Head.ProcessId, cancellation);
        var record = version is null ? versions.FirstOrDefault() : versions.Find(record => record.Version == version);
        return record is null && (version is not null || versions.Count > 0) ? DefinitionDesk.Missing(draft.Head.ProcessId) : await CompareAsync(draft, record, cancellation);
    }

    // Of a process that does not exist yet everything is new.
    private async Task<DefinitionComparison> CompareAsync(DefinitionDraft draft, DefinitionRecord? record, CancellationToken cancellation) => new(
        draft.Head.ProcessId, draft.Head.Name, record is null ? new(0, null, null, "", default) : await desk.SideAsync(record, cancellation),
        new(null, draft.Head.Key, draft.Head.Revision, await names.PersonAsync(draft.Head.Saved.By, cancellation), draft.Head.Saved.At),
        FolderComparison.Between(FilesBefore(record), FilesOf(draft)));

    private IReadOnlyList<DefinitionFile> FilesBefore(DefinitionRecord? record) => record is null ? [] : folders.OfVersion(record);

    private static IReadOnlyList<DefinitionFile> FilesOf(DefinitionDraft draft) => [.. draft.Files.Select(file => new DefinitionFile(file.Name, file.Content))];

    private static Refusal? WhyNot(ActingUser user) =>
        DefinitionDesk.MayDraw(user) ? null : new(RefusalKind.NotAllowed, "DesignersOnly", "Expected a designer or an administrator: others read definitions, but do not draw or publish them.");

    private static Refusal? WhyNotFiles(IReadOnlyList<DefinitionFile> files)
    {
        if (files.Count is 0 or > DraftSave.FilesMax || files.Sum(file => (long)file.Content.Length) > DraftSave.CharsMax)
            return new(RefusalKind.Invalid, "DraftSize", $"Expected 1 to {DraftSave.FilesMax} files of at most {DraftSave.CharsMax} characters together.");
        // The name becomes that of a file when somebody exports the folder.
        var wrong = files.FirstOrDefault(file => file.Name.Length is 0 or > FileNameCharsMax || file.Name.Any(one => char.IsControl(one) || one is '/' or '\\') || file.Name.StartsWith('.') || FolderComparison.KindOf(file.Name) == "other");
        if (wrong is not null || files.Select(file => file.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < files.Count)
            return new(RefusalKind.Invalid, "DraftFileName", $"Expected different file names that end in .bpmn, .dmn, .form or .scenario, without folders, but found '{wrong?.Name ?? "the same twice"}'.");
        return null;
    }

    private async Task<Faster> FasterAsync(DefinitionDraftHead head, CancellationToken cancellation) => new(await names.PersonAsync(head.Saved.By, cancellation), "changed", head.Saved.At);

    private static Refusal Missing() => Refused.NotFound("Expected a draft with this address, but there is none.");

    private static Refusal Closed(Faster faster) =>
        new(RefusalKind.Conflict, "DraftClosed", "Expected an open draft, but it was published or thrown away: make a new one from the latest version.") { Conflict = faster };

    private static Refusal Changed(Faster faster) =>
        new(RefusalKind.Conflict, "DraftChanged", "Expected the draft as it was shown, but somebody saved it since: look at it again.") { Conflict = faster };
}
