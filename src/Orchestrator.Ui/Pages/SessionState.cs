using System.Globalization;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Text;

namespace Orchestrator.Ui.Pages;

/// <summary>What the address of the list of sessions says; no person is in it.</summary>
public sealed record SessionState(string? Search, string? Centre, string? Kind, DateOnly? From, DateOnly? To, int Page)
{
    public const int PageSize = 50;

    /// <summary>Reads the parameters of an address; what makes no sense is left out.</summary>
    public static SessionState Of(string? search, string? centre, string? kind, string? from, string? to, int? page) =>
        new(TextOf(search), TextOf(centre), TextOf(kind), DayOf(from), DayOf(to), Math.Max(1, page ?? 1));

    public SessionQuery Query => new((Page - 1) * PageSize, PageSize) { Search = Search, Centre = Centre, Kind = Kind, From = From, To = To };

    /// <summary>True when something narrows the list.</summary>
    public bool IsFiltered => Search is not null || Centre is not null || Kind is not null || From is not null || To is not null;

    public string Url(int page)
    {
        List<(string Name, string? Value)> parts =
        [
            ("cerca", Search), ("centro", Centre), ("tipo", Kind), ("dal", From is { } from ? Dates.Iso(from) : null), ("al", To is { } to ? Dates.Iso(to) : null),
            ("pagina", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? "/incontri" : "/incontri?" + query;
    }

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
