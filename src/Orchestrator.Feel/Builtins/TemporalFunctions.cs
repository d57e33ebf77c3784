namespace Orchestrator.Feel.Builtins;

/// <summary>Functions over dates and times (DMN 1.5, 10.3.4.6 to 10.3.4.8).</summary>
internal static class TemporalFunctions
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static void Register(BuiltinTable.Rows rows)
    {
        rows.Add("now()", call => call.Frame.Environment.LocalNow);
        rows.Add("today()", call => call.Frame.Environment.LocalNow.Date);
        rows.Add("is(value1?: any, value2?: any)", call => FeelBoolean.Of(IsSame(call[0], call[1])));
        rows.Add("day of year(date: date|date and time)", call => FeelValue.Of(call.Date(0).DayOfYear));
        rows.Add("day of week(date: date|date and time)", call => FeelValue.Of(Weekdays[call.Date(0).Weekday - 1]));
        rows.Add("month of year(date: date|date and time)", call => FeelValue.Of(Months[call.Date(0).Month - 1]));
        rows.Add("week of year(date: date|date and time)", call => FeelValue.Of(call.Date(0).WeekOfYear));
        rows.Add("last day of month(date: date|date and time)", call =>
            FeelDate.Of(call.Date(0).Year, call.Date(0).Month, FeelDate.DaysInMonth(call.Date(0).Year, call.Date(0).Month)));
    }

    /// <summary>The same element of FEEL's value space: not merely equal, so another zone makes another value.</summary>
    private static bool IsSame(FeelValue left, FeelValue right) => left.Equals(right);
}
