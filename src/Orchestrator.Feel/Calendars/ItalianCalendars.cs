namespace Orchestrator.Feel;

/// <summary>The Italian national holidays, and the calendar of an office in Turin.</summary>
public static class ItalianCalendars
{
    /// <summary>Law 260/1949 as amended; 4 October is a holiday from 2026 on (law 151/2025).</summary>
    private static readonly YearlyHoliday[] National =
    [
        new(1, 1, "Capodanno"),
        new(1, 6, "Epifania"),
        new(4, 25, "Liberazione"),
        new(5, 1, "Festa del lavoro"),
        new(6, 2, "Festa della Repubblica"),
        new(8, 15, "Assunzione"),
        new(10, 4, "San Francesco d'Assisi", FromYear: 2026),
        new(11, 1, "Ognissanti"),
        new(12, 8, "Immacolata Concezione"),
        new(12, 25, "Natale"),
        new(12, 26, "Santo Stefano"),
    ];

    /// <summary>Terms: Sundays and national holidays; Saturdays and patron days are ordinary days.</summary>
    public static FeelCalendar Legal { get; } = new("legal", "it-2026.1", National, [1], [], saturdayIsHoliday: false);

    /// <summary>Working days of an office in Turin: also closed on Saturdays and on 24 June, the patron day.</summary>
    public static FeelCalendar Office { get; } =
        new("office", "it-torino-2026.1", [.. National, new(6, 24, "San Giovanni, patrono di Torino")], [1], [], saturdayIsHoliday: true);

    public static FeelCalendars Default { get; } = new(Legal, Office);
}
