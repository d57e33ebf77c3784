namespace Orchestrator.Engine.Ports;

/// <summary>Definitions that are being drawn: a draft is a whole process folder. Designers share them, so each write names the revision that it was made over.</summary>
public interface IDraftStore
{
    /// <summary>Drafts without their files, those saved last first. <paramref name="open"/> false gives those that were published or thrown away.</summary>
    Task<IReadOnlyList<DefinitionDraftHead>> ListAsync(bool open, int take, CancellationToken cancellation);

    Task<DefinitionDraft?> FindAsync(Guid key, CancellationToken cancellation);

    /// <summary>Keeps a new draft at revision 1; the same key twice is kept once.</summary>
    Task CreateAsync(DefinitionDraft draft, CancellationToken cancellation);

    /// <summary>Replaces all files of an open draft that stands at <paramref name="over"/>; it stands one revision higher then.</summary>
    /// <returns>False when it stands elsewhere, is closed or is not there: nothing was written.</returns>
    Task<bool> SaveAsync(Guid key, int over, IReadOnlyList<DraftFile> files, string by, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Closes an open draft; one that is closed already stays as it is.</summary>
    /// <param name="deployment">What was published of it; null when it was thrown away.</param>
    Task CloseAsync(Guid key, long? deployment, string by, DateTimeOffset at, CancellationToken cancellation);
}

/// <summary>A file of a draft. <see cref="Name"/> is relative to the draft's folder; scenarios belong to it.</summary>
public sealed record DraftFile(string Name, string Content);

/// <summary>What a draft is, without its files.</summary>
/// <param name="Key">Made by whoever creates it.</param>
/// <param name="Folder">The folder of the files in a deployment; empty for files that lie in none.</param>
/// <param name="ProcessId">The process from which it was made.</param>
/// <param name="Name">The name to show.</param>
/// <param name="BaseDeployment">The deployment that it was made from; null when it was made from the folder of the server.</param>
/// <param name="BaseVersion">The version of the process in it.</param>
/// <param name="Revision">Counts saves from 1.</param>
/// <param name="IsOpen">False when it was published or thrown away.</param>
public sealed record DefinitionDraftHead(Guid Key, string Folder, string ProcessId, string Name, long? BaseDeployment, int? BaseVersion, int Revision, bool IsOpen, DraftTouch Created, DraftTouch Saved)
{
    /// <summary>The draft whose other contents this one keeps: two people saved over the same revision.</summary>
    public Guid? CopyOf { get; init; }

    /// <summary>What was published of it, when it was.</summary>
    public long? Published { get; init; }
}

/// <summary>Who did it, and when.</summary>
public sealed record DraftTouch(string By, DateTimeOffset At);

/// <summary>A draft with its files, by name.</summary>
public sealed record DefinitionDraft(DefinitionDraftHead Head, IReadOnlyList<DraftFile> Files);
