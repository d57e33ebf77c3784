namespace Orchestrator.Contracts.Cases;

/// <summary>What a report counts about one case, frozen when the snapshot was taken: opaque, without names, codes, addresses or days of birth.</summary>
/// <param name="Case">Opaque id.</param>
/// <param name="Centre">Code 01–30.</param>
public sealed record CaseFigures(string Case, string Centre)
{
    /// <summary><c>p1</c>, <c>p2</c>, <c>p3</c>; null until a process told.</summary>
    public string? Pathway { get; init; }

    /// <summary>The newest state.</summary>
    public string? State { get; init; }

    /// <summary>Area and profile stand in the agreement's plan.</summary>
    public bool InScope { get; init; }

    /// <summary><c>F</c> or <c>M</c> by the codice fiscale; null when it is provisional.</summary>
    public string? Gender { get; init; }

    /// <summary><c>15-29</c>, <c>30-39</c>, <c>40-49</c>, <c>50-59</c>, <c>60+</c>; null likewise.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Occupation of the plan's scope (CP2021), where it has one.</summary>
    public string? Occupation { get; init; }

    /// <summary>Days from the signature to the booking; null without one.</summary>
    public int? DaysToBooking { get; init; }

    public bool Booked { get; init; }

    public bool? BookedInTerm { get; init; }

    /// <summary><c>APPROVED</c>, <c>REJECTED</c>, or null.</summary>
    public string? Decision { get; init; }

    public string? DecisionReason { get; init; }

    /// <summary>Days from the booking to its newest decision.</summary>
    public int? DaysToDecision { get; init; }

    /// <summary><c>CPI</c>, <c>operatore privato</c>, or null.</summary>
    public string? Provider { get; init; }

    /// <summary>Day on which the case was taken in charge.</summary>
    public DateOnly? InChargeOn { get; init; }

    /// <summary>Was at a presentation meeting: in time (by the thirtieth day after the signature), late, or null.</summary>
    public bool? PresentedInTime { get; init; }

    /// <summary>Sessions attended, by kind, in minutes.</summary>
    public IReadOnlyDictionary<string, int> MinutesByKind { get; init; } = new Dictionary<string, int>();

    /// <summary>Sessions with a recorded attendance, and how many of them were missed.</summary>
    public int SessionsRecorded { get; init; }

    public int SessionsMissed { get; init; }

    /// <summary>Attendance longer than the session, which cannot be.</summary>
    public bool AttendanceTooLong { get; init; }

    /// <summary>Outcome of the last pathway; null while it goes on.</summary>
    public string? Outcome { get; init; }

    public DateOnly? OutcomeOn { get; init; }

    /// <summary>An employment notice confirms the outcome; null when the outcome is no employment.</summary>
    public bool? OutcomeVerified { get; init; }

    /// <summary>Outcome by the employment notices six months after the end; null before.</summary>
    public string? AfterSixMonths { get; init; }

    /// <summary>The same after twelve months.</summary>
    public string? AfterTwelveMonths { get; init; }
}
