namespace Orchestrator.Contracts.Client;

/// <summary>
/// Absences of the office's people and who stands in. Operators and supervisors record their own; a supervisor those of the people of their groups, or of everybody when they belong to
/// none; an auditor reads all. Why somebody is absent is asked nowhere. An absence moves no task: the substitute takes over what they do (<see cref="IInbox.TakeOverAsync"/>).
/// </summary>
public interface ISubstitutions
{
    /// <summary>What the user may see: their own absences, those in which they stand in, and those of the people that they supervise.</summary>
    Task<Outcome<SubstitutionPage>> ListAsync(ActingUser user, CancellationToken cancellation);

    /// <summary>Records an absence. <c>Invalid</c> with the fields when days or substitute do not fit; <c>NotAllowed</c> (<c>AbsenceOther</c>) for somebody whom the user does not supervise.</summary>
    Task<Outcome<bool>> RecordAsync(ActingUser user, Guid request, NewSubstitution absence, CancellationToken cancellation);

    /// <summary>Ends it earlier, with a last day that is not before yesterday. <c>Conflict</c> (<c>AbsenceChanged</c>) when somebody else changed it.</summary>
    Task<Outcome<bool>> EndAsync(ActingUser user, Guid id, DateOnly lastDay, CancellationToken cancellation);

    /// <summary>Makes it count no more. One that is revoked already is as it should be; one that has ended stays (<c>AbsenceEnded</c>).</summary>
    Task<Outcome<bool>> RevokeAsync(ActingUser user, Guid id, CancellationToken cancellation);
}

/// <summary>An absence to be recorded.</summary>
/// <param name="Person">The account that is absent.</param>
/// <param name="FirstDay">The first day, in Rome; null when none was given, which is refused.</param>
/// <param name="LastDay">The last day, included.</param>
/// <param name="Substitute">The account that stands in: a colleague who shares a group with the person and is not absent on these days; null for nobody.</param>
public sealed record NewSubstitution(string Person, DateOnly? FirstDay, DateOnly? LastDay, string? Substitute);

/// <summary>The fields that a refusal of an absence names.</summary>
public static class SubstitutionFields
{
    public const string Person = "persona";
    public const string FirstDay = "dal";
    public const string LastDay = "al";
    public const string Substitute = "sostituto";
}

/// <summary>What the page of absences shows.</summary>
/// <param name="Current">Those that hold or will, by first day.</param>
/// <param name="Past">Those that ended or were revoked lately, the last first.</param>
/// <param name="Persons">For whom the user may record one; empty for who may not.</param>
/// <param name="Substitutes">Who may be named as substitute.</param>
public sealed record SubstitutionPage(
    IReadOnlyList<SubstitutionView> Current, IReadOnlyList<SubstitutionView> Past, IReadOnlyList<InboxChoice> Persons, IReadOnlyList<InboxChoice> Substitutes);

/// <summary>The state of an absence today.</summary>
public enum SubstitutionState
{
    Coming,
    Holding,
    Ended,
    Revoked,
}

/// <summary>An absence.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Person">The account that is absent.</param>
/// <param name="PersonName">Its name to show.</param>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day, included.</param>
/// <param name="State">How it stands today.</param>
/// <param name="RecordedByName">Who recorded it.</param>
/// <param name="RecordedAt">When.</param>
public sealed record SubstitutionView(Guid Id, string Person, string PersonName, DateOnly FirstDay, DateOnly LastDay, SubstitutionState State, string RecordedByName, DateTimeOffset RecordedAt)
{
    /// <summary>Who stands in; null for nobody.</summary>
    public string? SubstituteName { get; init; }

    /// <summary>The substitute is absent too on some of the days that are left: another one is needed.</summary>
    public bool SubstituteAbsent { get; init; }

    /// <summary>Who revoked it or ended it earlier; null when nobody did.</summary>
    public string? ChangedByName { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The user may end or revoke it.</summary>
    public bool MayChange { get; init; }
}

/// <summary>Until when who has a task is absent.</summary>
/// <param name="LastDay">The last day.</param>
/// <param name="SubstituteName">Who stands in today; null for nobody.</param>
public sealed record HolderAbsence(DateOnly LastDay, string? SubstituteName);

/// <summary>Somebody to whom tasks can be given.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">The name to show.</param>
public sealed record ColleagueChoice(string Account, string Name)
{
    /// <summary>The last day of their absence; null for who is here today.</summary>
    public DateOnly? AbsentUntil { get; init; }

    /// <summary>They stand in today for whoever has the tasks.</summary>
    public bool StandsIn { get; init; }
}

/// <summary>Somebody who is absent today.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Absence">Until when, and who stands in.</param>
/// <param name="Open">Their open tasks: of these the ones that the reader sees.</param>
public sealed record AbsentColleague(string Account, string Name, HolderAbsence Absence, int Open)
{
    /// <summary>Of these, those past due.</summary>
    public int Overdue { get; init; }
}
