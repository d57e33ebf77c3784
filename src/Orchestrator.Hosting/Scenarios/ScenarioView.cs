using System.Globalization;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Hosting.Scenarios;

/// <summary>Looks at a case for a scenario: whether an expectation holds, and if not, what was found.</summary>
internal static class ScenarioView
{
    public static FeelValue Evaluate(string text, IFeelScope variables, FeelEnvironment environment)
    {
        var parsed = FeelExpression.Parse(text);
        if (parsed.Expression is null) throw new ScenarioFailedException($"expected FEEL, but '{text}' cannot be read: {string.Join("; ", parsed.Diagnostics)}");
        return parsed.Expression.Evaluate(variables, environment).Value;
    }

    /// <summary>Null when it holds; else what was expected and what was found.</summary>
    public static string? WhyNot(Expectation expectation, InstanceState state, IReadOnlyList<InstanceEvent> events, FeelEnvironment environment) => expectation switch
    {
        Expectation.Open open => open.Elements.Where(name => CountOpen(state, name) == 0).Select(name => $"expected '{name}' to be open, but open are: {OpenElements(state)}.").FirstOrDefault(),
        Expectation.NotOpen closed => closed.Elements.Where(name => CountOpen(state, name) > 0).Select(name => $"expected '{name}' not to be open, but it is.").FirstOrDefault(),
        Expectation.OpenCount count => Same($"'{count.Element}' to be open", count.Count, CountOpen(state, count.Element)),
        Expectation.Waiting waiting => WhyNotWaiting(waiting, state),
        Expectation.NotWaiting timer => state.Timers.Values.Any(armed => armed.Element.Value == timer.Timer) ? $"expected the timer '{timer.Timer}' not to be armed, but it is." : null,
        Expectation.Fired fired => Same($"the timer '{fired.Timer}' to have fired", fired.Count, CountFired(events, fired.Timer)),
        Expectation.Skipped skipped => Same($"the timer '{skipped.Timer}' to have been skipped", skipped.Count, events.OfType<InstanceEvent.TimerSkipped>().Count(e => e.Element.Value == skipped.Timer)),
        Expectation.Withdrawn withdrawn => Same($"the task '{withdrawn.Task}' to have been withdrawn", withdrawn.Count, CountWithdrawn(events, withdrawn.Task)),
        Expectation.Entered entered => Same($"'{entered.Element}' to have been entered", entered.Count, CountEntered(events, entered.Element)),
        Expectation.Done done => Same($"jobs '{done.JobType}' to have been completed", done.Count, CountDone(events, done.JobType)),
        Expectation.Published published => Same($"the message '{published.Message}' to have been published", published.Count, events.OfType<InstanceEvent.MessagePublished>().Count(e => e.Name == published.Message)),
        Expectation.Var var => WhyNotTrue(var, events, state, environment),
        Expectation.Group group => WhyNotGroup(group, state),
        Expectation.Due due => WhyNotDue(due, state),
        Expectation.Incident incident => state.Incidents.Values.Any(open => ElementOf(state, open) == incident.Element) ? null : $"expected an incident at '{incident.Element}', but there are: {Incidents(state)}.",
        Expectation.NoIncident => state.Incidents.IsEmpty ? null : $"expected no incident, but there are: {Incidents(state)}.",
        Expectation.Completed completed => WhyNotCompleted(completed, state, events),
        Expectation.Terminated => state.Outcome == InstanceOutcome.Terminated ? null : $"expected the case to be terminated, but it is {Describe(state)}.",
        Expectation.Running => state.Outcome is null ? null : $"expected the case to be running, but it is {Describe(state)}.",
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {expectation.GetType().Name}."),
    };

    /// <summary>What is open, with incidents, for people who look for the reason of a failure.</summary>
    public static string OpenElements(InstanceState state)
    {
        var open = state.Elements.Count == 0 ? "none" : string.Join(", ", state.Elements.Values.Select(element => element.Element.Value).Distinct());
        return state.Incidents.IsEmpty ? open : $"{open} (incidents: {Incidents(state)})";
    }

    public static string Incidents(InstanceState state) =>
        state.Incidents.IsEmpty ? "none" : string.Join("; ", state.Incidents.Values.Select(incident => $"{ElementOf(state, incident)}: {incident.Kind}: {incident.Message}"));

    public static string? ElementOf(InstanceState state, IncidentState incident) => state.Elements.GetValueOrDefault(incident.Scope)?.Element.Value;

    private static int CountOpen(InstanceState state, string element) => state.Elements.Values.Count(instance => instance.Element.Value == element && instance.Type is not (ElementType.MultiInstanceBody or ElementType.AdHocSubProcessInnerInstance));

    private static int CountEntered(IReadOnlyList<InstanceEvent> events, string element) =>
        events.OfType<InstanceEvent.ElementEntered>().Count(e => e.Element.Value == element && e.Type != ElementType.AdHocSubProcessInnerInstance);

    private static int CountFired(IReadOnlyList<InstanceEvent> events, string timer)
    {
        var keys = events.OfType<InstanceEvent.TimerArmed>().Where(armed => armed.Element.Value == timer).Select(armed => armed.Timer).ToHashSet();
        return events.OfType<InstanceEvent.TimerFired>().Count(fired => keys.Contains(fired.Timer));
    }

    private static int CountDone(IReadOnlyList<InstanceEvent> events, string jobType)
    {
        var scopes = events.OfType<InstanceEvent.JobCreated>().Where(job => job.JobType == jobType).Select(job => job.Scope).ToHashSet();
        return events.OfType<InstanceEvent.JobCompleted>().Count(done => scopes.Contains(done.Scope));
    }

    private static int CountWithdrawn(IReadOnlyList<InstanceEvent> events, string task)
    {
        var scopes = events.OfType<InstanceEvent.ElementEntered>().Where(entered => entered.Element.Value == task).Select(entered => entered.Scope).ToHashSet();
        return events.OfType<InstanceEvent.EscalationWithdrawn>().Count(withdrawn => scopes.Contains(withdrawn.Scope));
    }

    private static string? WhyNotWaiting(Expectation.Waiting waiting, InstanceState state)
    {
        var armed = state.Timers.Values.Where(timer => timer.Element.Value == waiting.Timer).ToList();
        if (armed.Count == 0) return $"expected the timer '{waiting.Timer}' to be armed, but armed are: {string.Join(", ", state.Timers.Values.Select(timer => timer.Element.Value))}.";
        if (waiting.Until is null) return null;
        var until = Instant(waiting.Until);
        return armed.Any(timer => timer.DueAt == until) ? null : $"expected the timer '{waiting.Timer}' to be due at {until:O}, but it is due at {armed[0].DueAt:O}.";
    }

    /// <summary>An ended case has no variables any more: its last ones are those that its events wrote at the root.</summary>
    private static string? WhyNotTrue(Expectation.Var var, IReadOnlyList<InstanceEvent> events, InstanceState state, FeelEnvironment environment)
    {
        var variables = events.OfType<InstanceEvent.VariablesSet>().Where(set => set.Scope == state.Root).Aggregate(FeelContext.Empty, (all, set) => all.With(set.Variables));
        var value = Evaluate(var.Expression, variables, environment);
        return value is FeelBoolean { Value: true } ? null : $"expected {var.Expression}, but it gives {FeelJson.Write(value)}; the variables are {FeelJson.Write(variables)}.";
    }

    private static string? WhyNotGroup(Expectation.Group group, InstanceState state)
    {
        var tasks = state.Elements.Values.Where(element => element.UserTask is not null && element.Element.Value == group.Task).ToList();
        if (tasks.Count == 0) return $"expected an open task '{group.Task}', but open are: {OpenElements(state)}.";
        return tasks.Any(task => task.UserTask!.CandidateGroups.Contains(group.Name)) ? null : $"expected '{group.Task}' to be offered to {group.Name}, but it is offered to {string.Join(", ", tasks[0].UserTask!.CandidateGroups)}.";
    }

    private static string? WhyNotDue(Expectation.Due due, InstanceState state)
    {
        var expected = Instant(due.Instant);
        var task = state.Elements.Values.FirstOrDefault(element => element.UserTask is not null && element.Element.Value == due.Task);
        if (task is null) return $"expected an open task '{due.Task}', but open are: {OpenElements(state)}.";
        return task.UserTask!.DueAt == expected ? null : $"expected '{due.Task}' to be due at {expected:O}, but it is due at {task.UserTask.DueAt:O}.";
    }

    private static string? WhyNotCompleted(Expectation.Completed completed, InstanceState state, IReadOnlyList<InstanceEvent> events)
    {
        if (state.Outcome != InstanceOutcome.Completed) return $"expected the case to be completed, but it is {Describe(state)}.";
        if (completed.EndEvent is null) return null;
        return events.OfType<InstanceEvent.ElementEntered>().Any(entered => entered.Element.Value == completed.EndEvent && entered.Type == ElementType.EndEvent)
            ? null
            : $"expected the case to be completed at '{completed.EndEvent}', but it ended elsewhere.";
    }

    private static string Describe(InstanceState state) => state.Outcome is { } outcome ? outcome.ToString() : $"running, open are: {OpenElements(state)}";

    private static string? Same(string what, int expected, int found) =>
        expected == found ? null : string.Create(CultureInfo.InvariantCulture, $"expected {what} {expected} times, but found {found}.");

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
