using System.Globalization;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Text;

namespace Orchestrator.Ui.Pages;

/// <summary>How deadlines are shown.</summary>
public enum DeadlineLayout
{
    List,
    Week,
    Month,
}

/// <summary>What the address of the deadlines says.</summary>
/// <param name="Layout">List, week or month.</param>
/// <param name="Whose">An office or a person, see <see cref="DeadlineOwner"/>; null for all.</param>
/// <param name="Kind">Only terms, only tasks; null for both.</param>
/// <param name="From">First day of the list.</param>
/// <param name="To">Last day of the list.</param>
/// <param name="Overdue">Only what is past due, in the list.</param>
/// <param name="Day">A day of the week or month shown; null for today.</param>
/// <param name="Page">The page of the list, from 1.</param>
public sealed record DeadlineState(DeadlineLayout Layout, DeadlineOwner? Whose, DeadlineKind? Kind, DateOnly? From, DateOnly? To, bool Overdue, DateOnly? Day, int Page)
{
    public const int PageSize = 50;
    public const string Path = "/scadenze";

    private const int DaysOfWeek = 7;

    /// <summary>The parameters of an address as they were written.</summary>
    public sealed record Written(string? Vista, string? Di, string? Tipo, string? Dal, string? Al, string? Ritardo, string? Giorno, int? Pagina);

    /// <summary>Reads an address; what makes no sense is left out.</summary>
    public static DeadlineState Of(Written address) => new(
        address.Vista switch { "settimana" => DeadlineLayout.Week, "mese" => DeadlineLayout.Month, _ => DeadlineLayout.List },
        DeadlineOwner.Read(address.Di),
        address.Tipo switch { "termini" => DeadlineKind.Term, "attivita" => DeadlineKind.Task, _ => null },
        DayOf(address.Dal), DayOf(address.Al), address.Ritardo is "1", DayOf(address.Giorno), Math.Max(1, address.Pagina ?? 1));

    /// <summary>True when something narrows the list.</summary>
    public bool IsFiltered => Whose is not null || Kind is not null || From is not null || To is not null || Overdue;

    /// <summary>What the list asks for.</summary>
    public DeadlineQuery ListQuery => new((Page - 1) * PageSize, PageSize) { Group = Whose?.Group, Person = Whose?.Person, Kind = Kind, From = From, To = To, Overdue = Overdue };

    /// <summary>The day that week or month are shown around.</summary>
    public DateOnly Anchor(DateTimeOffset now) => Day ?? Dates.DayOf(now);

    /// <summary>What the calendar asks for: whole weeks from Monday to Sunday.</summary>
    public DeadlineQuery CalendarQuery(DateTimeOffset now)
    {
        var anchor = Anchor(now);
        var (first, last) = Layout == DeadlineLayout.Week ? (anchor, anchor) : (new DateOnly(anchor.Year, anchor.Month, 1), new DateOnly(anchor.Year, anchor.Month, 1).AddMonths(1).AddDays(-1));
        return new(0, 1) { Group = Whose?.Group, Person = Whose?.Person, Kind = Kind, From = Monday(first), To = Monday(last).AddDays(DaysOfWeek - 1) };
    }

    /// <summary>The week or month before or after.</summary>
    public DeadlineState Moved(DateTimeOffset now, int steps)
    {
        var anchor = Anchor(now);
        return this with { Day = Layout == DeadlineLayout.Week ? anchor.AddDays(DaysOfWeek * steps) : new DateOnly(anchor.Year, anchor.Month, 1).AddMonths(steps) };
    }

    /// <summary>The list of one day, with the same filters.</summary>
    public DeadlineState OfDay(DateOnly day) => new(DeadlineLayout.List, Whose, Kind, day, day, false, null, 1);

    public string Url => Path + Query(
    [
        ("vista", Layout switch { DeadlineLayout.Week => "settimana", DeadlineLayout.Month => "mese", _ => null }),
        ("di", Whose?.Word), ("tipo", WordOf(Kind)),
        ("dal", From is { } from ? Dates.Iso(from) : null), ("al", To is { } to ? Dates.Iso(to) : null), ("ritardo", Overdue ? "1" : null),
        ("giorno", Day is { } day ? Dates.Iso(day) : null),
        ("pagina", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ]);

    public static string? WordOf(DeadlineKind? kind) => kind switch { DeadlineKind.Term => "termini", DeadlineKind.Task => "attivita", _ => null };

    /// <summary>The query of an address, without what is null.</summary>
    public static string Query(IEnumerable<(string Name, string? Value)> parts)
    {
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));

    // Years that a calendar can be turned around in without running out of dates.
    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 3000 ? day : null;
}

/// <summary>Whose deadlines: an office (<c>ufficio:cpi:08</c> in an address) or a person (<c>persona:anna</c>); exactly one of the two is there.</summary>
public sealed record DeadlineOwner(string? Group, string? Person)
{
    private const string OfGroup = "ufficio:";
    private const string OfPerson = "persona:";

    public string Word => Group is not null ? OfGroup + Group : OfPerson + Person;

    public static DeadlineOwner? Read(string? word) =>
        word?.StartsWith(OfGroup, StringComparison.Ordinal) == true && word.Length > OfGroup.Length ? new(word[OfGroup.Length..], null)
        : word?.StartsWith(OfPerson, StringComparison.Ordinal) == true && word.Length > OfPerson.Length ? new(null, word[OfPerson.Length..])
        : null;
}
