using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter.Timers;

/// <summary>
/// When a timer is to fire. <see cref="DueAt"/> is null when a cycle has no instant left. <see cref="Passed"/> is the first instant of a cycle that had passed already, if any had.
/// <see cref="Schedule"/> and <see cref="Repetitions"/> (left after the first firing, null for ever) are those of a cycle.
/// </summary>
internal readonly record struct TimerPlan(DateTimeOffset? DueAt, string? Schedule, int? Repetitions, DateTimeOffset? Passed)
{
    /// <param name="run">Gives the instant, the zone and the calendars.</param>
    /// <param name="timer">The definition.</param>
    /// <param name="variables">What its expression may read.</param>
    /// <param name="from">What durations and cycles count from: the instant at which the host became active.</param>
    public static Result<TimerPlan> Compute(Run run, EventDefinition.Timer timer, IFeelScope variables, DateTimeOffset from) =>
        Compute(run.Environment, timer, variables, from);

    public static Result<TimerPlan> Compute(FeelEnvironment environment, EventDefinition.Timer timer, IFeelScope variables, DateTimeOffset from)
    {
        var written = Expressions.Value(timer.Value, variables, environment, IncidentKind.ExtractValueError, "the timer");
        if (written.Failure is { } failure) return failure;
        var value = written.Value!;
        return timer.Kind switch
        {
            TimerKind.Date => Instants.Of(value, environment) is { } instant ? new TimerPlan(instant, null, null, null) : Wrong("a date and time", value),
            TimerKind.Duration => Length.Of(value) is { } length && length.TryAddTo(from, environment.Zone, out var end) ? new TimerPlan(end, null, null, null) : Wrong("a duration", value),
            TimerKind.Cycle => CycleOf(value, environment) is { } cycle ? OfCycle(cycle, timer, environment, from) : Wrong("a repeating interval such as R3/PT1H", value),
            _ => throw new InvariantBrokenException($"No plan for a timer of kind {timer.Kind}."),
        };
    }

    /// <summary>The text of the expression and the variables it reads.</summary>
    public static (string Expression, ImmutableArray<string> Reads) Source(EventDefinition.Timer timer) => timer.Value switch
    {
        BpmnValue.Computed computed => (computed.Expression.Text, computed.Expression.FreeNames),
        BpmnValue.Fixed text => (text.Text, []),
        _ => throw new InvariantBrokenException("Expected the value of a timer to be fixed or computed."),
    };

    private static Cycle? CycleOf(FeelValue value, FeelEnvironment environment) => value switch
    {
        FeelString text => Cycle.Parse(text.Value, environment),
        FeelDayTimeDuration duration => Cycle.Parse("R/" + duration.ToIso(), environment),
        FeelYearMonthDuration duration => Cycle.Parse("R/" + duration.ToIso(), environment),
        _ => null,
    };

    private static TimerPlan OfCycle(Cycle cycle, EventDefinition.Timer timer, FeelEnvironment environment, DateTimeOffset from)
    {
        var nothing = new TimerPlan(null, cycle.Text, 0, null);
        if (cycle.Repetitions == 0) return nothing;
        if (cycle.Start is not { } first && !cycle.Interval.TryAddTo(from, environment.Zone, out first)) return nothing;
        if (timer.CatchUp == CatchUpPolicy.All) return new(first, cycle.Text, cycle.Repetitions - 1, null);
        if (cycle.FirstFrom(first, environment.Now, environment.Zone) is not var (dueAt, passed)) return nothing;
        DateTimeOffset? missed = passed > 0 ? first : null;
        if (cycle.Repetitions is not { } count) return new(dueAt, cycle.Text, null, missed);
        return passed < count ? new(dueAt, cycle.Text, (int)(count - 1 - passed), missed) : nothing with { Passed = missed };
    }

    private static Failure Wrong(string expected, FeelValue found) =>
        new(IncidentKind.ExtractValueError, $"Expected the timer to give {expected}, but found {found.TypeName}{(found is FeelString ? " that is none" : "")}.");
}
