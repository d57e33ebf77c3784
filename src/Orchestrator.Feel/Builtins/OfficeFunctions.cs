using Orchestrator.Feel.Temporal;

namespace Orchestrator.Feel.Builtins;

/// <summary>
/// How an office counts days. A date and time counts as the day that the clocks of the environment's zone show.
/// The calendar's name may be left out: terms then follow <c>legal</c>, working days <c>office</c>.
/// </summary>
internal static class OfficeFunctions
{
    private const string Day = "date|date and time";

    public static void Register(BuiltinTable.Rows rows)
    {
        rows.Add($"term end(start: {Day}, duration: days and time duration|years and months duration|number, calendar?: string)", TermEnd);
        rows.Add($"is holiday(date: {Day}, calendar?: string)", call => WithCalendar(call, 1, "legal", (calendar, day) => FeelBoolean.Of(calendar.IsHoliday(day))));
        rows.Add($"is working day(date: {Day}, calendar?: string)", call => WithCalendar(call, 1, "office", (calendar, day) => FeelBoolean.Of(!calendar.IsHoliday(day))));
        rows.Add($"next working day(date: {Day}, calendar?: string)", call => WithCalendar(call, 1, "office", (calendar, day) => Move(call, calendar, day, 1)));
        rows.Add($"add working days(date: {Day}, days: number, calendar?: string)", AddWorkingDays);
        rows.Add($"working days between(start: {Day}, end: {Day}, calendar?: string)", WorkingDaysBetween);
        rows.Add($"start of next day(date: {Day})", StartOfNextDay);
    }

    private static FeelDate DayOf(Invocation call, int index)
    {
        if (call[index] is not FeelDateTime at) return (FeelDate)call[index];
        if (at.Zone is null) return at.Date;
        return TemporalArithmetic.Localize(at.UtcNanoseconds(at.Zone), FeelZone.OfZone(call.Frame.Environment.Zone))?.Date ?? at.Date;
    }

    private static FeelCalendar? CalendarOf(Invocation call, int index, string otherwise)
    {
        var name = call.Has(index) ? call.Text(index) : otherwise;
        var calendars = call.Frame.Environment.Calendars;
        if (calendars.TryGet(name, out var calendar)) return calendar;
        call.Warn(FeelDescriptors.UnknownCalendar, name, string.Join(", ", calendars.Names));
        return null;
    }

    private static FeelValue WithCalendar(Invocation call, int index, string otherwise, Func<FeelCalendar, FeelDate, FeelValue> use) =>
        CalendarOf(call, index, otherwise) is { } calendar ? use(calendar, DayOf(call, 0)) : FeelNull.Instance;

    /// <summary>The last day of a term: the day of start does not count; a last day that is a holiday moves to the next day that is none.</summary>
    private static FeelValue TermEnd(Invocation call)
    {
        if (CalendarOf(call, 2, "legal") is not { } calendar) return FeelNull.Instance;
        if (Last(DayOf(call, 0), call[1]) is not { } last) return call.NoResult("the duration is not a number of whole days or months that leads to a date");
        for (var i = 0; i < FeelLimits.CalendarDaysMax && calendar.IsHoliday(last); i++)
        {
            call.Step(1);
            if (!last.TryAddDays(1, out last)) return call.NoResult("the term ends outside FEEL's range of years");
        }
        return calendar.IsHoliday(last) ? call.NoResult("the calendar has no day that is not a holiday") : last;
    }

    private static FeelDate? Last(FeelDate start, FeelValue duration)
    {
        long days = 0;
        switch (duration)
        {
            case FeelYearMonthDuration months: return start.TryAddMonths(months.Months, out var day) ? day : null;
            case FeelNumber number when number.Value.TryToInt64(out days): break;
            case FeelDayTimeDuration span when span.Nanoseconds % FeelTime.NanosecondsPerDay == 0: days = (long)(span.Nanoseconds / FeelTime.NanosecondsPerDay); break;
            default: return null;
        }
        return start.TryAddDays(days, out var last) ? last : null;
    }

    private static FeelValue AddWorkingDays(Invocation call)
    {
        if (CalendarOf(call, 2, "office") is not { } calendar) return FeelNull.Instance;
        if (!call.Number(1).TryToInt32(out var days) || days is > FeelLimits.CalendarDaysMax or < -FeelLimits.CalendarDaysMax)
            return call.NoResult($"the number of days is not a whole number up to {FeelLimits.CalendarDaysMax}");
        return Move(call, calendar, DayOf(call, 0), days);
    }

    /// <summary>The n-th working day after (or, negative, before) a day, which itself never counts.</summary>
    private static FeelValue Move(Invocation call, FeelCalendar calendar, FeelDate day, int days)
    {
        var step = Math.Sign(days);
        var looked = 0;
        for (var left = Math.Abs(days); left > 0;)
        {
            call.Step(1);
            if (!day.TryAddDays(step, out day)) return call.NoResult("the day is outside FEEL's range of years");
            if (!calendar.IsHoliday(day)) left--;
            if (++looked > FeelLimits.CalendarDaysMax * 4) return call.NoResult("the calendar has too few working days");
        }
        return day;
    }

    /// <summary>How many working days follow the start up to the end; negative when the end lies before.</summary>
    private static FeelValue WorkingDaysBetween(Invocation call)
    {
        if (CalendarOf(call, 2, "office") is not { } calendar) return FeelNull.Instance;
        var (start, end) = (DayOf(call, 0), DayOf(call, 1));
        var sign = end < start ? -1 : 1;
        var (first, last) = sign < 0 ? (end, start) : (start, end);
        if (last.DayNumber - first.DayNumber > FeelLimits.CalendarDaysMax)
            return call.NoResult($"more than {FeelLimits.CalendarDaysMax} days lie between");
        call.Step((int)(last.DayNumber - first.DayNumber));
        // Forwards the end counts and not the start, backwards the other way round: so that add working days leads back.
        var count = 0;
        for (var number = first.DayNumber + (sign < 0 ? 0 : 1); number <= last.DayNumber - (sign < 0 ? 1 : 0); number++)
            if (FeelDate.TryFromDayNumber(number, out var day) && !calendar.IsHoliday(day)) count++;
        return FeelValue.Of(sign * count);
    }

    /// <summary>00:00:00 of the next day in the environment's zone: the instant at which a last day is over. Where clocks skip midnight, the first moment of the day.</summary>
    private static FeelValue StartOfNextDay(Invocation call)
    {
        if (!DayOf(call, 0).TryAddDays(1, out var next)) return call.NoResult("the day is outside FEEL's range of years");
        var zone = FeelZone.OfZone(call.Frame.Environment.Zone);
        var midnight = new FeelDateTime(next, FeelTime.Midnight.WithZone(zone));
        // Through the instant and back: a midnight that the clocks skip becomes the time that they show then.
        return TemporalArithmetic.Localize(midnight.UtcNanoseconds(zone), zone) ?? (FeelValue)midnight;
    }
}
