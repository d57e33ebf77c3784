namespace Orchestrator.Cases.Model;

/// <summary>The case of one person in one crisis. Its id is the only thing about the person that leaves the registry.</summary>
internal sealed class WorkerCase
{
    /// <summary><c>PW-</c> and a UUID.</summary>
    public required string CaseId { get; init; }

    public required string CrisisCode { get; init; }

    /// <summary>Null while no agreement of the crisis covers the case.</summary>
    public string? AgreementCode { get; set; }

    /// <summary>Whether area and profile stand in the plan of the agreement; null while nobody has asked.</summary>
    public bool? InScope { get; set; }

    /// <summary><c>p1</c>, <c>p2</c> or <c>p3</c>; null until a process has told.</summary>
    public string? Pathway { get; set; }

    /// <summary>The newest state that a process has told; null until then.</summary>
    public string? State { get; set; }

    /// <summary>Since when <see cref="State"/> holds.</summary>
    public DateTimeOffset? StateAt { get; set; }

    public required Guid WorkerId { get; init; }

    public required string CentreCode { get; set; }

    public required Guid ImportId { get; init; }

    public required int RowNumber { get; init; }

    public required string JobTitle { get; init; }

    public string? Level { get; init; }

    public string? Area { get; init; }

    public string? Profile { get; init; }

    public DateOnly? HiredOn { get; init; }

    public string? Contract { get; init; }

    public decimal? WeeklyHours { get; init; }

    public decimal? SuspensionPercent { get; init; }

    public string? Education { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Worker? Worker { get; init; }

    public CompanyCrisis? Crisis { get; init; }
}
