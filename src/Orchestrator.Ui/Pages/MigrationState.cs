using System.Globalization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>What the address of the migration page says: process, versions, list, which rows of it, and the page of those.</summary>
public sealed record MigrationState(string ProcessId, int? From, int? To, Guid? List, string? Rows, int Page)
{
    public const int PageSize = 50;

    /// <summary>Groups of rows by the word in the address: those that can go on, need a counterpart, cannot go on; then those that were done, had moved, refused.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["pronte", "corrispondenza", "impossibili", "migrate", "saltate", "rifiutate"];

    /// <summary>The address of the page.</summary>
    public string Url => UrlOf(ProcessId, From, To, List, Rows, Page);

    /// <summary>The rows of a group, from its first page.</summary>
    public string GroupUrl(string? group) => UrlOf(ProcessId, From, To, List, group, 1) + "#elenco";

    public string PageUrl(int page) => UrlOf(ProcessId, From, To, List, Rows, page) + "#elenco";

    public static string ListUrl(MigrationReport list) => UrlOf(list.ProcessId, list.From, list.To, list.Id, null, 1);

    /// <summary>Where forms of the page are posted.</summary>
    public string PostUrl(string verb) => $"/definizioni/{Uri.EscapeDataString(ProcessId)}/migrazione/{verb}";

    public MigrationRows Wanted => new(
        Rows switch { "pronte" => "ok", "corrispondenza" => "needs-mapping", "impossibili" => "impossible", _ => null },
        Rows switch { "migrate" => MigrationOutcome.Done, "saltate" => MigrationOutcome.Moved, "rifiutate" => MigrationOutcome.Refused, _ => null },
        (Page - 1) * PageSize, PageSize);

    /// <summary>How many rows a group has.</summary>
    public static int CountOf(MigrationReport list, string group) => group switch
    {
        "pronte" => list.Good,
        "corrispondenza" => list.NeedsMapping,
        "impossibili" => list.Impossible,
        "migrate" => list.Done,
        "saltate" => list.Moved,
        "rifiutate" => list.Refused,
        _ => list.Total,
    };

    public static string UrlOf(string processId, int? from, int? to, Guid? list, string? rows, int page)
    {
        var query = new List<string>();
        if (from is { } leave) query.Add("da=" + leave.ToString(CultureInfo.InvariantCulture));
        if (to is { } enter) query.Add("a=" + enter.ToString(CultureInfo.InvariantCulture));
        if (list is { } id) query.Add($"lista={id}");
        if (rows is not null) query.Add($"righe={rows}");
        if (page > 1) query.Add("pagina=" + page.ToString(CultureInfo.InvariantCulture));
        return $"/definizioni/{Uri.EscapeDataString(processId)}/migrazione" + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }
}
