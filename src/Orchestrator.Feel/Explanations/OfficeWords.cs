using System.Globalization;

namespace Orchestrator.Feel;

/// <summary>The words of explanations. Numbers stand behind a colon, so that no sentence depends on singular and plural.</summary>
internal static class OfficeWords
{
    private static readonly string[] ItalianDays = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
    private static readonly string[] EnglishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>{0} the day, {1} the number, {2} the reason, {3} the label.</summary>
    private static readonly Dictionary<OfficeRule, (string Italian, string English)> Sentences = new()
    {
        [OfficeRule.Calendar] = ("Calendario: {3}.", "Calendar: {3}."),
        [OfficeRule.StartExcluded] = ("Il giorno di partenza, {0}, non si conta.", "The first day, {0}, does not count."),
        [OfficeRule.DaysCounted] = ("Giorni contati: {1}; si arriva a {0}.", "Days counted: {1}; that leads to {0}."),
        [OfficeRule.MonthsCounted] = ("Mesi contati: {1}; si arriva a {0}.", "Months counted: {1}; that leads to {0}."),
        [OfficeRule.MonthTooShort] = ("Il mese di arrivo non ha il giorno {1}: vale il suo ultimo giorno.", "The month has no day {1}: its last day takes the place."),
        [OfficeRule.MovedOn] = ("{0} è festivo ({2}): il termine passa al giorno dopo.", "{0} is a holiday ({2}): the term moves to the next day."),
        [OfficeRule.SaturdayStays] = ("{0} non sposta il termine: per questo calendario il sabato non è festivo.", "{0} does not move the term: in this calendar a Saturday is no holiday."),
        [OfficeRule.TermEnds] = ("Ultimo giorno utile: {0}.", "Last useful day: {0}."),
        [OfficeRule.AlreadyPassed] = ("Oggi è {0}: il termine è già scaduto, giorni di ritardo: {1}.", "Today is {0}: the term is over already, days late: {1}."),
        [OfficeRule.DaySkipped] = ("{0} non si conta: {2}.", "{0} does not count: {2}."),
        [OfficeRule.FurtherSkipped] = ("Altri giorni che non si contano: {1}.", "Further days that do not count: {1}."),
        [OfficeRule.WorkingDaysReached] = ("Giorni lavorativi contati: {1}; si arriva a {0}.", "Working days counted: {1}; that leads to {0}."),
        [OfficeRule.WorkingDaysCounted] = ("Giorni lavorativi fino a {0} compreso: {1}.", "Working days up to and including {0}: {1}."),
        [OfficeRule.Holiday] = ("{0} è festivo: {2}.", "{0} is a holiday: {2}."),
        [OfficeRule.NoHoliday] = ("{0} non è festivo.", "{0} is no holiday."),
        [OfficeRule.DueAt] = ("{0} finisce all'istante {3}.", "{0} ends at the instant {3}."),
    };

    public static string Sentence(OfficeStep step, FeelLanguage language)
    {
        var (italian, english) = Sentences[step.Rule];
        var day = step.Date is { } date ? DayOf(date, language) : "";
        var text = string.Format(CultureInfo.InvariantCulture, language == FeelLanguage.Italian ? italian : english, day, step.Number, step.Because?.Text(language), step.Label);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string DayOf(FeelDate date, FeelLanguage language) => language == FeelLanguage.Italian
        ? string.Create(CultureInfo.InvariantCulture, $"{ItalianDays[date.Weekday - 1]} {date.Day:00}/{date.Month:00}/{date.Year:0000}")
        : string.Create(CultureInfo.InvariantCulture, $"{EnglishDays[date.Weekday - 1]} {date.Day} {EnglishMonths[date.Month - 1]} {date.Year:0000}");

    /// <summary>The name of a feast by its distance from Easter Sunday.</summary>
    public static (string Italian, string English) OfEaster(int offset) => offset switch
    {
        -2 => ("Venerdì santo", "Good Friday"),
        0 => ("Pasqua", "Easter Sunday"),
        1 => ("Lunedì dell'Angelo", "Easter Monday"),
        39 => ("Ascensione", "Ascension Day"),
        49 => ("Pentecoste", "Whit Sunday"),
        50 => ("Lunedì di Pentecoste", "Whit Monday"),
        60 => ("Corpus Domini", "Corpus Christi"),
        _ => (Invariant($"Pasqua {offset:+0;-0} giorni"), Invariant($"Easter {offset:+0;-0} days")),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
