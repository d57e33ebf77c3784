using System.Globalization;
using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Sessions;

/// <summary>What a row of an attendance sheet must be.</summary>
internal static class AttendanceRules
{
    /// <summary>A row that is right: null values mean that the row is empty and nothing is recorded for it.</summary>
    internal sealed record Reading(AttendanceStatus? Status, int Minutes, string? ReasonCode);

    /// <summary>Reads row <paramref name="index"/>; what is wrong is added to <paramref name="problems"/>.</summary>
    public static Reading? Read(AttendanceEntry entry, int index, int durationMinutes, List<FieldProblem> problems)
    {
        var before = problems.Count;
        var status = AttendanceStatusName.Read(entry.Status);
        if (status is null && !string.IsNullOrWhiteSpace(entry.Status))
            problems.Add(Problem(index, "status", "notAnOption", $"Lo stato non è previsto. Valori ammessi: {string.Join(", ", AttendanceStatusName.All)}."));
        var reason = ReadReason(entry, status, index, problems);
        var minutes = ReadMinutes(entry, status, index, durationMinutes, problems);
        return problems.Count == before ? new(status, minutes ?? 0, reason) : null;
    }

    private static string? ReadReason(AttendanceEntry entry, AttendanceStatus? status, int index, List<FieldProblem> problems)
    {
        var text = (entry.ReasonCode ?? "").Trim();
        if (status == AttendanceStatus.AbsentJustified)
        {
            if (text.Length == 0)
                problems.Add(Problem(index, "reasonCode", "required", "Per un'assenza giustificata indicare il motivo."));
            else if (!AbsenceReason.All.Contains(text))
                problems.Add(Problem(index, "reasonCode", "notAnOption", $"Il motivo non è previsto. Valori ammessi: {string.Join(", ", AbsenceReason.All)}."));
            return text;
        }
        if (text.Length > 0)
            problems.Add(Problem(index, "reasonCode", "notAllowed", "Il motivo si indica solo per un'assenza giustificata: toglierlo."));
        return null;
    }

    private static int? ReadMinutes(AttendanceEntry entry, AttendanceStatus? status, int index, int durationMinutes, List<FieldProblem> problems)
    {
        var text = (entry.Minutes ?? "").Trim();
        if (text.Length == 0)
        {
            if (status is AttendanceStatus.Late or AttendanceStatus.Partial)
                problems.Add(Problem(index, "minutes", "required", "Per un ritardo o una presenza parziale indicare i minuti di presenza."));
            return status == AttendanceStatus.Present ? durationMinutes : 0;
        }
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > durationMinutes)
        {
            problems.Add(Problem(index, "minutes", "max", FormattableString.Invariant($"I minuti devono essere un numero intero da 0 a {durationMinutes}, la durata dell'incontro.")));
            return null;
        }
        if (status is null)
            problems.Add(Problem(index, "status", "required", "Ci sono minuti ma non lo stato: indicarlo."));
        if (minutes > 0 && status is AttendanceStatus.Absent or AttendanceStatus.AbsentJustified)
            problems.Add(Problem(index, "minutes", "notAllowed", "Chi è assente non ha minuti di presenza: lasciare vuoto o 0."));
        return minutes;
    }

    /// <summary>A problem of row <paramref name="index"/>, counted from 0.</summary>
    public static FieldProblem Problem(int index, string field, string code, string message) =>
        new(FormattableString.Invariant($"rows[{index}].{field}"), code, message);
}
