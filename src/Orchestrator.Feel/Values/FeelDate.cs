using System.Globalization;

namespace Orchestrator.Feel;

/// <summary>A day of the proleptic Gregorian calendar, years −999 999 999 to 999 999 999 (XML Schema part 2, as DMN 1.5, 10.3.2.3.5 asks).</summary>
public sealed record FeelDate : FeelValue, IComparable<FeelDate>
{
    public const int YearMax = 999_999_999;

    private FeelDate(int year, int month, int day)
    {
        Year = year;
        Month = month;
        Day = day;
    }

    public override string TypeName => "date";

    public int Year { get; }

    /// <summary>1 to 12.</summary>
    public int Month { get; }

    /// <summary>1 to 31.</summary>
    public int Day { get; }

    /// <summary>Days since 1970-01-01.</summary>
    public long DayNumber => DayNumberOf(Year, Month, Day);

    /// <summary>1 Monday to 7 Sunday (ISO 8601).</summary>
    public int Weekday => (int)Floor(DayNumber + 3, 7).Left + 1;

    public static bool TryCreate(long year, long month, long day, out FeelDate date)
    {
        var good = year is >= -YearMax and <= YearMax && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth((int)year, (int)month);
        date = good ? new FeelDate((int)year, (int)month, (int)day) : null!;
        return good;
    }

    /// <summary>A day that the caller knows to exist; anything else is a bug.</summary>
    public static FeelDate Of(int year, int month, int day) =>
        TryCreate(year, month, day, out var date) ? date : throw new ArgumentOutOfRangeException(nameof(day), $"Expected a day of the calendar, but found {year}-{month}-{day}.");

    public static FeelDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>The day <paramref name="dayNumber"/> days after 1970-01-01; false outside the range of years.</summary>
    public static bool TryFromDayNumber(long dayNumber, out FeelDate date)
    {
        date = null!;
        if (Math.Abs(dayNumber) > 366L * (YearMax + 2000L)) return false;
        var shifted = dayNumber + 719_468;
        var (era, dayOfEra) = Floor(shifted, 146_097);
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var monthFromMarch = (5 * dayOfYear + 2) / 153;
        var day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        return TryCreate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day, out date);
    }

    public bool TryAddDays(long days, out FeelDate date)
    {
        date = null!;
        return Math.Abs(days) < 1L << 40 && TryFromDayNumber(DayNumber + days, out date);
    }

    /// <summary>The same day of another month, or that month's last day where it has no such day (DMN 1.5, table 57).</summary>
    public bool TryAddMonths(long months, out FeelDate date)
    {
        date = null!;
        if (Math.Abs(months) > 12L * 3 * YearMax) return false;
        var (year, month) = Floor(Year * 12L + (Month - 1) + months, 12);
        if (Math.Abs(year) > YearMax) return false;
        return TryCreate(year, month + 1, Math.Min(Day, DaysInMonth((int)year, (int)month + 1)), out date);
    }

    public int DayOfYear => (int)(DayNumber - DayNumberOf(Year, 1, 1)) + 1;

    /// <summary>The ISO 8601 week that holds this day, 1 to 53.</summary>
    public int WeekOfYear
    {
        get
        {
            var week = (DayOfYear - Weekday + 10) / 7;
            if (week < 1) return WeeksIn(Year - 1);
            return week > WeeksIn(Year) ? 1 : week;
        }
    }

    private static int WeeksIn(int year)
    {
        var lastWeekday = (int)Floor(DayNumberOf(year, 12, 31) + 3, 7).Left + 1;
        return lastWeekday == 4 || (lastWeekday == 5 && IsLeapYear(year)) ? 53 : 52;
    }

    public static bool IsLeapYear(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeapYear(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    // Days from the civil date, counted in eras of 400 years that start on 1 March, so that leap days end a year.
    private static long DayNumberOf(long year, int month, int day)
    {
        if (month <= 2) year--;
        var (era, yearOfEra) = Floor(year, 400);
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    private static (long Whole, long Left) Floor(long value, long divisor)
    {
        var whole = value / divisor;
        var rest = value % divisor;
        return rest < 0 ? (whole - 1, rest + divisor) : (whole, rest);
    }

    public int CompareTo(FeelDate? other) => other is null ? 1 : DayNumber.CompareTo(other.DayNumber);

    public static bool operator <(FeelDate left, FeelDate right) => left.CompareTo(right) < 0;
    public static bool operator >(FeelDate left, FeelDate right) => left.CompareTo(right) > 0;
    public static bool operator <=(FeelDate left, FeelDate right) => left.CompareTo(right) <= 0;
    public static bool operator >=(FeelDate left, FeelDate right) => left.CompareTo(right) >= 0;

    /// <summary>False outside the years 1 to 9999.</summary>
    public bool TryToDateOnly(out DateOnly date)
    {
        var fits = Year is >= 1 and <= 9999;
        date = fits ? new DateOnly(Year, Month, Day) : default;
        return fits;
    }

    /// <summary>ISO 8601: <c>2019-12-24</c>; more digits of the year where it needs them.</summary>
    public string ToIso() => string.Create(CultureInfo.InvariantCulture, $"{(Year < 0 ? "-" : "")}{Math.Abs((long)Year):0000}-{Month:00}-{Day:00}");
}
