using System.Globalization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Pages;

/// <summary>What the address of the early warning says: how far it looks, whose cases, which page.</summary>
public sealed record ForecastState(int Days, DeadlineOwner? Whose, int Page)
{
    public const int PageSize = 50;
    public const string Path = "/scadenze/avvisi";

    private const int DaysAtFirst = 14;

    /// <summary>What the page offers.</summary>
    public static readonly IReadOnlyList<int> Choices = [7, DaysAtFirst, 30, 60, ForecastQuery.DaysMax];

    /// <summary>Reads an address; what makes no sense is left out.</summary>
    public static ForecastState Of(int? days, string? whose, int? page) =>
        new(days is >= 1 and <= ForecastQuery.DaysMax ? days.Value : DaysAtFirst, DeadlineOwner.Read(whose), Math.Max(1, page ?? 1));

    public ForecastQuery Query => new(Days, (Page - 1) * PageSize, PageSize) { Group = Whose?.Group, Person = Whose?.Person };

    public string Url(int page) => Path + DeadlineState.Query(
    [
        ("giorni", Days == DaysAtFirst ? null : Days.ToString(CultureInfo.InvariantCulture)), ("di", Whose?.Word),
        ("pagina", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
    ]);
}
