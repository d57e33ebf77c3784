using System.Globalization;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl;

/// <summary>Instants and days in the zone of the programme.</summary>
internal static class RomeTime
{
    private const string ZoneId = "Europe/Rome";
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    /// <summary>The day of <paramref name="instant"/>.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalOf(instant));

    /// <summary>The clock on the wall.</summary>
    public static DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, s_zone).DateTime;

    /// <summary>ISO, with the offset of Rome.</summary>
    public static string Iso(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, s_zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads a date and time of a form or of FEEL: with an offset, with <c>Z</c>, with <c>@Europe/Rome</c>, or without a zone, which means Rome.
    /// </summary>
    public static DateTimeOffset Read(string name, string text)
    {
        var local = text.EndsWith("@" + ZoneId, StringComparison.Ordinal) ? text[..^(ZoneId.Length + 1)] : text;
        if (!DateTime.TryParse(local, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed) || !local.Contains('T', StringComparison.Ordinal))
            throw new JobInputException($"Expected '{name}' to be a date and time such as 2026-03-20T10:00+01:00, but it is not.");
        return parsed.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(parsed, s_zone.GetUtcOffset(parsed))
            : DateTimeOffset.Parse(local, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }
}
