using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Outcomes;

/// <summary>The rule of outcomes (programme, table <c>employment-outcome</c>).</summary>
internal static class OutcomeRules
{
    /// <summary>A notice proves a hire that an outcome tells when it began at most so many months before.</summary>
    public const int ProofMonths = 6;

    private static readonly string[] s_employment = ["assunzione TI", "assunzione TD ≥6 mesi", "assunzione TD <6 mesi"];

    /// <summary>Whether an outcome of a pathway says that the person was hired.</summary>
    public static bool IsEmployment(string outcome) => s_employment.Contains(outcome, StringComparer.Ordinal);

    /// <summary>
    /// The outcome on <paramref name="day"/> by the relations that exist then: back at the old company, else the best of them; <c>NOT_EMPLOYED</c> when there is none.
    /// </summary>
    public static string OutcomeOn(DateOnly day, IEnumerable<EmploymentChains.Relation> relations, string formerEmployer, DateOnly since)
    {
        var held = relations.Where(relation => relation.Covers(day) && relation.FirstDay >= since).ToList();
        if (held.Exists(relation => relation.Employer == formerEmployer))
            return "REINSTATED";
        return held.Select(OutcomeOf).OrderBy(outcome => outcome.Rank).Select(outcome => outcome.Name).FirstOrDefault("NOT_EMPLOYED");
    }

    private static (int Rank, string Name) OutcomeOf(EmploymentChains.Relation relation) => relation.Contract switch
    {
        EmploymentContract.Permanent or EmploymentContract.Apprenticeship => (1, "SUCCESS_PERMANENT"),
        EmploymentContract.FixedTerm or EmploymentContract.Staffing => relation.LastsSixMonths ? (2, "SUCCESS_FIXED") : (3, "SUSPENSION"),
        EmploymentContract.SelfEmployment => (4, "SELF_EMPLOYED"),
        _ => (5, "TRAINEESHIP"),
    };
}
