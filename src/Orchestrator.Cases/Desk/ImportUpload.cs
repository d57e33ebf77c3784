using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Desk;

/// <summary>A file of workers.</summary>
/// <param name="Request">Made by the form: the same request sent twice makes one import. It becomes the key of the import.</param>
/// <param name="Agreement">Business key.</param>
/// <param name="FileName">Shown to people, never opened.</param>
/// <param name="Content">UTF-8, <c>;</c> or <c>,</c>, ISO dates; at most <see cref="CaseLimits.ImportBytesMax"/> bytes.</param>
public sealed record ImportUpload(Guid Request, string Agreement, string FileName, ReadOnlyMemory<byte> Content);
