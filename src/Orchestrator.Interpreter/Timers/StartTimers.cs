using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Timers;

/// <summary>When the timer start of a process is due. <see cref="Repetitions"/> are left after this instant: null for ever, 0 none. <see cref="Schedule"/> is the text of a cycle, null for a single instant.</summary>
public sealed record StartTimer(DateTimeOffset DueAt, string? Schedule, int? Repetitions);

/// <summary>Plans of timer starts: they belong to a definition, not to an instance, so their host keeps them. Expressions see no variables.</summary>
public static class StartTimers
{
    /// <summary>The first instant, counted from the environment's: null when a cycle has none left; or why there is none.</summary>
    public static (StartTimer? Timer, string? Problem) First(EventDefinition.Timer timer, FeelEnvironment environment)
    {
        var planned = TimerPlan.Compute(environment, timer, FeelContext.Empty, environment.Now);
        if (planned.Failure is { } failure) return (null, failure.Message);
        var plan = planned.Value;
        return (plan.DueAt is { } due ? new StartTimer(due, plan.Schedule, plan.Repetitions) : null, null);
    }

    /// <summary>The instant after one that fired now (the environment's instant): see <see cref="Cycle.Next"/>. Null when it was the last.</summary>
    public static StartTimer? Next(StartTimer fired, CatchUpPolicy catchUp, FeelEnvironment environment)
    {
        if (fired.Schedule is null) return null;
        var cycle = Cycle.Parse(fired.Schedule, environment) ?? throw new InvariantBrokenException("Expected the schedule of a timer start to be a cycle.");
        return cycle.Next(fired.DueAt, fired.Repetitions, environment.Now, catchUp, environment.Zone) is var (dueAt, left)
            ? new StartTimer(dueAt, fired.Schedule, left)
            : null;
    }
}
