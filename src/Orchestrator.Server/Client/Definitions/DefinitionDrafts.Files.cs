using System.Text.RegularExpressions;
using Orchestrator.Bpmn;
using Orchestrator.Contracts.Client;
using Orchestrator.Diagnostics;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>The files of a draft as a whole, and drafts of processes that do not exist yet.</summary>
internal sealed partial class DefinitionDrafts
{
    public async Task<Outcome<DraftSummary>> CreateNewAsync(ActingUser user, Guid request, NewProcess process, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await store.FindAsync(request, cancellation) is { } made) return await names.DraftAsync(made.Head, cancellation);
        IReadOnlyList<DefinitionFile> files = [];
        string? folder = null;
        if (process.Zip is { } content)
        {
            var (zip, wrong) = FolderZip.Read(content);
            if (wrong is not null) return Refused.From([wrong]);
            (files, folder) = (zip!.Files, zip.Folder);
            if (WhyNotFiles(files) is { } unusable) return unusable;
        }
        var drawn = ProcessesOf(files);
        var id = process.ProcessId?.Trim() is { Length: > 0 } typed ? typed : drawn.Select(one => one.Id).OrderByDescending(one => one == folder).FirstOrDefault();
        if (id is null) return Refused.From([new FieldError("processId", "required", "Expected the id of the new process, but there is none.")]);
        if (!Id().IsMatch(id)) return Refused.From([new FieldError("processId", "processId", "Expected an id of letters, digits, '-' and '_' that begins with a letter, of at most 100 characters.")]);
        if (files.Count > 0 && drawn.All(one => one.Id != id)) return Refused.From([new FieldError("zip", "zipProcess", $"Expected a drawing of process '{id}' in the ZIP, but there is none.") { Limit = id }]);
        if ((await desk.VersionsAsync(id, cancellation)).Count > 0 || definitions.All.Any(record => DefinitionFolders.FolderOf(record.ResourceName) == id))
            return Refused.From([new FieldError("processId", "duplicate", $"Expected the id of a process that does not exist yet, but '{id}' does: make a draft of its latest version.")]);
        var name = process.Name?.Trim() is { Length: > 0 } called ? called : drawn.FirstOrDefault(one => one.Id == id).Name ?? id;
        if (name.Length > FileNameCharsMax) return Refused.From([new FieldError("name", "maxLength", $"Expected at most {FileNameCharsMax} characters.") { Limit = $"{FileNameCharsMax}" }]);
        if (files.Count == 0) files = [new($"{id}.bpmn", FileTemplates.Of("bpmn", id, name, id)), new($"{id}.scenario", FileTemplates.Of("scenario", id, name, id))];
        var touch = new DraftTouch(user.UserName, time.GetUtcNow());
        var head = new DefinitionDraftHead(request, id, id, name, null, null, 1, true, touch, touch);
        await store.CreateAsync(new(head, Sorted(files)), cancellation);
        return await names.DraftAsync(head, cancellation);
    }

    public async Task<Outcome<DefinitionFolder>> ExportAsync(ActingUser user, Guid key, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await store.FindAsync(key, cancellation) is not { } draft) return Missing();
        return new DefinitionFolder(draft.Head.Folder.Length > 0 ? draft.Head.Folder : draft.Head.ProcessId, FilesOf(draft));
    }

    public Task<Outcome<string>> AddFileAsync(ActingUser user, Guid key, int revision, string kind, string name, CancellationToken cancellation) => ChangeAsync(user, key, revision, draft =>
    {
        if (FolderComparison.KindOf($"x.{kind}") == "other") return Wrong("kind", "required", "Expected bpmn, dmn, form or scenario.");
        var stem = WithoutEnding(name, kind);
        if (!Id().IsMatch(stem)) return Wrong("name", "fileName", "Expected a name of letters, digits, '-' and '_' that begins with a letter, of at most 100 characters.");
        var file = $"{stem}.{kind}";
        return Has(draft, file)
            ? Wrong("name", "duplicate", $"Expected a name that no file has, but '{file}' is there.")
            : ([.. FilesOf(draft), new(file, FileTemplates.Of(kind, stem, stem, draft.Head.ProcessId))], file, null);
    }, cancellation);

    public Task<Outcome<string>> RenameFileAsync(ActingUser user, Guid key, int revision, string name, string to, CancellationToken cancellation) => ChangeAsync(user, key, revision, draft =>
    {
        if (!draft.Files.Any(file => file.Name == name)) return Wrong("file", "required", $"Expected a file of the draft, but '{name}' is none.");
        var kind = FolderComparison.KindOf(name);
        var stem = WithoutEnding(to, kind);
        if (!Id().IsMatch(stem)) return Wrong("to", "fileName", "Expected a name of letters, digits, '-' and '_' that begins with a letter, of at most 100 characters.");
        var file = $"{stem}.{kind}";
        return Has(draft, file) && !string.Equals(name, file, StringComparison.OrdinalIgnoreCase)
            ? Wrong("to", "duplicate", $"Expected a name that no file has, but '{file}' is there.")
            : ([.. FilesOf(draft).Select(one => one.Name == name ? one with { Name = file } : one)], file, null);
    }, cancellation);

    public Task<Outcome<string>> RemoveFileAsync(ActingUser user, Guid key, int revision, string name, CancellationToken cancellation) => ChangeAsync(user, key, revision, draft =>
    {
        if (!draft.Files.Any(file => file.Name == name)) return Wrong("file", "required", $"Expected a file of the draft, but '{name}' is none.");
        IReadOnlyList<DefinitionFile> rest = [.. FilesOf(draft).Where(file => file.Name != name)];
        return rest.Count == 0 ? Wrong("file", "lastFile", "Expected another file besides, but it is the only one.") : (rest, rest[0].Name, null);
    }, cancellation);

    public Task<Outcome<string>> ReplaceFilesAsync(ActingUser user, Guid key, int revision, ReadOnlyMemory<byte> zip, CancellationToken cancellation) => ChangeAsync(user, key, revision, _ =>
    {
        var (folder, wrong) = FolderZip.Read(zip);
        return wrong is null ? (folder!.Files, folder.Files[0].Name, null) : ([], "", Refused.From([wrong]));
    }, cancellation);

    // One revision more, made over the one that was shown; nothing is written otherwise.
    private async Task<Outcome<string>> ChangeAsync(
        ActingUser user, Guid key, int revision, Func<DefinitionDraft, (IReadOnlyList<DefinitionFile> Files, string Shown, Refusal? Wrong)> change, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await store.FindAsync(key, cancellation) is not { } draft) return Missing();
        if (!draft.Head.IsOpen) return Closed(await FasterAsync(draft.Head, cancellation));
        if (draft.Head.Revision != revision) return Changed(await FasterAsync(draft.Head, cancellation));
        var (files, shown, wrong) = change(draft);
        if ((wrong ?? WhyNotFiles(files)) is { } refusal) return refusal;
        return await store.SaveAsync(key, revision, Sorted(files), user.UserName, time.GetUtcNow(), cancellation)
            ? Outcome.Of(shown)
            : Changed(await FasterAsync((await store.FindAsync(key, cancellation))!.Head, cancellation));
    }

    private static List<(string Id, string? Name)> ProcessesOf(IReadOnlyList<DefinitionFile> files) =>
        [.. files.Where(file => FolderComparison.KindOf(file.Name) == "bpmn").SelectMany(file => BpmnReader.Read(new SourceText(file.Name, file.Content)).Processes).Select(process => (process.ProcessId, process.Name))];

    private static List<DraftFile> Sorted(IReadOnlyList<DefinitionFile> files) =>
        [.. files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => new DraftFile(file.Name, file.Content))];

    private static bool Has(DefinitionDraft draft, string name) => draft.Files.Any(file => string.Equals(file.Name, name, StringComparison.OrdinalIgnoreCase));

    private static string WithoutEnding(string name, string kind) => name.Trim() is var trimmed && trimmed.EndsWith($".{kind}", StringComparison.OrdinalIgnoreCase) ? trimmed[..^(kind.Length + 1)] : trimmed;

    private static (IReadOnlyList<DefinitionFile> Files, string Shown, Refusal? Wrong) Wrong(string field, string code, string message) => ([], "", Refused.From([new FieldError(field, code, message)]));

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
