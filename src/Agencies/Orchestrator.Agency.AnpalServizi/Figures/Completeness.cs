using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>What a report needs to know of every case.</summary>
public static class Completeness
{
    private static readonly string[] s_inCharge = ["IN_CHARGE", "M1_DONE", "M2_DONE", "M3_DONE", "M4_DONE", "FOLLOW_UP"];

    /// <summary>The names of the members that should be there and are not.</summary>
    public static IReadOnlyList<string> MissingOf(CaseFigures row)
    {
        var missing = new List<string>();
        if (row.Pathway is null) missing.Add("pathway");
        if (row.State is null) missing.Add("state");
        if (row.Gender is null) missing.Add("gender");
        if (row.AgeBand is null) missing.Add("ageBand");
        if (row.State is { } state && s_inCharge.Contains(state) && row.InChargeOn is null) missing.Add("inChargeOn");
        if (row.State == "CLOSED" && row.Outcome is null) missing.Add("outcome");
        if (row.Outcome is not null && row.OutcomeOn is null) missing.Add("outcomeOn");
        return missing;
    }
}
