namespace Orchestrator.Cases.Model;

/// <summary>A registered document (protocollo). Rows are only added.</summary>
internal sealed class Document
{
    /// <summary><c>DOC-</c> and a UUID.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The job that registered it: the same one registers once.</summary>
    public required string JobKey { get; init; }

    /// <summary><c>REG-2026-0000001</c>.</summary>
    public required string RegistryNumber { get; init; }

    public required string Kind { get; init; }

    public required string CrisisCode { get; init; }

    public string? AgreementCode { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Content { get; init; }

    /// <summary>XML.</summary>
    public required string Segnatura { get; init; }
}
