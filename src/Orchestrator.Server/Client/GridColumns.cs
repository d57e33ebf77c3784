using System.Globalization;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client;

/// <summary>The columns of grids. The options are the registry's own.</summary>
internal static class GridColumns
{
    private const string Justified = "assente giustificato";

    public static IReadOnlyList<GridColumn> Attendance(int sessionMinutes)
    {
        var italian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";
        return
        [
            new("status", italian ? "Presenza" : "Attendance", GridColumnKind.Choice) { Options = Options(AttendanceStatusName.All), Required = true },
            new("minutes", italian ? "Minuti" : "Minutes", GridColumnKind.Number) { Min = 0, Max = sessionMinutes },
            new("reasonCode", italian ? "Motivo" : "Reason", GridColumnKind.Choice) { Options = Options(AbsenceReason.All), OnlyWhen = new("status", [Justified]) },
        ];
    }

    private static List<GridOption> Options(IReadOnlyList<string> values) => [.. values.Select(value => new GridOption(value, char.ToUpper(value[0], CultureInfo.InvariantCulture) + value[1..]))];
}
