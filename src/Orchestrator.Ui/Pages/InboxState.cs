using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>What the address of an inbox page says: tab, search, filters, headings, page. Written back into every link, so that a way back restores it.</summary>
/// <param name="Tab">The tab; null lets the page choose (mine, else my groups').</param>
/// <param name="Search">The words searched.</param>
/// <param name="Page">The page of the list, from 1.</param>
public sealed record InboxState(InboxTab? Tab, string? Search, int Page)
{
    /// <summary>Tasks on one page of the list.</summary>
    public const int PageSize = 50;

    private const int TextMax = 200;

    private static readonly (InboxTab Value, string Word)[] Tabs =
    [
        (InboxTab.Mine, "mie"), (InboxTab.Groups, "gruppo"), (InboxTab.Overdue, "ritardo"), (InboxTab.All, "tutte"), (InboxTab.Completed, "completate"),
        (InboxTab.StandingIn, "sostituzione"),
    ];

    /// <summary>The restrictions of the due date with their words in an address.</summary>
    public static IReadOnlyList<(InboxDue Value, string Word)> Dues { get; } =
        [(InboxDue.Overdue, "ritardo"), (InboxDue.Today, "oggi"), (InboxDue.Week, "settimana"), (InboxDue.Never, "senza")];

    /// <summary>The headings with their words in an address.</summary>
    public static IReadOnlyList<(InboxGrouping Value, string Word)> Groupings { get; } =
        [(InboxGrouping.Due, "scadenza"), (InboxGrouping.Process, "processo"), (InboxGrouping.Person, "persona")];

    public InboxFilter Filter { get; init; } = InboxFilter.None;

    public InboxGrouping Grouping { get; init; }

    /// <summary>The task that follows in the list from which the open one was taken.</summary>
    public long? Next { get; init; }

    /// <summary>On a narrow screen the filters are shown instead of the list.</summary>
    public bool ShowsFilters { get; init; }

    /// <summary>Reads an address; unknown words fall back to the default.</summary>
    public static InboxState Of(IQueryCollection query)
    {
        var (name, value) = (Text(query, "dato"), Text(query, "valore"));
        var process = Text(query, "processo");
        return new(Tabs.Where(entry => entry.Word == query["scheda"]).Select(entry => (InboxTab?)entry.Value).FirstOrDefault(), Text(query, "cerca"), Number(query, "pagina") is { } page and > 0 ? (int)Math.Min(page, int.MaxValue / PageSize) : 1)
        {
            Filter = new()
            {
                ProcessId = process,
                ElementId = process is null ? null : Text(query, "passo"),
                Group = Text(query, "gruppo"),
                Due = Dues.Where(entry => entry.Word == query["scadenza"]).Select(entry => (InboxDue?)entry.Value).FirstOrDefault(),
                Assignee = Text(query, "persona"),
                // A variable without a value, or the other way round, restricts nothing yet.
                DataName = value is null ? null : name,
                DataValue = name is null ? null : value,
            },
            Grouping = Groupings.Where(entry => entry.Word == query["raggruppa"]).Select(entry => entry.Value).FirstOrDefault(),
            Next = Number(query, "prossima"),
            ShowsFilters = query["filtri"] == "1",
        };
    }

    /// <summary>The word of a tab in an address.</summary>
    public static string WordOf(InboxTab tab) => Tabs.First(entry => entry.Value == tab).Word;

    public InboxQuery Query => new(Tab ?? InboxTab.Mine, Search, (Page - 1) * PageSize, PageSize) { Filter = Filter, Grouping = Grouping };

    /// <summary>How many filters restrict the list.</summary>
    public int FilterCount => new object?[] { Filter.ProcessId, Filter.ElementId, Filter.Group, Filter.Due, OfTab.Assignee is null ? Filter.Assignee : null, Filter.DataName }.Count(condition => condition is not null);

    /// <summary>The address of the list.</summary>
    public string ListUrl => "/attivita" + Suffix(null);

    /// <summary>The address of the list, at a card of it.</summary>
    public string ListUrlAt(long key) => (this with { Next = null }).ListUrl + "#attivita-" + key.ToString(CultureInfo.InvariantCulture);

    /// <summary>The list without search and filters, on the same tab.</summary>
    public string ClearUrl => new InboxState(Tab, null, 1) { Filter = OfTab, Grouping = Grouping }.ListUrl;

    /// <summary>What belongs to the tab itself: of what an absent colleague has, whose.</summary>
    public InboxFilter OfTab => Tab == InboxTab.StandingIn ? new() { Assignee = Filter.Assignee } : InboxFilter.None;

    /// <summary>What this absent colleague has.</summary>
    public static InboxState StandingInFor(string account) => new(InboxTab.StandingIn, null, 1) { Filter = new() { Assignee = account } };

    /// <summary>Tab, search, filters and headings, as a filter is saved.</summary>
    public string SavedQuery => (this with { Page = 1, Next = null, ShowsFilters = false }).Suffix(null).TrimStart('?');

    /// <summary>The address of a task beside this list, on one of its views (<c>modulo</c>, <c>diagramma</c>, <c>storia</c>).</summary>
    public string TaskUrl(long key, string? view = null) =>
        "/attivita/" + key.ToString(CultureInfo.InvariantCulture) + (this with { ShowsFilters = false }).Suffix(view);

    /// <summary>The address of a write on a task; its answer comes back to this list.</summary>
    public string ActionUrl(long key, string verb) =>
        "/attivita/" + key.ToString(CultureInfo.InvariantCulture) + "/" + verb + Suffix(null);

    /// <summary>The address of a write on several tasks of this list.</summary>
    public string ManyUrl(string verb) => "/attivita/" + verb + Suffix(null);

    private string Suffix(string? view)
    {
        (string Name, string? Value)[] parts =
        [
            ("scheda", Tab is { } tab ? WordOf(tab) : null),
            ("cerca", Search),
            ("processo", Filter.ProcessId),
            ("passo", Filter.ElementId),
            ("gruppo", Filter.Group),
            ("scadenza", Filter.Due is { } due ? Dues.First(entry => entry.Value == due).Word : null),
            ("persona", Filter.Assignee),
            ("dato", Filter.DataName),
            ("valore", Filter.DataValue),
            ("raggruppa", Groupings.Where(entry => entry.Value == Grouping).Select(entry => entry.Word).FirstOrDefault()),
            ("pagina", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
            ("prossima", Next?.ToString(CultureInfo.InvariantCulture)),
            ("filtri", ShowsFilters ? "1" : null),
            ("vista", view),
        ];
        var given = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }

    private static string? Text(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 and <= TextMax } text ? text : null;

    private static long? Number(IQueryCollection query, string name) =>
        long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
