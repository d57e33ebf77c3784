using System.Collections.Immutable;
using System.Globalization;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Client;
using Orchestrator.Feel;

namespace Orchestrator.Server.Client;

/// <summary>The form that asks, for everybody of a session, whether they want the intervention and which help they need: a table of names in the pages, case ids in the process.</summary>
internal static class NeedsTable
{
    /// <summary>The form that stands for the table.</summary>
    public const string FormId = "record-attendance-needs";

    private const string Presence = "presence";
    private const string Support = "supportNeeded";
    private const char Separator = '|';

    private static readonly (string Key, string Italian, string English)[] s_presence =
        [("presente", "Presente", "Present"), ("assente", "Assente", "Absent"), ("assente giustificato", "Assente giustificato", "Justified absence")];

    private static readonly (string Key, string Italian, string English)[] s_wants = [("sì", "Sì", "Yes"), ("no", "No", "No"), ("da decidere", "Da decidere", "Undecided")];

    private static readonly (string Key, string Italian, string English)[] s_support =
    [
        ("registrazione/SPID", "Registrazione o SPID", "Registration or SPID"), ("compilazione richiesta", "Compilazione della richiesta", "Filling in the request"),
        ("prenotazione dopo approvazione", "Prenotazione dopo l’approvazione", "Booking after the approval"), ("nessuno", "Nessuno", "None"),
    ];

    public static IReadOnlyList<GridColumn> Columns()
    {
        var italian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";
        return
        [
            new(Presence, italian ? "Presenza" : "Attendance", GridColumnKind.Choice) { Options = Options(s_presence, italian), Required = true },
            new("wantsAdr", italian ? "Vuole l’AdR" : "Wants the intervention", GridColumnKind.Choice) { Options = Options(s_wants, italian), Required = true },
            new(Support, italian ? "Supporto richiesto" : "Help needed", GridColumnKind.Choices) { Options = Options(s_support, italian), Required = true },
            new("slotPreference", italian ? "Preferenza di orario" : "Preferred time", GridColumnKind.Text) { Max = 200 },
        ];
    }

    /// <summary>What a row starts with: the presence, where it is on the attendance sheet already.</summary>
    public static Dictionary<string, string> StartOf(AttendanceRow person) => person.Status switch
    {
        null => [],
        AttendanceStatus.Absent => new() { [Presence] = "assente" },
        AttendanceStatus.AbsentJustified => new() { [Presence] = "assente giustificato" },
        _ => new() { [Presence] = "presente" },
    };

    /// <summary>The data that the task is completed with, in the order of the rows.</summary>
    public static FeelContext DataOf(IReadOnlyList<GridEntry> rows) =>
        FeelContext.Of(("needs", new FeelList(rows.Select(row => (FeelValue)RowOf(row)).ToImmutableArray())));

    /// <summary>The values by case out of the data that a task was completed with.</summary>
    public static Dictionary<string, Dictionary<string, string>> ValuesIn(FeelContext data) =>
        data.TryGet("needs", out var needs) && needs is FeelList list
            ? list.OfType<FeelContext>().Where(row => TextIn(row, "case") is not null).ToDictionary(row => TextIn(row, "case")!, ValuesOf)
            : [];

    private static FeelContext RowOf(GridEntry row)
    {
        var values = row.Values.Select(value => (value.Key, value.Key == Support ? List(value.Value) : (FeelValue)new FeelString(value.Value)));
        return FeelContext.Of([("case", new FeelString(row.CaseId)), .. values]);
    }

    private static FeelList List(string joined) =>
        new FeelList(joined.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(part => (FeelValue)new FeelString(part)).ToImmutableArray());

    private static Dictionary<string, string> ValuesOf(FeelContext row) => row.Entries.Where(entry => entry.Key != "case")
        .Select(entry => (entry.Key, Text: entry.Value is FeelList list ? string.Join(Separator, list.OfType<FeelString>().Select(item => item.Value)) : (entry.Value as FeelString)?.Value))
        .Where(entry => !string.IsNullOrEmpty(entry.Text)).ToDictionary(entry => entry.Key, entry => entry.Text!);

    private static string? TextIn(FeelContext row, string name) => row.TryGet(name, out var value) && value is FeelString text ? text.Value : null;

    private static List<GridOption> Options((string Key, string Italian, string English)[] options, bool italian) =>
        [.. options.Select(option => new GridOption(option.Key, italian ? option.Italian : option.English))];
}
