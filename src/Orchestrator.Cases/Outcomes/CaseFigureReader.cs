using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Outcomes;

/// <summary>Reads what a report counts about every case of a crisis, each table once.</summary>
internal sealed class CaseFigureReader
{
    private const int PresentationDays = 30;

    private readonly DateOnly _today;
    private readonly Dictionary<string, RelocationAgreement> _agreements;
    private readonly ILookup<string, Booking> _bookings;
    private readonly ILookup<string, BookingDecision> _decisions;
    private readonly Dictionary<string, ProviderChoice> _choices;
    private readonly ILookup<string, CaseStateNote> _states;
    private readonly ILookup<string, PathwayOutcome> _outcomes;
    private readonly ILookup<string, (Attendance Attendance, GroupSession Session)> _attendances;
    private readonly Dictionary<(string Case, int Months), string> _followUps;
    private readonly EmploymentChains _chains;

    private CaseFigureReader(CaseFigureTables tables, DateOnly today)
    {
        _today = today;
        _agreements = tables.Agreements.ToDictionary(row => row.Code, StringComparer.Ordinal);
        _bookings = tables.Bookings.ToLookup(row => row.CaseId, StringComparer.Ordinal);
        _decisions = tables.Decisions.ToLookup(row => row.CaseId, StringComparer.Ordinal);
        _choices = tables.Choices.ToDictionary(row => row.CaseId, StringComparer.Ordinal);
        _states = tables.States.ToLookup(row => row.CaseId, StringComparer.Ordinal);
        _outcomes = tables.Outcomes.ToLookup(row => row.CaseId, StringComparer.Ordinal);
        _attendances = tables.Attendances.ToLookup(row => row.Attendance.CaseId, StringComparer.Ordinal);
        _followUps = tables.FollowUps.ToDictionary(row => (row.CaseId, row.Months), row => row.Outcome);
        _chains = tables.Chains;
    }

    /// <summary>The figures of all cases of <paramref name="crisis"/>, by case id.</summary>
    public static async Task<IReadOnlyList<CaseFigures>> ReadAsync(CasesContext context, string crisis, DateOnly today, CancellationToken cancellation)
    {
        var tables = await CaseFigureTables.ReadAsync(context, crisis, cancellation);
        var reader = new CaseFigureReader(tables, today);
        return [.. tables.Cases.Select(reader.FiguresOf)];
    }

    private CaseFigures FiguresOf(WorkerCase entry)
    {
        var code = CodiceFiscaleReader.Read(entry.Worker!.CodiceFiscale, _today).Code;
        var agreement = entry.AgreementCode is { } key ? _agreements[key] : null;
        var booking = _bookings[entry.CaseId].OrderBy(row => row.BookedAt).LastOrDefault();
        var decision = _decisions[entry.CaseId].OrderBy(row => row.DecidedOn).ThenBy(row => row.RecordedAt).LastOrDefault();
        var bookedOn = booking is null ? (DateOnly?)null : CasesStore.DayInRome(booking.BookedAt);
        return new CaseFigures(entry.CaseId, entry.CentreCode)
        {
            Pathway = entry.Pathway,
            State = entry.State,
            InScope = entry.InScope == true,
            Gender = code?.Gender switch { Gender.Female => "F", Gender.Male => "M", _ => null },
            AgeBand = code?.AgeOn(_today) is { } age ? BandOf(age) : null,
            Occupation = OccupationOf(entry, agreement),
            Booked = booking is not null || decision is not null,
            BookedInTerm = booking?.InTerm,
            DaysToBooking = bookedOn?.DayNumber - agreement?.SigningDate.DayNumber,
            Decision = decision is null ? null : decision.Approved ? "APPROVED" : "REJECTED",
            DecisionReason = decision?.Reason,
            DaysToDecision = decision?.DecidedOn.DayNumber - bookedOn?.DayNumber,
            Provider = _choices.TryGetValue(entry.CaseId, out var choice) ? ProviderTypeName.Of(choice.Type) : null,
            InChargeOn = _states[entry.CaseId].Where(row => row.State == "IN_CHARGE").Select(row => (DateOnly?)CasesStore.DayInRome(row.At)).Min(),
            AfterSixMonths = _followUps.GetValueOrDefault((entry.CaseId, 6)),
            AfterTwelveMonths = _followUps.GetValueOrDefault((entry.CaseId, 12)),
        }.With(AttendanceOf(entry.CaseId, agreement)).With(OutcomeOf(entry));
    }

    private Func<CaseFigures, CaseFigures> AttendanceOf(string caseId, RelocationAgreement? agreement)
    {
        var all = _attendances[caseId].ToList();
        var came = all.Where(row => row.Attendance.Status is not (AttendanceStatus.Absent or AttendanceStatus.AbsentJustified)).ToList();
        var presented = came.Where(row => row.Session.Purpose == SessionKinds.Presentation).Select(row => (DateOnly?)CasesStore.DayInRome(row.Session.StartsAt)).Min();
        return figures => figures with
        {
            MinutesByKind = came.GroupBy(row => row.Session.Purpose).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(row => row.Attendance.Minutes)),
            SessionsRecorded = all.Count,
            SessionsMissed = all.Count - came.Count,
            AttendanceTooLong = came.Exists(row => row.Attendance.Minutes > row.Session.DurationMinutes),
            // The strict thirtieth day; whether a holiday moved the term is for the process to say.
            PresentedInTime = presented is null || agreement is null ? null : presented <= agreement.SigningDate.AddDays(PresentationDays),
        };
    }

    private Func<CaseFigures, CaseFigures> OutcomeOf(WorkerCase entry)
    {
        var last = _outcomes[entry.CaseId].OrderBy(row => row.At).LastOrDefault();
        if (last is null or { MoveTo: not null })
            return figures => figures;
        var day = CasesStore.DayInRome(last.At);
        var isJob = OutcomeRules.IsEmployment(last.Outcome);
        var verified = isJob && _chains.Relations(entry.WorkerId).Any(relation => relation.FirstDay <= day && relation.FirstDay >= day.AddMonths(-OutcomeRules.ProofMonths));
        return figures => figures with { Outcome = last.Outcome, OutcomeOn = day, OutcomeVerified = isJob ? verified : null };
    }

    private static string? OccupationOf(WorkerCase entry, RelocationAgreement? agreement) =>
        agreement?.Scopes.Find(scope => string.Equals(scope.Area, entry.Area, StringComparison.OrdinalIgnoreCase) && string.Equals(scope.Profile, entry.Profile, StringComparison.OrdinalIgnoreCase))?.Cp2021;

    private static string BandOf(int age) => age switch { < 30 => "15-29", < 40 => "30-39", < 50 => "40-49", < 60 => "50-59", _ => "60+" };
}
