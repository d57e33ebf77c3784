using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Model;

/// <summary>One thing that is said about a row of an import.</summary>
internal sealed class RowFinding
{
    public required Guid ImportId { get; init; }

    public required int RowNumber { get; init; }

    /// <summary>Order within the row, from 1.</summary>
    public required int Position { get; init; }

    public required string Field { get; init; }

    public required string Code { get; init; }

    public required RowSeverity Severity { get; init; }

    public required string Message { get; init; }
}
