using System.Globalization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>What the address of an inbox page says: tab, search, page. Written back into every link, so that a way back restores it.</summary>
/// <param name="Tab">The tab; null lets the page choose (mine, else my groups').</param>
/// <param name="Search">The words searched.</param>
/// <param name="Page">The page of the list, from 1.</param>
public sealed record InboxState(InboxTab? Tab, string? Search, int Page)
{
    /// <summary>Tasks on one page of the list.</summary>
    public const int PageSize = 50;

    private static readonly (InboxTab Tab, string Word)[] Words =
    [
        (InboxTab.Mine, "mie"), (InboxTab.Groups, "gruppo"), (InboxTab.Overdue, "ritardo"), (InboxTab.Completed, "completate"),
    ];

    /// <summary>Reads the query's words; unknown ones fall back to the default.</summary>
    public static InboxState Of(string? tab, string? search, int? page) =>
        new(
            Words.Where(entry => entry.Word == tab).Select(entry => (InboxTab?)entry.Tab).FirstOrDefault(),
            string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
            Math.Max(1, page ?? 1));

    /// <summary>The word of a tab in an address.</summary>
    public static string WordOf(InboxTab tab) => Words.First(entry => entry.Tab == tab).Word;

    public InboxQuery Query => new(Tab ?? InboxTab.Mine, Search, (Page - 1) * PageSize, PageSize);

    /// <summary>The address of the list.</summary>
    public string ListUrl => "/attivita" + Suffix(null);

    /// <summary>The address of a task beside this list, on one of its views (<c>modulo</c>, <c>diagramma</c>, <c>storia</c>).</summary>
    public string TaskUrl(long key, string? view = null) =>
        "/attivita/" + key.ToString(CultureInfo.InvariantCulture) + Suffix(view);

    /// <summary>The address of a write on a task; its answer comes back to this list.</summary>
    public string ActionUrl(long key, string verb) =>
        "/attivita/" + key.ToString(CultureInfo.InvariantCulture) + "/" + verb + Suffix(null);

    private string Suffix(string? view)
    {
        List<string> parts = [];
        if (Tab is { } tab)
            parts.Add("scheda=" + WordOf(tab));
        if (Search is { } search)
            parts.Add("cerca=" + Uri.EscapeDataString(search));
        if (Page > 1)
            parts.Add("pagina=" + Page.ToString(CultureInfo.InvariantCulture));
        if (view is not null)
            parts.Add("vista=" + view);
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
