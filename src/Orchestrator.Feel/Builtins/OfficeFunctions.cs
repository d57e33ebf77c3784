using Orchestrator.Feel.Temporal;

namespace Orchestrator.Feel.Builtins;

/// <summary>
/// How an office counts days. A date and time counts as the day that the clocks of the environment's zone show.
/// The calendar's name may be left out: terms then follow <c>legal</c>, working days <c>office</c>.
/// Where the evaluation explains, each call notes the rules by which it came to its result.
/// </summary>
internal static class OfficeFunctions
{
    private const string Day = "date|date and time";

    public static void Register(BuiltinTable.Rows rows)
    {
        rows.Add($"term end(start: {Day}, duration: days and time duration|years and months duration|number, calendar?: string)", TermEnd);
        rows.Add($"is holiday(date: {Day}, calendar?: string)", call => IsHoliday(call, "legal", holiday: true));
        rows.Add($"is working day(date: {Day}, calendar?: string)", call => IsHoliday(call, "office", holiday: false));
        rows.Add($"next working day(date: {Day}, calendar?: string)", NextWorkingDay);
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

    private static OfficeSteps? StepsOf(Invocation call, FeelCalendar? calendar)
    {
        if (!call.Frame.Explains) return null;
        var steps = new OfficeSteps();
        if (calendar is not null) steps.Calendar(calendar);
        return steps;
    }

    private static FeelValue Explained(Invocation call, OfficeSteps? steps, FeelValue result)
    {
        if (steps is not null && !result.IsNull) call.Frame.Explain(new(call.Name, call.Span, result, steps.ToImmutable()));
        return result;
    }

    private static FeelValue IsHoliday(Invocation call, string otherwise, bool holiday)
    {
        if (CalendarOf(call, 1, otherwise) is not { } calendar) return FeelNull.Instance;
        var day = DayOf(call, 0);
        if (StepsOf(call, calendar) is not { } steps) return FeelBoolean.Of(calendar.IsHoliday(day) == holiday);
        var why = calendar.WhyHoliday(day);
        steps.Add(why is null ? OfficeRule.NoHoliday : OfficeRule.Holiday, day, because: why);
        return Explained(call, steps, FeelBoolean.Of(calendar.IsHoliday(day) == holiday));
    }

    /// <summary>The last day of a term: the day of start does not count; a last day that is a holiday moves to the next day that is none.</summary>
    private static FeelValue TermEnd(Invocation call)
    {
        if (CalendarOf(call, 2, "legal") is not { } calendar) return FeelNull.Instance;
        var start = DayOf(call, 0);
        if (Last(start, call[1]) is not { } last) return call.NoResult("the duration is not a number of whole days or months that leads to a date");
        var steps = StepsOf(call, calendar);
        steps?.Add(OfficeRule.StartExcluded, start);
        NoteCounted(steps, start, last, call[1]);
        for (var i = 0; i < FeelLimits.CalendarDaysMax && calendar.IsHoliday(last); i++)
        {
            call.Step(1);
            steps?.MoveOn(last, calendar);
            if (!last.TryAddDays(1, out last)) return call.NoResult("the term ends outside FEEL's range of years");
        }
        if (calendar.IsHoliday(last)) return call.NoResult("the calendar has no day that is not a holiday");
        NoteEnd(call, steps, last);
        return Explained(call, steps, last);
    }

    private static void NoteCounted(OfficeSteps? steps, FeelDate start, FeelDate last, FeelValue duration)
    {
        if (steps is null) return;
        if (duration is not FeelYearMonthDuration months)
        {
            steps.Add(OfficeRule.DaysCounted, last, last.DayNumber - start.DayNumber);
            return;
        }
        steps.Add(OfficeRule.MonthsCounted, last, months.Months);
        if (last.Day != start.Day) steps.Add(OfficeRule.MonthTooShort, last, start.Day);
    }

    private static void NoteEnd(Invocation call, OfficeSteps? steps, FeelDate last)
    {
        if (steps is null) return;
        steps.EndSkipping();
        // Only where the calendar lets a Saturday stand is one left here.
        if (last.Weekday == 6) steps.Add(OfficeRule.SaturdayStays, last);
        steps.Add(OfficeRule.TermEnds, last);
        var today = call.Frame.Environment.LocalNow.Date;
        if (today.DayNumber > last.DayNumber) steps.Add(OfficeRule.AlreadyPassed, today, today.DayNumber - last.DayNumber);
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

    private static FeelValue NextWorkingDay(Invocation call) =>
        CalendarOf(call, 1, "office") is { } calendar ? Move(call, calendar, DayOf(call, 0), 1) : FeelNull.Instance;

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
        var steps = StepsOf(call, calendar);
        steps?.Add(OfficeRule.StartExcluded, day);
        var step = Math.Sign(days);
        var looked = 0;
        for (var left = Math.Abs(days); left > 0;)
        {
            call.Step(1);
            if (!day.TryAddDays(step, out day)) return call.NoResult("the day is outside FEEL's range of years");
            if (!calendar.IsHoliday(day)) left--;
            else steps?.Skip(day, calendar);
            if (++looked > FeelLimits.CalendarDaysMax * 4) return call.NoResult("the calendar has too few working days");
        }
        steps?.EndSkipping();
        steps?.Add(OfficeRule.WorkingDaysReached, day, days);
        return Explained(call, steps, day);
    }

    /// <summary>How many working days follow the start up to the end; negative when the end lies before.</summary>
    private static FeelValue WorkingDaysBetween(Invocation call)
    {
        if (CalendarOf(call, 2, "office") is not { } calendar) return FeelNull.Instance;
        var (start, end) = (DayOf(call, 0), DayOf(call, 1));
        var distance = end.DayNumber - start.DayNumber;
        if (Math.Abs(distance) > FeelLimits.CalendarDaysMax) return call.NoResult($"more than {FeelLimits.CalendarDaysMax} days lie between");
        call.Step((int)Math.Abs(distance));
        var steps = StepsOf(call, calendar);
        steps?.Add(OfficeRule.StartExcluded, start);
        // The end counts and the start does not, in both directions: so that add working days leads back.
        var count = 0;
        var sign = Math.Sign(distance);
        for (var number = start.DayNumber; number != end.DayNumber;)
        {
            number += sign;
            if (!FeelDate.TryFromDayNumber(number, out var day)) continue;
            if (!calendar.IsHoliday(day)) count += sign;
            else steps?.Skip(day, calendar);
        }
        steps?.EndSkipping();
        steps?.Add(OfficeRule.WorkingDaysCounted, end, count);
        return Explained(call, steps, FeelValue.Of(count));
    }

    /// <summary>00:00:00 of the next day in the environment's zone: the instant at which a last day is over. Where clocks skip midnight, the first moment of the day.</summary>
    private static FeelValue StartOfNextDay(Invocation call)
    {
        var day = DayOf(call, 0);
        if (!day.TryAddDays(1, out var next)) return call.NoResult("the day is outside FEEL's range of years");
        var zone = FeelZone.OfZone(call.Frame.Environment.Zone);
        var midnight = new FeelDateTime(next, FeelTime.Midnight.WithZone(zone));
        // Through the instant and back: a midnight that the clocks skip becomes the time that they show then.
        var due = TemporalArithmetic.Localize(midnight.UtcNanoseconds(zone), zone) ?? midnight;
        var steps = StepsOf(call, null);
        steps?.Add(OfficeRule.DueAt, day, label: FeelText.Of(due));
        return Explained(call, steps, due);
    }
}
