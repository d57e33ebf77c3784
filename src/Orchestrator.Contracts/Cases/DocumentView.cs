namespace Orchestrator.Contracts.Cases;

/// <summary>A document of the register.</summary>
/// <param name="Content">Canonical JSON: the bytes that were hashed, as text.</param>
/// <param name="Segnatura">XML with the root <c>SegnaturaInformatica</c>.</param>
public sealed record DocumentView(
    string DocumentId, string RegistryNumber, DateTimeOffset RegisteredAt, string Kind, string Crisis, string? Agreement, string Subject, string Sha256, string Content, string Segnatura);
