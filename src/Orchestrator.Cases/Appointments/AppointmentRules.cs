using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Appointments;

/// <summary>What an appointment must be.</summary>
internal static class AppointmentRules
{
    private const int MinutesPerHour = 60;

    /// <summary>It takes no calendar of the centre.</summary>
    public static bool IsElsewhere(AppointmentRequest request) => request.Operator is null && request.Room is null;

    /// <summary>What is taken by it: calendars of the centre, unless it is held elsewhere, and the person's own.</summary>
    public static IEnumerable<string> Resources(AppointmentRequest request) => new[] { request.Operator, request.Room, request.Case }.OfType<string>();

    /// <summary>Refuses what no slot of the centre could ever be.</summary>
    public static void Check(AppointmentRequest request, CentreHours hours)
    {
        if (IsElsewhere(request))
        {
            QuarterGrid.CheckLength(request.DurationMinutes);
            return;
        }
        QuarterGrid.CheckMinutes(request.DurationMinutes);
        var local = QuarterGrid.LocalOf(request.StartsAt);
        var from = TimeOnly.FromDateTime(local);
        if (local.Minute % QuarterGrid.Minutes != 0 || local.Second != 0 || local.Millisecond != 0)
            throw Invalid($"Expected appointment {request.Session} to begin on a quarter of an hour, but it begins at {from:HH:mm:ss}.");
        if (!hours.IsOpenOn(DateOnly.FromDateTime(local)) || !hours.Allows(from, from.AddMinutes(request.DurationMinutes)))
            throw Invalid($"Expected centre {hours.Centre} to be open for appointment {request.Session}, but on {local:yyyy-MM-dd} it is not from {from:HH:mm} for {request.DurationMinutes} minutes.");
        if (request.Operator is null || request.Room is null || !hours.OperatorKeys.Contains(request.Operator) || !hours.RoomKeys.Contains(request.Room))
            throw Invalid($"Expected an operator and a room of centre {hours.Centre}, but found {request.Operator ?? "none"} and {request.Room ?? "none"}.");
    }

    /// <summary>Refuses what somebody else has taken.</summary>
    public static void CheckFree(AppointmentRequest request, CentreHours hours, Busy busy)
    {
        var quarters = QuarterGrid.Of(request).ToList();
        var day = DateOnly.FromDateTime(QuarterGrid.LocalOf(request.StartsAt));
        if (Resources(request).FirstOrDefault(resource => !busy.IsFree(resource, quarters)) is { } taken)
            throw Taken(request, $"{taken} is taken");
        if (request.Operator is { } receiver && busy.MinutesOn(receiver, day) + request.DurationMinutes > hours.OperatorHoursMax * MinutesPerHour)
            throw Taken(request, FormattableString.Invariant($"{request.Operator} would have more than {hours.OperatorHoursMax} hours that day"));
    }

    private static RegistryRefusedException Taken(AppointmentRequest request, string why) =>
        new(RefusalCode.SlotTaken, $"Expected the slot of appointment {request.Session} to be free, but {why}: ask for slots again.");

    private static RegistryRefusedException Invalid(FormattableString message) => new(RefusalCode.Invalid, FormattableString.Invariant(message));
}
