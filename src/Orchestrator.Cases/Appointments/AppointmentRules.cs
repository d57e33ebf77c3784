using Orchestrator.Cases.Reference;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Appointments;

/// <summary>What an appointment must be.</summary>
internal static class AppointmentRules
{
    private const int MinutesPerHour = 60;

    /// <summary>Refuses what no slot of the centre could ever be.</summary>
    public static void Check(AppointmentRequest request, CentreHours hours)
    {
        var local = QuarterGrid.LocalOf(request.StartsAt);
        var from = TimeOnly.FromDateTime(local);
        if (local.Minute % QuarterGrid.Minutes != 0 || local.Second != 0 || local.Millisecond != 0)
            throw Invalid($"Expected appointment {request.Session} to begin on a quarter of an hour, but it begins at {from:HH:mm:ss}.");
        if (!hours.IsOpenOn(DateOnly.FromDateTime(local)) || !hours.Allows(from, from.AddMinutes(request.DurationMinutes)))
            throw Invalid($"Expected centre {hours.Centre} to be open for appointment {request.Session}, but on {local:yyyy-MM-dd} it is not from {from:HH:mm} for {request.DurationMinutes} minutes.");
        if (!hours.OperatorKeys.Contains(request.Operator) || !hours.RoomKeys.Contains(request.Room))
            throw Invalid($"Expected an operator and a room of centre {hours.Centre}, but found {request.Operator} and {request.Room}.");
    }

    /// <summary>Refuses what somebody else has taken.</summary>
    public static void CheckFree(AppointmentRequest request, CentreHours hours, Busy busy)
    {
        var quarters = QuarterGrid.Quarters(request.StartsAt, request.DurationMinutes).ToList();
        var day = DateOnly.FromDateTime(QuarterGrid.LocalOf(request.StartsAt));
        if (new[] { request.Operator, request.Room, request.Case }.FirstOrDefault(resource => !busy.IsFree(resource, quarters)) is { } taken)
            throw Taken(request, $"{taken} is taken");
        if (busy.MinutesOn(request.Operator, day) + request.DurationMinutes > hours.OperatorHoursMax * MinutesPerHour)
            throw Taken(request, FormattableString.Invariant($"{request.Operator} would have more than {hours.OperatorHoursMax} hours that day"));
    }

    private static RegistryRefusedException Taken(AppointmentRequest request, string why) =>
        new(RefusalCode.SlotTaken, $"Expected the slot of appointment {request.Session} to be free, but {why}: ask for slots again.");

    private static RegistryRefusedException Invalid(FormattableString message) => new(RefusalCode.Invalid, FormattableString.Invariant(message));
}
