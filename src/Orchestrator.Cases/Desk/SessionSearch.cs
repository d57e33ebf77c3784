using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Desk;

/// <summary>Which group sessions are wanted; individual appointments are none.</summary>
/// <param name="Words">All of them stand in the key of the session or of its crisis, or in the company's name; null for all.</param>
/// <param name="Scope">Only these; null for all.</param>
/// <param name="Take">1 to <see cref="CaseLimits.PageRowsMax"/>.</param>
public sealed record SessionSearch(string? Words, VisibleScope? Scope, int Skip, int Take)
{
    public string? Crisis { get; init; }

    public string? Centre { get; init; }

    public string? Kind { get; init; }

    /// <summary>First day, Europe/Rome.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, Europe/Rome.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A group session, in figures.</summary>
public sealed record SessionRow(
    string Session, string Crisis, string? Agreement, string CompanyName, string Kind, DateTimeOffset StartsAt, int DurationMinutes, string? Centre, int Capacity, bool Cancelled,
    int Places, int Recorded);

/// <summary>A group session with what is known of it, without persons.</summary>
/// <param name="Convened">Cases that an invitation reached.</param>
/// <param name="Attendance">Counted by status.</param>
public sealed record SessionFile(SessionRow Row, int Convened, IReadOnlyDictionary<AttendanceStatus, int> Attendance);
