using System.Globalization;

namespace Orchestrator.Contracts.Cases;

/// <summary>Reads the typed values of <c>lavoratori.csv</c>: one reading for who checks a row and for who enters it.</summary>
public static class WorkerValues
{
    /// <summary>A day as <c>yyyy-MM-dd</c>; null for anything else.</summary>
    public static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A number with at most two decimals, after a comma or a point, without signs or separators of thousands, from 0 to <paramref name="max"/>; null for anything else.</summary>
    public static decimal? ReadNumber(string text, decimal max) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= max && decimal.Round(number, 2) == number
            ? number
            : null;

    /// <summary>Most hours in a week.</summary>
    public const decimal WeeklyHoursMax = 168;

    /// <summary>Whole suspension.</summary>
    public const decimal PercentMax = 100;
}
