using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Feel;

/// <summary>The calendars that expressions can name. <c>legal</c> moves terms, <c>office</c> counts working days.</summary>
public sealed class FeelCalendars
{
    private readonly ImmutableSortedDictionary<string, FeelCalendar> _byName;

    public FeelCalendars(params IEnumerable<FeelCalendar> calendars) =>
        _byName = calendars.ToImmutableSortedDictionary(calendar => calendar.Name, calendar => calendar, StringComparer.Ordinal);

    public IEnumerable<string> Names => _byName.Keys;

    public bool TryGet(string name, [MaybeNullWhen(false)] out FeelCalendar calendar) => _byName.TryGetValue(name, out calendar);

    /// <summary>These calendars with <paramref name="calendar"/> added, or put in the place of the one of its name.</summary>
    public FeelCalendars With(FeelCalendar calendar) => new(_byName.SetItem(calendar.Name, calendar).Values);
}
