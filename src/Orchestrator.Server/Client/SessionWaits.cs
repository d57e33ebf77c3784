using Orchestrator.Cases;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;
using Orchestrator.Server.Client.Notices;

namespace Orchestrator.Server.Client;

/// <summary>Waiting lists of group sessions: the registry's rows beside the terms of the engine's cases.</summary>
internal sealed class SessionWaits(CaseDesk desk, ICaseRegistry registry, IQueries queries, InstanceDesk instances, TermReader terms, NoticeTeller notices) : ISessionWaits
{
    public async Task<Outcome<WaitPage>> ListAsync(ActingUser user, WaitQuery query, CancellationToken cancellation)
    {
        if (!CaseRights.MayReadWorkers(user)) return Refused.NotAllowed("Expected somebody who works with workers, of a centre or of all.");
        var all = await desk.WaitingListsAsync(CaseRights.CentresOf(user), cancellation);
        var names = (await registry.ListCentresAsync(cancellation)).ToDictionary(centre => centre.Code, centre => centre.Name, StringComparer.Ordinal);
        var shown = all.Where(row => (query.Centre is null || row.Centre == query.Centre) && (query.Kind is null || row.Kind == query.Kind) && (query.Crisis is null || row.Crisis == query.Crisis)).ToList();
        return new WaitPage(
            [.. shown.Select(row => new WaitList(row.Centre, NameOf(row.Centre), row.Kind, row.Crisis, row.CompanyName, row.Cases, row.Since))],
            [.. all.Select(row => row.Centre).Distinct().Order(StringComparer.Ordinal).Select(code => new CentreChoice(code, NameOf(code)))],
            [.. all.Select(row => row.Kind).Distinct().Order(StringComparer.Ordinal)])
        {
            Cases = query is { Centre: { } centre, Kind: { } kind, Crisis: { } crisis } && Sees(user, centre) ? await CasesAsync(user, new(kind, centre, crisis), query.WithNames, cancellation) : null,
            MayMake = CaseRights.MayDoTasks(user),
        };

        string NameOf(string code) => names.GetValueOrDefault(code, code);
    }

    public async Task<Outcome<GroupReport>> MakeAsync(ActingUser user, Guid request, NewGroup group, CancellationToken cancellation)
    {
        if (!CaseRights.MayDoTasks(user) || !Sees(user, group.Centre)) return Refused.NotAllowed($"Expected an operator of centre {group.Centre}, or somebody who coordinates.");
        if (group.StartsAt is not { } startsAt)
            return new Refusal(RefusalKind.Invalid, "FormInvalid", "Expected the day and the hour at which the session begins.") { Fields = [new("startsAt", "required", "Expected a date and a time.")] };
        var form = new GroupForm(request, new(group.Kind, group.Centre, group.Crisis), group.Cases, startsAt, group.Minutes, group.Capacity, group.VenueType, group.Venue);
        var answer = await desk.MakeGroupAsync(form, user.UserName, cancellation);
        if (!answer.IsAccepted) return Refused.From(answer.Problems);
        // The notice is told at once; a crash before leaves it to the pump.
        await notices.TellAllAsync(cancellation);
        var made = answer.Value!;
        var names = await NamesAsync(user, [.. made.Left.Select(one => one.CaseId)], cancellation);
        return new GroupReport(
            made.Session, made.Placed.Count,
            [.. made.Left.Select(one => new LeftOut(one.CaseId, one.Reason.ToString(), one.Session) { FullName = names.GetValueOrDefault(one.CaseId) })]);
    }

    private async Task<IReadOnlyList<WaitingCase>> CasesAsync(ActingUser user, WaitingList list, bool withNames, CancellationToken cancellation)
    {
        var rows = await desk.WaitingCasesAsync(list, WaitPage.CasesMax, cancellation);
        var names = withNames ? await NamesAsync(user, [.. rows.Select(row => row.CaseId)], cancellation) : [];
        var cases = new List<WaitingCase>(rows.Count);
        foreach (var row in rows) cases.Add(new(row.CaseId, row.WantedAt) { FullName = names.GetValueOrDefault(row.CaseId), Term = await TermAsync(row.CaseId, cancellation) });
        return [.. cases.OrderBy(one => one.Term?.LastUsefulDay ?? DateOnly.MaxValue).ThenBy(one => one.Since)];
    }

    private async Task<Dictionary<string, string>> NamesAsync(ActingUser user, IReadOnlyList<string> cases, CancellationToken cancellation) => cases.Count == 0
        ? []
        : (await desk.ReadNamesAsync(cases, new(user.UserName, "waiting list"), cancellation)).ToDictionary(name => name.CaseId, name => $"{name.Surname} {name.Name}", StringComparer.Ordinal);

    private async Task<TermView?> TermAsync(string caseId, CancellationToken cancellation)
    {
        var found = await queries.InstancesAsync(new() { BusinessKey = caseId, State = InstanceRowState.Active, Page = new(0, 1) }, cancellation);
        return found.Items is [var row] && await instances.StateAsync(row.Instance) is { } state ? await terms.NextAsync(state) : null;
    }

    private static bool Sees(ActingUser user, string centre) => CaseRights.CentresOf(user) is not { } own || own.Contains(centre);
}
