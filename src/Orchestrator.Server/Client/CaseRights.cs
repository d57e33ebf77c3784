using Orchestrator.Contracts.Client;
using Orchestrator.Engine.AdHoc;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client;

/// <summary>Who sees which cases: an operator those in which their groups or they themselves have or had a task or may choose an activity; who coordinates sees all.</summary>
internal sealed class CaseRights(IQueries queries, AdHocDesk adHoc)
{
    // The coordinators of the programme: the Region, the steering group, and the agency's central office, which registers agreements.
    private static readonly string[] s_coordinators = ["regione", "steering-group", "apl"];

    private const string CentrePrefix = "cpi:";
    private const string PersonPrefix = "PW-";
    private const string DecisionsGroup = "anpal-servizi";

    public static bool SeesAllCases(ActingUser user) =>
        user.Has(Roles.Supervisor, Roles.Auditor, Roles.Admin) || (user.Has(Roles.Operator) && user.Groups.Any(s_coordinators.Contains));

    public static bool SeesTasks(ActingUser user) => user.Has(Roles.Operator, Roles.Supervisor, Roles.Auditor);

    /// <summary>May do tasks and choose activities, those of their groups.</summary>
    public static bool MayDoTasks(ActingUser user) => user.Has(Roles.Operator, Roles.Supervisor);

    /// <summary>Whose tasks a list is restricted to; null for everything.</summary>
    public static TaskViewer? TasksOf(ActingUser user) =>
        user.Has(Roles.Supervisor, Roles.Auditor) ? null : new(user.UserName, user.Groups.ToList());

    /// <summary>Whose cases a list is restricted to; null for everything.</summary>
    public static TaskViewer? CasesOf(ActingUser user) => SeesAllCases(user) ? null : new(user.UserName, user.Groups.ToList());

    /// <summary>May see who has read a person's case.</summary>
    public static bool SeesReadings(ActingUser user) => user.Has(Roles.Auditor, Roles.Supervisor);

    /// <summary>May correct facts, retry incidents.</summary>
    public static bool MayRepair(ActingUser user) =>
        user.Has(Roles.Supervisor) || (user.Has(Roles.Operator) && user.Groups.Any(s_coordinators.Contains));

    /// <summary>May let running processes go on under another version: who publishes versions.</summary>
    public static bool MayMigrate(ActingUser user) => user.Has(Roles.Designer, Roles.Admin);

    /// <summary>May register agreements and upload lists of workers.</summary>
    public static bool MayRegister(ActingUser user) => MayRepair(user);

    /// <summary>
    /// The centres whose workers the user works with: null for all of them, none for who has nothing to do with persons. An auditor reads all, and every reading is noted.
    /// </summary>
    public static IReadOnlyList<string>? CentresOf(ActingUser user) => SeesAllCases(user) && !IsAdminAlone(user) ? null : user.Has(Roles.Operator) ? OwnCentres(user) : [];

    /// <summary>The centres of the user's groups.</summary>
    public static IReadOnlyList<string> OwnCentres(ActingUser user) =>
        [.. user.Groups.Where(group => group.StartsWith(CentrePrefix, StringComparison.Ordinal)).Select(group => group[CentrePrefix.Length..])];

    /// <summary>True for who works with workers, of all centres or of some.</summary>
    public static bool MayReadWorkers(ActingUser user) => CentresOf(user) is not { Count: 0 };

    /// <summary>What the user may upload and decide about: who registers agreements everything, ANPAL Servizi the decisions that it brings.</summary>
    public static bool MayUpload(ActingUser user, RegistryDesk.ImportKind kind) =>
        MayRegister(user) || (kind == RegistryDesk.ImportKind.BookingDecisions && user.Has(Roles.Operator) && user.Groups.Contains(DecisionsGroup));

    /// <summary>May read the report of a file.</summary>
    public static bool MayReadImport(ActingUser user, RegistryDesk.ImportKind kind) => MayUpload(user, kind) || user.Has(Roles.Auditor);

    // An administrator sees every case, but works with nobody's data.
    private static bool IsAdminAlone(ActingUser user) => !user.Has(Roles.Supervisor, Roles.Auditor, Roles.Operator);

    /// <summary>The case, or null when there is none that the user may see.</summary>
    public async Task<InstanceRow?> FindAsync(ActingUser user, long instanceKey, CancellationToken cancellation)
    {
        var key = new ScopeKey(instanceKey);
        if (instanceKey <= 0 || await queries.InstanceAsync(key.Instance, cancellation) is not { } row) return null;
        return await MayOpenAsync(user, row.Instance, cancellation) ? row : null;
    }

    /// <summary>The answer about a case that <see cref="FindAsync"/> did not find.</summary>
    public static Refusal Missing(long key) => new(RefusalKind.NotFound, "CaseNotFound", $"Expected a case {key}, but there is none that you may see.");

    /// <summary>True for the case of a person: its key is the one under which the registry notes readings.</summary>
    public static bool IsPersonal(InstanceRow row) => IsPersonal(row.BusinessKey);

    /// <summary>True for the key of a person's case.</summary>
    public static bool IsPersonal(string? businessKey) => businessKey?.StartsWith(PersonPrefix, StringComparison.Ordinal) == true;

    public async Task<bool> MayOpenAsync(ActingUser user, InstanceId instance, CancellationToken cancellation)
    {
        if (SeesAllCases(user)) return true;
        if (!user.Has(Roles.Operator)) return false;
        var page = await queries.TasksAsync(new() { Instance = instance, VisibleTo = CasesOf(user), Page = new(0, 1) }, cancellation);
        return page.Items.Count > 0 || (await adHoc.OpenAsync(instance, user.Actor())).Count > 0;
    }
}
