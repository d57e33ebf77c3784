namespace Orchestrator.Cases.Model;

/// <summary>Who receives one person, and where, in a session of one place.</summary>
internal sealed class Appointment
{
    public required string SessionId { get; init; }

    public required string CaseId { get; init; }

    public required string CentreCode { get; set; }

    /// <summary><c>08-op2</c>: an operator's calendar, not a name.</summary>
    public required string Operator { get; set; }

    /// <summary><c>08-sala1</c>.</summary>
    public required string Room { get; set; }
}
