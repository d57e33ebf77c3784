using System.Collections.Immutable;
using System.Globalization;
using Orchestrator.Contracts.Client;
using Orchestrator.Feel;

namespace Orchestrator.Server.Client;

/// <summary>The form that asks how the calls to those without an e-mail went: a table of names and numbers in the pages, case ids in the process.</summary>
internal static class CallsTable
{
    /// <summary>The form that stands for the table.</summary>
    public const string FormId = "phone-contact";

    private const string Attempts = "attempts";
    private const string Result = "result";

    private static readonly (string Key, string Italian, string English)[] s_results =
    [
        ("answered", "Ha risposto", "Answered"), ("no-answer", "Non risponde", "No answer"), ("wrong-number", "Numero errato", "Wrong number"),
        ("call-back", "Da richiamare", "To be called back"),
    ];

    public static IReadOnlyList<GridColumn> Columns()
    {
        var italian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";
        return
        [
            new(Result, italian ? "Esito della telefonata" : "Outcome of the call", GridColumnKind.Choice)
            {
                Options = [.. s_results.Select(option => new GridOption(option.Key, italian ? option.Italian : option.English))],
                Required = true,
            },
        ];
    }

    /// <summary>The cases to call, out of what the task sees, in its order.</summary>
    public static IReadOnlyList<string> CasesIn(FeelContext variables) =>
        variables.TryGet("withoutEmail", out var value) && value is FeelList list ? [.. list.OfType<FeelString>().Select(item => item.Value).Distinct()] : [];

    /// <summary>The data that the task is completed with: an attempt for every row, at the time of recording.</summary>
    public static FeelContext DataOf(IReadOnlyList<GridEntry> rows, DateTimeOffset now)
    {
        var at = new FeelString(now.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture));
        return FeelContext.Of((Attempts, new FeelList(rows.Select(row => (FeelValue)FeelContext.Of(
            [("case", new FeelString(row.CaseId)), ("at", at), .. row.Values.Select(pair => (pair.Key, (FeelValue)new FeelString(pair.Value)))])).ToImmutableArray())));
    }

    /// <summary>The values by case out of the data that a task was completed with; of several attempts the last.</summary>
    public static Dictionary<string, Dictionary<string, string>> ValuesIn(FeelContext data)
    {
        var values = new Dictionary<string, Dictionary<string, string>>();
        if (!data.TryGet(Attempts, out var attempts) || attempts is not FeelList list) return values;
        foreach (var attempt in list.OfType<FeelContext>())
            if (attempt.TryGet("case", out var key) && key is FeelString person && attempt.TryGet(Result, out var result) && result is FeelString text)
                values[person.Value] = new() { [Result] = text.Value };
        return values;
    }
}
