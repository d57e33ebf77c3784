using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client;

/// <summary>
/// What somebody sees of the registry's crises and sessions, and of their processes: the coordinators everything; an operator those of their centres, and those in whose
/// processes their groups or they themselves have or had a task; of these the last <see cref="KeysMax"/> of each process.
/// </summary>
internal sealed class ProgrammeScope(IQueries queries, CaseViews views, CaseRights rights, AgreementStart start)
{
    private const int KeysMax = 500;
    private const int ProcessesMax = 50;
    private const string Session = "sub-session";
    private const string Centre = "centre";

    private static readonly string[] s_ofCrises = ["ma1-crisis-table", "ma2-design", "ma3-research", "ma4-delivery", "ma5-outcomes"];

    /// <summary>Which crises; null for all.</summary>
    public Task<RegistryDesk.VisibleScope?> CrisesAsync(ActingUser user, CancellationToken cancellation) => OfAsync(user, s_ofCrises, cancellation);

    /// <summary>Which sessions; null for all. One that invites a whole agreement has no centre in the registry: its process says whose it is.</summary>
    public async Task<RegistryDesk.VisibleScope?> SessionsAsync(ActingUser user, CancellationToken cancellation)
    {
        if (await OfAsync(user, [Session], cancellation) is not { } scope) return null;
        var keys = scope.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var centre in scope.Centres)
        {
            var held = await queries.InstancesAsync(
                new() { ProcessId = Session, Variables = [new(Centre, centre, null)], Sort = InstanceSort.StartedAt, Descending = true, Page = new(0, KeysMax) }, cancellation);
            keys.UnionWith(held.Items.Select(row => row.BusinessKey).OfType<string>());
        }
        return scope with { Keys = [.. keys] };
    }

    /// <summary>The cases with this key that the user may open, running ones first.</summary>
    public async Task<IReadOnlyList<CaseSummary>> ProcessesAsync(ActingUser user, string businessKey, CancellationToken cancellation)
    {
        var found = await queries.InstancesAsync(new() { BusinessKey = businessKey, Sort = InstanceSort.StartedAt, Descending = true, Page = new(0, ProcessesMax) }, cancellation);
        var processes = new List<CaseSummary>();
        foreach (var row in found.Items)
            if (await rights.MayOpenAsync(user, row.Instance, cancellation)) processes.Add(await views.SummaryAsync(row, cancellation));
        return [.. processes.OrderBy(process => process.State == CaseState.Running ? 0 : 1)];
    }

    /// <summary>Whether the user may open the agreements of a crisis: who may open its delivery, which is their case.</summary>
    public async Task<bool> MayOpenAgreementsAsync(ActingUser user, string crisis, CancellationToken cancellation) =>
        CaseRights.SeesAllCases(user) || (await start.CaseOfAsync(crisis, cancellation) is { } delivery && await rights.MayOpenAsync(user, delivery.Instance, cancellation));

    private async Task<RegistryDesk.VisibleScope?> OfAsync(ActingUser user, string[] processes, CancellationToken cancellation)
    {
        if (CaseRights.CasesOf(user) is not { } viewer) return null;
        if (!user.Has(Roles.Operator)) return new([], []);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var process in processes)
        {
            var seen = await queries.InstancesAsync(new() { ProcessId = process, VisibleTo = viewer, Sort = InstanceSort.StartedAt, Descending = true, Page = new(0, KeysMax) }, cancellation);
            keys.UnionWith(seen.Items.Select(row => row.BusinessKey).OfType<string>());
        }
        return new(CaseRights.OwnCentres(user), [.. keys]);
    }
}
