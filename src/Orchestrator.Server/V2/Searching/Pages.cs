using System.Globalization;
using System.Text;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.V2.Searching;

/// <summary>Between the pages of the API and those of the store. A cursor is an offset in disguise: base 64 of its digits.</summary>
internal static class Pages
{
    private const int LimitUsual = 100;
    private const int LimitMax = 10_000;
    private const int ItemsMax = 1_000;

    /// <exception cref="InvalidRequestException">The page makes no sense.</exception>
    public static Paging Read(SearchPage? page)
    {
        if (page is null) return new(0, LimitUsual);
        var limit = page.Limit ?? LimitUsual;
        if (limit is < 1 or > LimitMax) throw new InvalidRequestException("page.limit", $"Expected page.limit from 1 to {LimitMax}, but it is {limit}.");
        limit = Math.Min(limit, ItemsMax);
        if (page.After is { } after) return new(Offset(after, "page.after"), limit);
        if (page.Before is { } before)
        {
            var end = Offset(before, "page.before");
            return new(Math.Max(0, end - limit), Math.Min(limit, end));
        }
        if (page.From < 0) throw new InvalidRequestException("page.from", $"Expected page.from of at least 0, but it is {page.From}.");
        return new(page.From ?? 0, limit);
    }

    /// <summary>A page of the store, its rows turned into items.</summary>
    public static SearchResult<TItem> Answer<TRow, TItem>(Page<TRow> page, Paging paging, IReadOnlyList<TItem> items) =>
        new(items, Info(page.Items.Count, page.Total, paging));

    /// <summary>The same, where turning a row into an item has to ask for more.</summary>
    public static async Task<SearchResult<TItem>> AnswerAsync<TRow, TItem>(Page<TRow> page, Paging paging, Func<TRow, Task<TItem>> item)
    {
        var items = new List<TItem>(page.Items.Count);
        foreach (var row in page.Items) items.Add(await item(row));
        return Answer(page, paging, items);
    }

    /// <summary>A page of a list that is at hand whole.</summary>
    public static SearchResult<T> Cut<T>(IReadOnlyCollection<T> all, Paging paging)
    {
        var items = all.Skip(paging.From).Take(paging.Limit).ToList();
        return new(items, Info(items.Count, all.Count, paging));
    }

    private static PageInfo Info(int count, int total, Paging paging) => new(
        total, total >= Page<object>.TotalMax,
        count == 0 ? null : Cursor(paging.From), count == 0 ? null : Cursor(paging.From + count));

    private static string Cursor(int offset) => Convert.ToBase64String(Encoding.ASCII.GetBytes(offset.ToString(CultureInfo.InvariantCulture)));

    private static int Offset(string cursor, string field)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(cursor, bytes, out var written)
            && int.TryParse(Encoding.ASCII.GetString(bytes[..written]), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw new InvalidRequestException(field, $"Expected in {field} a cursor of an earlier answer.");
    }
}
