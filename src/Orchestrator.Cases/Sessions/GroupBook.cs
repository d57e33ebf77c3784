using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Sessions;

/// <summary>
/// The waiting lists as operators see them, and groups that they choose from one. Places, the end of the waits and the notice that starts the session's process are one transaction;
/// two operators who choose at the same time take turns, so that a case gets one place.
/// </summary>
internal sealed class GroupBook(CasesStore store)
{
    private const int MinutesMin = 15;
    private const int MinutesMax = 480;
    private const int VenueCharsMax = 200;

    private static readonly TimeSpan s_lives = TimeSpan.FromDays(30);

    /// <summary>All lists on which somebody waits, the longest wait first.</summary>
    /// <param name="centres">Only these; null for all.</param>
    public Task<IReadOnlyList<WaitingRow>> ListsAsync(IReadOnlyCollection<string>? centres, CancellationToken cancellation) => store.ReadAsync<IReadOnlyList<WaitingRow>>(
        async context =>
        {
            var waits = await context.SessionWaits.Where(row => row.ClosedAt == null && (centres == null || centres.Contains(row.CentreCode)))
                .GroupBy(row => new { row.Purpose, row.CentreCode, row.CrisisCode })
                .Select(group => new { group.Key.Purpose, group.Key.CentreCode, group.Key.CrisisCode, Cases = group.Count(), Since = group.Min(row => row.WantedAt) }).ToListAsync(cancellation);
            var codes = waits.Select(row => row.CrisisCode).Distinct().ToList();
            var companies = await context.Crises.Where(row => codes.Contains(row.Code)).Select(row => new { row.Code, row.Company!.Name }).ToDictionaryAsync(row => row.Code, row => row.Name, cancellation);
            return [.. waits.OrderBy(row => row.Since).ThenBy(row => row.CrisisCode, StringComparer.Ordinal)
                .Select(row => new WaitingRow(row.Purpose, row.CentreCode, row.CrisisCode, companies.GetValueOrDefault(row.CrisisCode, row.CrisisCode), row.Cases, row.Since))];
        },
        cancellation);

    /// <summary>Who waits on a list, the longest first.</summary>
    public Task<IReadOnlyList<WaitingCaseRow>> CasesAsync(WaitingList list, int take, CancellationToken cancellation) => store.ReadAsync<IReadOnlyList<WaitingCaseRow>>(
        async context => await Open(context, list).OrderBy(row => row.WantedAt).ThenBy(row => row.EventKey).Take(take)
            .Select(row => new WaitingCaseRow(row.CaseId, row.WantedAt)).ToListAsync(cancellation),
        cancellation);

    public Task<DeskAnswer<GroupMade>> MakeAsync(GroupForm form, string actor, CancellationToken cancellation)
    {
        var problems = WhyNot(form).ToList();
        return problems.Count > 0
            ? Task.FromResult(DeskAnswer.Refused<GroupMade>([.. problems]))
            : store.WriteAsync(async context => DeskAnswer.Accepted(await MakeAsync(context, form, actor, cancellation)), cancellation);
    }

    private async Task<GroupMade> MakeAsync(CasesContext context, GroupForm form, string actor, CancellationToken cancellation)
    {
        // Everybody who gives out places of this crisis waits here.
        await CrisisBook.LockAsync(context, form.List.Crisis, cancellation);
        var chosen = form.CaseIds.Distinct(StringComparer.Ordinal).ToList();
        if (await context.Sessions.SingleOrDefaultAsync(row => row.ChosenBy == form.Request, cancellation) is { } made)
        {
            var has = await context.SessionPlaces.Where(place => place.SessionId == made.SessionId).Select(place => place.CaseId).ToListAsync(cancellation);
            return new(made.SessionId, [.. chosen.Where(has.Contains)], await LeftAsync(context, form.List, [.. chosen.Except(has)], cancellation));
        }
        var waits = await Open(context, form.List).Where(row => chosen.Contains(row.CaseId)).ToListAsync(cancellation);
        var waiting = waits.Select(row => row.CaseId).ToHashSet(StringComparer.Ordinal);
        var left = await LeftAsync(context, form.List, [.. chosen.Where(caseId => !waiting.Contains(caseId))], cancellation);
        if (waiting.Count == 0) return new(null, [], left);

        var number = await CasesStore.NextNumberAsync(context, $"group-{form.List.Crisis}-{form.List.Kind}", cancellation);
        var session = new GroupSession
        {
            SessionId = FormattableString.Invariant($"{form.List.Crisis}-{form.List.Kind}-G{number}"),
            CrisisCode = form.List.Crisis,
            Purpose = form.List.Kind,
            StartsAt = form.StartsAt,
            DurationMinutes = form.DurationMinutes,
            Capacity = form.Capacity,
            CentreCode = form.List.Centre,
            ChosenBy = form.Request,
        };
        context.Sessions.Add(session);
        var placed = chosen.Where(waiting.Contains).ToList();
        context.SessionPlaces.AddRange(placed.Select(caseId => new SessionPlace { SessionId = session.SessionId, CaseId = caseId }));
        foreach (var wait in waits) (wait.ClosedAt, wait.SessionId) = (store.Now, session.SessionId);
        await NoticeBook.KeepAsync(context, NoticeOf(form, session, actor, store.Now), cancellation);
        return new(session.SessionId, placed, left);
    }

    private static async Task<IReadOnlyList<NotPlaced>> LeftAsync(CasesContext context, WaitingList list, List<string> cases, CancellationToken cancellation)
    {
        if (cases.Count == 0) return [];
        var known = await context.SessionWaits.Where(row => row.CrisisCode == list.Crisis && row.Purpose == list.Kind && row.CentreCode == list.Centre && cases.Contains(row.CaseId) && row.SessionId != null)
            .OrderByDescending(row => row.ClosedAt).Select(row => new { row.CaseId, row.SessionId }).ToListAsync(cancellation);
        var sessions = known.ToLookup(row => row.CaseId, row => row.SessionId);
        return [.. cases.Select(caseId => sessions[caseId].FirstOrDefault() is { } session
            ? new NotPlaced(caseId, NotPlacedReason.PlacedElsewhere, session)
            : new NotPlaced(caseId, NotPlacedReason.NotWaiting, null))];
    }

    // The process of the session is started by it as by a collective process that planned it; nobody is asked whether the places suffice.
    private static Notice NoticeOf(GroupForm form, GroupSession session, string actor, DateTimeOffset now)
    {
        var variables = new JsonObject
        {
            ["session"] = new JsonObject
            {
                ["id"] = session.SessionId, ["type"] = form.List.Kind.Replace('-', ' '), ["startAt"] = CaseMessages.Iso(form.StartsAt), ["durationMin"] = form.DurationMinutes,
                ["venueType"] = form.VenueType, ["venue"] = form.Venue.Trim(), ["capacity"] = form.Capacity, ["centre"] = form.List.Centre,
            },
            ["crisis"] = form.List.Crisis, ["centre"] = form.List.Centre, ["convened"] = false,
        };
        var message = new ProcessMessage("SessionPlanned", session.SessionId, s_lives, variables.ToJsonString());
        return new(form.Request, NoticeKind.ProcessMessage, session.SessionId, actor, message.Write(), now);
    }

    private IEnumerable<FieldProblem> WhyNot(GroupForm form)
    {
        if (form.CaseIds.Count is 0 or > GroupForm.CasesMax) yield return new("cases", "count", $"Scegliere da 1 a {GroupForm.CasesMax} pratiche.");
        if (form.StartsAt <= store.Now) yield return new("startsAt", "notFuture", "La sessione deve essere nel futuro.");
        if (form.DurationMinutes is < MinutesMin or > MinutesMax) yield return new("minutes", "range", $"La durata va da {MinutesMin} a {MinutesMax} minuti.");
        if (form.Capacity is < 1 or > GroupForm.CasesMax) yield return new("capacity", "range", $"I posti vanno da 1 a {GroupForm.CasesMax}.");
        else if (form.Capacity < form.CaseIds.Distinct(StringComparer.Ordinal).Count()) yield return new("capacity", "tooFew", "I posti sono meno delle pratiche scelte: aumentarli o sceglierne di meno.");
        if (!GroupForm.VenueTypes.Contains(form.VenueType)) yield return new("venueType", "unknown", "Scegliere il tipo di sede.");
        if (form.Venue.Trim().Length is 0 or > VenueCharsMax) yield return new("venue", "required", $"Indicare la sede o il collegamento, al massimo {VenueCharsMax} caratteri.");
    }

    private static IQueryable<SessionWait> Open(CasesContext context, WaitingList list) =>
        context.SessionWaits.Where(row => row.CrisisCode == list.Crisis && row.Purpose == list.Kind && row.CentreCode == list.Centre && row.ClosedAt == null);
}
