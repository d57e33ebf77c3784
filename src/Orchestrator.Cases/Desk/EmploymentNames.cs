namespace Orchestrator.Cases.Desk;

/// <summary>The names by which files and forms call notices and contracts.</summary>
public static class EmploymentNames
{
    private static readonly Dictionary<string, EmploymentNoticeKind> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["assunzione"] = EmploymentNoticeKind.Hire,
        ["proroga"] = EmploymentNoticeKind.Extension,
        ["trasformazione"] = EmploymentNoticeKind.Transformation,
        ["cessazione"] = EmploymentNoticeKind.Termination,
    };

    private static readonly Dictionary<string, EmploymentContract> s_contracts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tempo indeterminato"] = EmploymentContract.Permanent,
        ["apprendistato"] = EmploymentContract.Apprenticeship,
        ["tempo determinato"] = EmploymentContract.FixedTerm,
        ["somministrazione"] = EmploymentContract.Staffing,
        ["tirocinio"] = EmploymentContract.Traineeship,
        ["lavoro autonomo"] = EmploymentContract.SelfEmployment,
    };

    /// <summary>All kinds of notice, in the order of the form.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. s_kinds.Keys];

    /// <summary>All contracts, in the order of the form.</summary>
    public static IReadOnlyList<string> Contracts { get; } = [.. s_contracts.Keys];

    /// <summary>The kind called <paramref name="name"/> (case and outer spaces do not matter), or null.</summary>
    public static EmploymentNoticeKind? ReadKind(string? name) => s_kinds.TryGetValue((name ?? "").Trim(), out var kind) ? kind : null;

    /// <summary>The contract called <paramref name="name"/>, or null.</summary>
    public static EmploymentContract? ReadContract(string? name) => s_contracts.TryGetValue((name ?? "").Trim(), out var contract) ? contract : null;

    /// <summary>The name of <paramref name="contract"/>.</summary>
    public static string Of(EmploymentContract contract) => s_contracts.Single(pair => pair.Value == contract).Key;
}
