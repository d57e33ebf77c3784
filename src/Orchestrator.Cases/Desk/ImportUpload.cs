using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Desk;

/// <summary>A file to be read into staging.</summary>
/// <param name="Request">Made by the form: the same request sent twice makes one import. It becomes the key of the import.</param>
/// <param name="Agreement">Business key of the agreement it belongs to; null when the file belongs to a crisis, or to none.</param>
/// <param name="FileName">Shown to people, never opened.</param>
/// <param name="Content">UTF-8, <c>;</c> or <c>,</c>, ISO dates; at most <see cref="CaseLimits.ImportBytesMax"/> bytes.</param>
public sealed record ImportUpload(Guid Request, string? Agreement, string FileName, ReadOnlyMemory<byte> Content)
{
    /// <summary>Business key of the crisis, where no agreement is named; see <see cref="ImportKind"/> for what each kind of file needs.</summary>
    public string? Crisis { get; init; }

    /// <summary>What stands in the file.</summary>
    public ImportKind Kind { get; init; } = ImportKind.Workers;
}
