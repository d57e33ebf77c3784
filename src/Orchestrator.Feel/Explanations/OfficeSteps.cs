using System.Collections.Immutable;

namespace Orchestrator.Feel;

/// <summary>Collects the rules of one call while it computes; where nobody asked for an explanation there is none of these.</summary>
internal sealed class OfficeSteps
{
    private readonly List<OfficeStep> _steps = [];
    private int _skipped;

    public void Calendar(FeelCalendar calendar) => _steps.Add(new(OfficeRule.Calendar, Label: $"{calendar.Name} ({calendar.Version})"));

    public void Add(OfficeRule rule, FeelDate date, long? number = null, DayOff? because = null, string? label = null) => _steps.Add(new(rule, date, number, because, label));

    /// <summary>A day that does not count; from some number on they are only counted.</summary>
    public void Skip(FeelDate date, FeelCalendar calendar) => PassOver(OfficeRule.DaySkipped, date, calendar);

    /// <summary>A last day that moves the term to the next one.</summary>
    public void MoveOn(FeelDate date, FeelCalendar calendar) => PassOver(OfficeRule.MovedOn, date, calendar);

    private void PassOver(OfficeRule rule, FeelDate date, FeelCalendar calendar)
    {
        if (++_skipped <= FeelLimits.ExplainedDaysMax) Add(rule, date, because: calendar.WhyHoliday(date));
    }

    /// <summary>Names the number of days that were skipped and not listed.</summary>
    public void EndSkipping()
    {
        if (_skipped > FeelLimits.ExplainedDaysMax) _steps.Add(new(OfficeRule.FurtherSkipped, Number: _skipped - FeelLimits.ExplainedDaysMax));
    }

    public ImmutableArray<OfficeStep> ToImmutable() => [.. _steps];
}
