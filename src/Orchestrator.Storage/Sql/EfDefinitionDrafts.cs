using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>Drafts of definitions: few and rarely written, so EF Core does all of it.</summary>
internal sealed class EfDefinitionDrafts(SqlDatabase database) : IDraftStore
{
    public Task<IReadOnlyList<DefinitionDraftHead>> ListAsync(bool open, int take, CancellationToken cancellation) => database.ReadContextAsync<IReadOnlyList<DefinitionDraftHead>>(async context =>
    {
        var rows = await context.DefinitionDrafts.AsNoTracking().Where(row => row.IsOpen == open).OrderByDescending(row => row.SavedAt).Take(take).ToListAsync(cancellation);
        return [.. rows.Select(HeadOf)];
    }, cancellation);

    public Task<DefinitionDraft?> FindAsync(Guid key, CancellationToken cancellation) => database.ReadContextAsync(async context =>
    {
        var id = IdOf(key);
        if (await context.DefinitionDrafts.AsNoTracking().FirstOrDefaultAsync(row => row.Key == id, cancellation) is not { } head) return null;
        var files = await context.DefinitionDraftFiles.AsNoTracking().Where(row => row.Draft == id).ToListAsync(cancellation);
        return new DefinitionDraft(HeadOf(head), [.. files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => new DraftFile(file.Name, file.Content))]);
    }, cancellation);

    public Task CreateAsync(DefinitionDraft draft, CancellationToken cancellation) => database.WriteContextAsync(async context =>
    {
        var id = IdOf(draft.Head.Key);
        if (await context.DefinitionDrafts.AnyAsync(row => row.Key == id, cancellation)) return false;
        context.Add(new DefinitionDraftRecord
        {
            Key = id,
            Folder = draft.Head.Folder,
            ProcessId = draft.Head.ProcessId,
            Name = draft.Head.Name,
            BaseDeployment = draft.Head.BaseDeployment,
            BaseVersion = draft.Head.BaseVersion,
            Revision = 1,
            IsOpen = true,
            CopyOf = draft.Head.CopyOf is { } original ? IdOf(original) : null,
            CreatedBy = draft.Head.Created.By,
            CreatedAt = draft.Head.Created.At,
            SavedBy = draft.Head.Created.By,
            SavedAt = draft.Head.Created.At,
        });
        Add(context, id, draft.Files);
        await context.SaveChangesAsync(cancellation);
        return true;
    }, cancellation);

    public Task<bool> SaveAsync(Guid key, int over, IReadOnlyList<DraftFile> files, string by, DateTimeOffset at, CancellationToken cancellation) => database.WriteContextAsync(async context =>
    {
        var id = IdOf(key);
        // The condition and the step in one statement: of two that save over the same revision one finds no row.
        var moved = await context.DefinitionDrafts.Where(row => row.Key == id && row.Revision == over && row.IsOpen)
            .ExecuteUpdateAsync(row => row.SetProperty(draft => draft.Revision, over + 1).SetProperty(draft => draft.SavedBy, by).SetProperty(draft => draft.SavedAt, at), cancellation);
        if (moved == 0) return false;
        await context.DefinitionDraftFiles.Where(row => row.Draft == id).ExecuteDeleteAsync(cancellation);
        Add(context, id, files);
        await context.SaveChangesAsync(cancellation);
        return true;
    }, cancellation);

    public Task CloseAsync(Guid key, long? deployment, string by, DateTimeOffset at, CancellationToken cancellation) => database.WriteContextAsync(async context =>
    {
        var id = IdOf(key);
        return await context.DefinitionDrafts.Where(row => row.Key == id && row.IsOpen).ExecuteUpdateAsync(row => row
            .SetProperty(draft => draft.IsOpen, false).SetProperty(draft => draft.Published, deployment).SetProperty(draft => draft.SavedBy, by).SetProperty(draft => draft.SavedAt, at), cancellation);
    }, cancellation);

    private static void Add(EngineContext context, byte[] draft, IEnumerable<DraftFile> files) =>
        context.AddRange(files.Select(file => new DefinitionDraftFileRecord { Draft = draft, Name = file.Name, Content = file.Content }));

    private static DefinitionDraftHead HeadOf(DefinitionDraftRecord row) => new(
        new Guid(row.Key, bigEndian: true), row.Folder, row.ProcessId, row.Name, row.BaseDeployment, row.BaseVersion, row.Revision, row.IsOpen,
        new(row.CreatedBy, row.CreatedAt), new(row.SavedBy, row.SavedAt))
    {
        CopyOf = row.CopyOf is { } original ? new Guid(original, bigEndian: true) : null,
        Published = row.Published,
    };

    private static byte[] IdOf(Guid key) => key.ToByteArray(bigEndian: true);
}
