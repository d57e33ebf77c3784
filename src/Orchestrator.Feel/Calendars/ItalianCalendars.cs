namespace Orchestrator.Feel;

/// <summary>The Italian national holidays, and the calendar of an office in Turin.</summary>
public static class ItalianCalendars
{
    /// <summary>Law 260/1949 as amended; 4 October is a holiday from 2026 on (law 151/2025).</summary>
    private static readonly YearlyHoliday[] National =
    [
        new(1, 1, "Capodanno") { EnglishName = "New Year's Day" },
        new(1, 6, "Epifania") { EnglishName = "Epiphany" },
        new(4, 25, "Liberazione") { EnglishName = "Liberation Day" },
        new(5, 1, "Festa del lavoro") { EnglishName = "Labour Day" },
        new(6, 2, "Festa della Repubblica") { EnglishName = "Republic Day" },
        new(8, 15, "Assunzione") { EnglishName = "Assumption" },
        new(10, 4, "San Francesco d'Assisi", FromYear: 2026) { EnglishName = "Saint Francis of Assisi" },
        new(11, 1, "Ognissanti") { EnglishName = "All Saints' Day" },
        new(12, 8, "Immacolata Concezione") { EnglishName = "Immaculate Conception" },
        new(12, 25, "Natale") { EnglishName = "Christmas Day" },
        new(12, 26, "Santo Stefano") { EnglishName = "Saint Stephen's Day" },
    ];

    /// <summary>Terms: Sundays and national holidays; Saturdays and patron days are ordinary days.</summary>
    public static FeelCalendar Legal { get; } = new("legal", "it-2026.1", National, [1], [], saturdayIsHoliday: false);

    /// <summary>Working days of an office in Turin: also closed on Saturdays and on 24 June, the patron day.</summary>
    public static FeelCalendar Office { get; } =
        new("office", "it-torino-2026.1", [.. National, new(6, 24, "San Giovanni, patrono di Torino") { EnglishName = "Saint John, patron of Turin" }], [1], [], saturdayIsHoliday: true);

    public static FeelCalendars Default { get; } = new(Legal, Office);
}
