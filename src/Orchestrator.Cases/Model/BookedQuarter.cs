namespace Orchestrator.Cases.Model;

/// <summary>
/// A quarter of an hour of an operator, a room or a case that an appointment takes. The key is what keeps two appointments from overlapping, whoever books them.
/// </summary>
internal sealed class BookedQuarter
{
    /// <summary>An operator, a room, or a case id.</summary>
    public required string Resource { get; init; }

    /// <summary>Its start, on the grid.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    public required string SessionId { get; init; }
}
