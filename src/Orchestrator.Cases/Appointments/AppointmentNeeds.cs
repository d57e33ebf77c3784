using Microsoft.EntityFrameworkCore;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Appointments;

/// <summary>How many cases of a centre still need an appointment of some kind: the scarce thing are the hours of operators.</summary>
internal static class AppointmentNeeds
{
    private const string Second = "incontro-2";
    private const string Third = "incontro-3";

    /// <summary>Cases in charge of the centre that have no appointment of this kind, with the one that asks.</summary>
    public static async Task<int> CountAsync(CasesContext context, SlotQuestion question, CancellationToken cancellation)
    {
        var purpose = SessionKinds.KeyOf(question.Kind);
        var states = StatesBefore(purpose);
        var others = await context.WorkerCases
            .Where(row => row.CentreCode == question.Centre && row.CaseId != question.Case && row.State != null && states.Contains(row.State))
            .CountAsync(
                row => !(from appointment in context.Appointments
                         join session in context.Sessions on appointment.SessionId equals session.SessionId
                         where appointment.CaseId == row.CaseId && session.Purpose == purpose && !session.Cancelled
                         select session).Any(),
                cancellation);
        return others + 1;
    }

    // From the state in which a case is taken in charge to the one that the appointment leads to.
    private static List<string> StatesBefore(string purpose) => purpose switch
    {
        Second => ["IN_CHARGE", "M1_DONE"],
        Third => ["IN_CHARGE", "M1_DONE", "M2_DONE"],
        _ => [],
    };
}
