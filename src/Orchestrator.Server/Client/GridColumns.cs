using System.Globalization;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client;

/// <summary>The columns of grids. The options are the registry's own; their labels are those of the form that stands for the grid.</summary>
internal static class GridColumns
{
    private const string Justified = "assente giustificato";
    private const string Late = "ritardo";
    private const string Partial = "parziale";

    private static readonly Dictionary<string, string> s_english = new()
    {
        ["presente"] = "Present",
        [Justified] = "Justified absence",
        ["assente"] = "Absent",
        [Late] = "Late",
        [Partial] = "Partly present",
        ["malattia/infortunio"] = "Illness or accident",
        ["maternità"] = "Maternity",
        ["servizio civile/leva"] = "Civil or military service",
        ["citazione"] = "Summons",
        ["gravi motivi familiari"] = "Serious family reasons",
        ["limitazione mobilità"] = "Reduced mobility",
        ["altro impedimento"] = "Another impediment",
    };

    public static IReadOnlyList<GridColumn> Attendance(int sessionMinutes)
    {
        var italian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";
        return
        [
            new("status", italian ? "Presenza" : "Attendance", GridColumnKind.Choice) { Options = Options(AttendanceStatusName.All, italian), Required = true },
            new("minutes", italian ? "Minuti" : "Minutes", GridColumnKind.Number) { Min = 0, Max = sessionMinutes, RequiredWhen = new("status", [Late, Partial]) },
            new("reasonCode", italian ? "Motivo" : "Reason", GridColumnKind.Choice) { Options = Options(AbsenceReason.All, italian), OnlyWhen = new("status", [Justified]) },
        ];
    }

    private static List<GridOption> Options(IReadOnlyList<string> values, bool italian) =>
        [.. values.Select(value => new GridOption(value, italian ? Italian(value) : s_english.GetValueOrDefault(value, value)))];

    private static string Italian(string value) => value == Late ? "In ritardo" : char.ToUpper(value[0], CultureInfo.InvariantCulture) + value[1..];
}
