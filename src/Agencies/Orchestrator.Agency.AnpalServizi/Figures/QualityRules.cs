using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>What is missing in a case, and what cannot be. Pure.</summary>
public static class QualityRules
{
    /// <summary>Contradictions by rule: each is a sentence about one case that must not be true.</summary>
    public static IReadOnlyList<(string Rule, Func<CaseFigures, bool> Broken)> Contradictions { get; } =
    [
        ("hired-without-notice", one => one.OutcomeVerified == false),
        ("attendance-too-long", one => one.AttendanceTooLong),
        ("decided-without-booking", one => one.Decision is not null && !one.Booked),
        ("chosen-without-approval", one => one.Provider is not null && one.Decision != "APPROVED"),
        ("booked-out-of-term", one => one.BookedInTerm == false && one.Decision == "APPROVED"),
    ];

    /// <summary>True when a figure is missing that the case's own progress says must be there.</summary>
    public static bool IsIncomplete(CaseFigures one) =>
        one.Pathway is null
        || (one.Outcome is not null && one.OutcomeOn is null)
        || (one.Booked && one.BookedInTerm is null)
        || (one.State is "M1_DONE" or "M2_DONE" or "M3_DONE" or "M4_DONE" && one.SessionsRecorded == 0);
}
