using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Crises;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Reference;
using Orchestrator.Cases.Sessions;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Appointments;

/// <summary>The calendars of the centres: free slots for one person, and booking them.</summary>
internal sealed class AppointmentBook(CasesStore store)
{
    private const int PeriodDaysMax = 366;

    public Task<SlotAnswer> FindAsync(SlotQuestion question, CancellationToken cancellation)
    {
        QuarterGrid.CheckMinutes(question.DurationMinutes);
        if (question.NotAfter <= question.NotBefore || question.NotAfter - question.NotBefore > TimeSpan.FromDays(PeriodDaysMax))
            throw new RegistryRefusedException(RefusalCode.Invalid, FormattableString.Invariant($"Expected a period of at most {PeriodDaysMax} days that ends after it begins, but found {question.NotBefore:O} to {question.NotAfter:O}."));
        var hours = HoursOf(question.Centre);
        return store.ReadAsync(
            async context =>
            {
                await RecipientBook.FindCaseAsync(context, question.Case, cancellation);
                var now = store.Now;
                var from = question.NotBefore > now ? question.NotBefore : now;
                var busy = await BusyAsync(context, hours, question.Case, null, from, question.NotAfter, cancellation);
                var search = new SlotSearch(hours, busy, question.Case, from, question.NotAfter);
                var known = await KnownOperatorAsync(context, question.Case, question.Centre, cancellation);
                var needed = await AppointmentNeeds.CountAsync(context, question, cancellation) * question.DurationMinutes / 60m;
                return new SlotAnswer(search.Find(question.DurationMinutes, known), needed, search.HoursAvailable());
            },
            cancellation);
    }

    public Task<bool> BookAsync(AppointmentRequest request, CancellationToken cancellation)
    {
        SessionRules.CheckKey(nameof(request.Session), request.Session);
        var hours = HoursOf(request.Centre);
        AppointmentRules.Check(request, hours);
        return store.WriteAsync(context => BookAsync(context, request, hours, cancellation), cancellation);
    }

    /// <summary>Gives back what the appointment of a cancelled session had taken, in the transaction of <paramref name="context"/>.</summary>
    public static Task FreeAsync(CasesContext context, string session, CancellationToken cancellation) =>
        context.BookedQuarters.Where(row => row.SessionId == session).ExecuteDeleteAsync(cancellation);

    private static async Task<bool> BookAsync(CasesContext context, AppointmentRequest request, CentreHours hours, CancellationToken cancellation)
    {
        // Bookings of one centre take turns, since the hours of a day are counted; across centres the key of the quarters decides.
        await context.Centres.Where(row => row.Code == request.Centre).ExecuteUpdateAsync(update => update.SetProperty(row => row.Name, row => row.Name), cancellation);
        var person = await RecipientBook.FindCaseAsync(context, request.Case, cancellation);
        var session = await FindOrAddSessionAsync(context, request, person, cancellation);
        var appointment = await context.Appointments.SingleOrDefaultAsync(row => row.SessionId == request.Session, cancellation);
        var place = await context.SessionPlaces.AnyAsync(row => row.SessionId == request.Session && row.CaseId == request.Case, cancellation);
        if (place && IsBooked(appointment, session, request))
            return false;

        var day = QuarterGrid.InstantOf(DateOnly.FromDateTime(QuarterGrid.LocalOf(request.StartsAt)), TimeOnly.MinValue);
        var busy = await BusyAsync(context, hours, request.Case, request.Session, day, day.AddDays(2), cancellation);
        AppointmentRules.CheckFree(request, hours, busy);
        await FreeAsync(context, request.Session, cancellation);
        (session.StartsAt, session.DurationMinutes) = (request.StartsAt, request.DurationMinutes);
        Write(context, appointment, request);
        if (!place)
            context.SessionPlaces.Add(new SessionPlace { SessionId = request.Session, CaseId = request.Case });
        // The place keeps the person's time where no calendar of the centre is taken.
        foreach (var quarter in AppointmentRules.IsElsewhere(request) ? [] : QuarterGrid.Of(request))
        {
            foreach (var resource in AppointmentRules.Resources(request))
                context.BookedQuarters.Add(new BookedQuarter { Resource = resource, StartsAt = quarter, SessionId = request.Session });
        }
        return true;
    }

    // Who receives the person, and where: nobody of the centre when it is held elsewhere.
    private static void Write(CasesContext context, Appointment? appointment, AppointmentRequest request)
    {
        if (request.Operator is not { } receiver || request.Room is not { } room)
        {
            if (appointment is not null) context.Appointments.Remove(appointment);
        }
        else if (appointment is null)
        {
            context.Appointments.Add(new Appointment { SessionId = request.Session, CaseId = request.Case, CentreCode = request.Centre, Operator = receiver, Room = room });
        }
        else
        {
            (appointment.CentreCode, appointment.Operator, appointment.Room) = (request.Centre, receiver, room);
        }
    }

    private static bool IsBooked(Appointment? appointment, GroupSession session, AppointmentRequest request) =>
        (appointment?.Operator, appointment?.Room) == (request.Operator, request.Room) && (appointment is null || appointment.CentreCode == request.Centre)
        && session.StartsAt == request.StartsAt && session.DurationMinutes == request.DurationMinutes;

    private static async Task<GroupSession> FindOrAddSessionAsync(CasesContext context, AppointmentRequest request, WorkerCase person, CancellationToken cancellation)
    {
        var purpose = SessionKinds.KeyOf(request.Kind);
        if (await context.Sessions.SingleOrDefaultAsync(row => row.SessionId == request.Session, cancellation) is not { } session)
        {
            session = new GroupSession
            {
                SessionId = request.Session, CrisisCode = person.CrisisCode, AgreementCode = person.AgreementCode, Purpose = purpose, StartsAt = request.StartsAt,
                DurationMinutes = request.DurationMinutes, Capacity = 1,
            };
            context.Sessions.Add(session);
            return session;
        }
        if (session.Cancelled)
            throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected appointment {request.Session} to take place, but it is cancelled: book a new one.");
        var others = await context.SessionPlaces.AnyAsync(place => place.SessionId == request.Session && place.CaseId != request.Case, cancellation);
        return session.Purpose == purpose && !others
            ? session
            : throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected session {request.Session} to be an appointment of {request.Case} for {purpose}, but it is another.");
    }

    /// <summary>What is taken between two instants: of the centre's calendars and of the person, who may also have places in group sessions.</summary>
    private static async Task<Busy> BusyAsync(
        CasesContext context, CentreHours hours, string person, string? except, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var busy = new Busy();
        var resources = new List<string>([.. hours.OperatorKeys, .. hours.RoomKeys, person]);
        var start = from.AddDays(-1); // a day that has begun counts with its first hours
        var taken = await context.BookedQuarters.AsNoTracking()
            .Where(row => resources.Contains(row.Resource) && row.StartsAt >= start && row.StartsAt < to && row.SessionId != except).ToListAsync(cancellation);
        foreach (var quarter in taken)
            busy.Add(quarter.Resource, quarter.StartsAt);

        var groups = await context.Sessions.AsNoTracking()
            .Where(row => !row.Cancelled && row.SessionId != except && row.StartsAt >= start && row.StartsAt < to
                && context.SessionPlaces.Any(place => place.SessionId == row.SessionId && place.CaseId == person)).ToListAsync(cancellation);
        foreach (var quarter in groups.SelectMany(row => QuarterGrid.Touched(row.StartsAt, row.StartsAt.AddMinutes(row.DurationMinutes))))
            busy.Add(person, quarter);
        return busy;
    }

    private static Task<string?> KnownOperatorAsync(CasesContext context, string person, string centre, CancellationToken cancellation) =>
        (from appointment in context.Appointments
         join session in context.Sessions on appointment.SessionId equals session.SessionId
         where appointment.CaseId == person && appointment.CentreCode == centre && !session.Cancelled
         orderby session.StartsAt descending
         select appointment.Operator).FirstOrDefaultAsync(cancellation);

    private static CentreHours HoursOf(string centre) =>
        ReferenceTables.Hours.GetValueOrDefault(centre)
            ?? throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected the code of a centre, 01 to 30, but found {centre}.");
}
