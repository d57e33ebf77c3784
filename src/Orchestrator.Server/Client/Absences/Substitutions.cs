using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Server.Client.Absences;

/// <summary>Absences for the pages: who records, sees and ends which.</summary>
internal sealed class Substitutions(ISubstitutionStore store, AccountBook accounts, CaseNames names, FeelWorld world, TimeProvider time) : ISubstitutions
{
    // As long as this what is over is still shown.
    private const int PastDays = 90;

    public async Task<Outcome<SubstitutionPage>> ListAsync(ActingUser user, CancellationToken cancellation)
    {
        if (!CaseRights.SeesTasks(user)) return Refused.NotAllowed("Expected an operator, a supervisor or an auditor: other accounts have nothing to do with who does the work.");
        var (today, colleagues) = (world.Today(), await accounts.ColleaguesAsync(cancellation));
        var all = await store.FromAsync(today.AddDays(-PastDays), cancellation);
        var seen = all.Where(one => user.Has(Roles.Auditor) || one.Person == user.UserName || one.Substitute == user.UserName || Supervises(user, one.Person, colleagues)).ToList();
        await names.LearnAsync(seen.SelectMany(one => new[] { one.Person, one.Substitute, one.RecordedBy, one.ChangedBy }), cancellation);
        var views = new List<SubstitutionView>(seen.Count);
        foreach (var one in seen) views.Add(await ViewAsync(user, one, all, colleagues, today, cancellation));
        var may = CaseRights.MayDoTasks(user) ? colleagues.Where(one => MayRecord(user, one.UserName, colleagues)).ToList() : [];
        var substitutes = colleagues.Where(one => may.Any(person => person.UserName != one.UserName && person.Groups.Any(one.Groups.Contains)));
        return new SubstitutionPage(
            [.. views.Where(view => view.State is SubstitutionState.Holding or SubstitutionState.Coming)],
            [.. views.Where(view => view.State is SubstitutionState.Ended or SubstitutionState.Revoked).OrderByDescending(view => view.LastDay).ThenByDescending(view => view.RecordedAt)],
            [.. may.Select(Choice)], [.. substitutes.Select(Choice)]);
    }

    public async Task<Outcome<bool>> RecordAsync(ActingUser user, Guid request, NewSubstitution absence, CancellationToken cancellation)
    {
        var colleagues = await accounts.ColleaguesAsync(cancellation);
        if (!MayRecord(user, absence.Person, colleagues)) return Other();
        if (await store.FindAsync(request, cancellation) is not null) return true;
        var errors = SubstitutionRules.WhyNot(absence, world.Today(), colleagues, await store.FromAsync(absence.FirstDay ?? world.Today(), cancellation), person => MayRecord(user, person, colleagues));
        if (errors.Count > 0) return Refused.From(errors);
        var found = await store.SaveAsync(new(request, absence.Person, absence.FirstDay!.Value, absence.LastDay!.Value, absence.Substitute, user.UserName, time.GetUtcNow()), cancellation);
        return found is null ? true : Refused.From([SubstitutionRules.Overlap(found)]);
    }

    public async Task<Outcome<bool>> EndAsync(ActingUser user, Guid id, DateOnly lastDay, CancellationToken cancellation)
    {
        var found = await FindAsync(user, id, cancellation);
        if (found.Value is not { } absence) return found.Refusal!;
        var earliest = absence.FirstDay > world.Today().AddDays(-1) ? absence.FirstDay : world.Today().AddDays(-1);
        if (absence.Revoked || absence.LastDay < world.Today()) return Ended();
        if (lastDay < earliest || lastDay >= absence.LastDay)
            return new Refusal(RefusalKind.Invalid, "AbsenceEnd", $"Expected a last day from {earliest:O} on and before {absence.LastDay:O}, but found {lastDay:O}.");
        return await ChangeAsync(user, absence with { LastDay = lastDay }, absence.LastDay, cancellation);
    }

    public async Task<Outcome<bool>> RevokeAsync(ActingUser user, Guid id, CancellationToken cancellation)
    {
        var found = await FindAsync(user, id, cancellation);
        if (found.Value is not { } absence) return found.Refusal!;
        if (absence.Revoked) return false;
        return absence.LastDay < world.Today() ? Ended() : await ChangeAsync(user, absence with { Revoked = true }, absence.LastDay, cancellation);
    }

    private async Task<Outcome<bool>> ChangeAsync(ActingUser user, Substitution changed, DateOnly shownLastDay, CancellationToken cancellation) =>
        await store.ChangeAsync(changed with { ChangedBy = user.UserName, ChangedAt = time.GetUtcNow() }, shownLastDay, cancellation)
            ? true
            : new Refusal(RefusalKind.Conflict, "AbsenceChanged", "Expected the absence as it was shown, but somebody else changed it.");

    // An absence that the user may not change is there for them all the same when they see it; for others there is none.
    private async Task<Outcome<Substitution>> FindAsync(ActingUser user, Guid id, CancellationToken cancellation)
    {
        if (!CaseRights.MayDoTasks(user)) return Other();
        if (await store.FindAsync(id, cancellation) is not { } absence) return Missing(id);
        if (MayRecord(user, absence.Person, await accounts.ColleaguesAsync(cancellation))) return absence;
        return absence.Substitute == user.UserName ? Other() : Missing(id);
    }

    private async Task<SubstitutionView> ViewAsync(
        ActingUser user, Substitution one, IReadOnlyList<Substitution> all, IReadOnlyList<Colleague> colleagues, DateOnly today, CancellationToken cancellation)
    {
        var state = one switch
        {
            { Revoked: true } => SubstitutionState.Revoked,
            _ when one.LastDay < today => SubstitutionState.Ended,
            _ when one.FirstDay > today => SubstitutionState.Coming,
            _ => SubstitutionState.Holding,
        };
        var open = state is SubstitutionState.Holding or SubstitutionState.Coming;
        var left = one.FirstDay > today ? one.FirstDay : today;
        return new(one.Id, one.Person, await NameAsync(one.Person, cancellation), one.FirstDay, one.LastDay, state, await NameAsync(one.RecordedBy, cancellation), one.RecordedAt)
        {
            SubstituteName = one.Substitute is null ? null : await NameAsync(one.Substitute, cancellation),
            SubstituteAbsent = open && all.Any(other => other.Person == one.Substitute && other.Touches(left, one.LastDay)),
            ChangedByName = one.ChangedBy is null ? null : await NameAsync(one.ChangedBy, cancellation),
            ChangedAt = one.ChangedAt,
            MayChange = open && MayRecord(user, one.Person, colleagues),
        };
    }

    private async Task<string> NameAsync(string account, CancellationToken cancellation) => await names.PersonAsync(account, cancellation) ?? account;

    private static bool MayRecord(ActingUser user, string person, IReadOnlyList<Colleague> colleagues) =>
        CaseRights.MayDoTasks(user) && (person == user.UserName || Supervises(user, person, colleagues));

    // A supervisor who belongs to no group supervises all of them, as in giving tasks away.
    private static bool Supervises(ActingUser user, string person, IReadOnlyList<Colleague> colleagues) => user.Has(Roles.Supervisor)
        && colleagues.Any(one => one.UserName == person && TaskAssignment.IsOf(user, one));

    private static InboxChoice Choice(Colleague one) => new(one.UserName, one.DisplayName);

    private static Refusal Other() => new(RefusalKind.NotAllowed, "AbsenceOther", "Expected yourself, or as a supervisor somebody of your groups.");

    private static Refusal Ended() => new(RefusalKind.Conflict, "AbsenceEnded", "Expected an absence that holds or will, but it has ended.");

    private static Refusal Missing(Guid id) => new(RefusalKind.NotFound, "AbsenceNotFound", $"Expected an absence {id}, but there is none that you may see.");
}
