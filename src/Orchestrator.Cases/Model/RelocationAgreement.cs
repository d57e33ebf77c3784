using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Model;

/// <summary>An accordo di ricollocazione (art. 24-bis d.lgs. 148/2015).</summary>
internal sealed class RelocationAgreement
{
    /// <summary><c>AG-CR-2026-0007-1</c>.</summary>
    public required string Code { get; init; }

    public required string CrisisCode { get; init; }

    /// <summary>The form's request: the same one registers once.</summary>
    public required Guid Request { get; init; }

    /// <summary>Day 0 of the terms.</summary>
    public required DateOnly SigningDate { get; set; }

    public required SigningPlace SigningPlace { get; init; }

    public required CigsGround Ground { get; init; }

    public required DateOnly CigsFrom { get; init; }

    public required DateOnly CigsTo { get; init; }

    public string? Notes { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    public required string RegisteredBy { get; init; }

    /// <summary>Grows with every change; writing it locks the agreement against a second writer.</summary>
    public long Version { get; set; } = 1;

    public CompanyCrisis? Crisis { get; init; }

    public List<PlanScope> Scopes { get; init; } = [];
}
