using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>Which entries of the navigation somebody gets. It only spares them a refusal: rights are checked behind the pages.</summary>
public static class Menu
{
    private const string CentrePrefix = "cpi:";
    private const string Decisions = "anpal-servizi";

    private static readonly string[] s_coordinators = ["regione", "steering-group", "apl"];

    /// <summary>Who works with workers: coordinators, centres, supervisors, auditors.</summary>
    public static bool HasWorkers(ActingUser user) =>
        user.Has(Roles.Supervisor, Roles.Auditor) || (user.Has(Roles.Operator) && user.Groups.Any(group => s_coordinators.Contains(group) || group.StartsWith(CentrePrefix, StringComparison.Ordinal)));

    /// <summary>Who sees cases or tasks.</summary>
    public static bool HasDeadlines(ActingUser user) => user.Has(Roles.Operator, Roles.Supervisor, Roles.Auditor, Roles.Admin);

    /// <summary>Who draws definitions, or looks after what runs by them.</summary>
    public static bool HasDefinitions(ActingUser user) => user.Has(Roles.Designer, Roles.Supervisor, Roles.Auditor, Roles.Admin);

    /// <summary>Who brings or reads files.</summary>
    public static bool HasFiles(ActingUser user) =>
        user.Has(Roles.Supervisor, Roles.Auditor) || (user.Has(Roles.Operator) && user.Groups.Any(group => s_coordinators.Contains(group) || group == Decisions));
}
