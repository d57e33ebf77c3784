using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Model;

/// <summary>A line of the convocation index.</summary>
internal sealed class ConvocationEntry
{
    public required string JobKey { get; init; }

    public required string CaseId { get; init; }

    public required string SessionId { get; init; }

    public required string Uid { get; init; }

    public required int Sequence { get; init; }

    public required ConvocationMethod Method { get; init; }

    public required ConvocationState State { get; set; }

    public required DateTimeOffset PreparedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }
}
