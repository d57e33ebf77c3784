using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Model;

/// <summary>Which provider a worker chose. The newest one that is not superseded holds.</summary>
internal sealed class ProviderChoice
{
    /// <summary>The form's request, or what an import's row is known by.</summary>
    public required Guid Id { get; init; }

    public required string CaseId { get; init; }

    public required ProviderType Type { get; init; }

    /// <summary>Tax code of the private operator, or code of the centre.</summary>
    public required string Provider { get; init; }

    /// <summary>Municipality (ISTAT code) of the site.</summary>
    public required string Site { get; init; }

    public required DateTimeOffset ChosenAt { get; init; }

    public DateTimeOffset? FirstAppointment { get; init; }

    /// <summary>When another choice took its place.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
