using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;
using Orchestrator.Testing.Building;
using Orchestrator.Testing.Choices;

namespace Orchestrator.Testing.Blocks;

/// <summary>Plays an instance at random from outside: whatever the state allows may be done next. In the end everything that still waits is brought to its end.</summary>
public sealed class RandomPath(Choice choice, Play play)
{
    /// <summary>Values under which every process of <see cref="RandomProcess"/> goes on.</summary>
    public const string Good = "{n: 1, items: [1, 2], key: \"k\", due: \"2026-03-03\", again: false}";

    private static readonly string[] Variables =
    [
        "{}", "{n: 7}", "{n: 4, again: true}", "{n: null}", "{again: true}", "{items: []}", "{items: [1, 2, 3], extra: {a: [1, \"b\", {c: null}]}}",
        "{due: \"2026-02-01\"}", "{due: \"2026-04-30\"}", "{text: \"à \\\" ☃\", number: 12345678901234567890.123}",
    ];

    public string Some() => choice.Pick(Variables);

    /// <summary>One thing that can happen now; false when there is none.</summary>
    public bool Step()
    {
        var possible = Possible();
        if (possible.Count == 0) return false;
        var rejection = play.Try(choice.Pick(possible));
        if (rejection is { Reason: not RejectionReason.Invalid }) throw new InvalidOperationException($"Expected a command that the state allows to be accepted, but: {rejection}");
        return true;
    }

    private List<Command> Possible()
    {
        var state = play.State;
        if (state.Outcome is not null) return [];
        List<Command> commands = [];
        foreach (var element in state.Elements.Values) commands.AddRange(ForElement(element));
        foreach (var open in state.Subscriptions.Values)
            commands.Add(new Command.CorrelateMessage(open.Key, new(state.Version, open.MessageName, open.CorrelationKey), Play.Context(Some())));
        foreach (var incident in state.Incidents.Values) commands.Add(new Command.ResolveIncident(incident.Key, Play.Context(choice.OneIn(2) ? Good : Some())));
        if (NextDue() is { } timer)
        {
            // Sometimes the timer is reached hours after it was due.
            if (timer.DueAt > play.Now) play.Now = timer.DueAt;
            if (choice.OneIn(4)) play.Now += TimeSpan.FromHours(choice.Pick([0.5, 30]));
            commands.Add(new Command.FireTimer(timer.Key));
        }
        if (choice.OneIn(6)) commands.Add(new Command.SetVariables(state.Root, Play.Context("{n: 2}"), choice.OneIn(2)));
        if (choice.OneIn(6)) commands.Add(new Command.CorrectVariables(state.Root, Play.Context(choice.Pick(["{due: \"2026-02-01\"}", "{due: \"2026-03-10\"}", "{due: \"2027-01-01\"}"])), "wrong date"));
        if (choice.OneIn(60)) commands.Add(new Command.CancelInstance(state.Root, "enough"));
        return commands;
    }

    private IEnumerable<Command> ForElement(ElementInstance element)
    {
        if (IsOpen(element) && choice.OneIn(element.AdHoc!.Waits ? 1 : 6)) yield return Choose(element, Play.Context(Some()));
        if (element.Job is { RetriesLeft: > 0 } job)
        {
            yield return new Command.CompleteJob(element.Key, job.Attempt, Play.Context(Some()));
            if (choice.OneIn(4)) yield return new Command.FailJob(element.Key, job.Attempt, job.RetriesLeft - 1, "failed", play.Now);
            if (choice.OneIn(4)) yield return new Command.ThrowJobError(element.Key, job.Attempt, choice.Pick(["E", "F"]), "thrown", Play.Context(Some()));
        }
        if (element is { UserTask: { } task, Status: ElementStatus.Active })
        {
            yield return new Command.CompleteUserTask(element.Key, Play.Context(Some()));
            if (task.Assignee is null) yield return new Command.ClaimUserTask(element.Key);
        }
    }

    /// <summary>Something of it may be chosen now.</summary>
    private static bool IsOpen(ElementInstance element) => element is { AdHoc: not null, Status: ElementStatus.Active, InterruptedByEvent: false };

    private Command.ActivateAdHoc Choose(ElementInstance adHoc, FeelContext variables)
    {
        var chosen = choice.Pick([.. play.GraphOf(adHoc).ActivatableIn(adHoc.Element).Select(node => node.Id)]);
        return new(adHoc.Key, [new AdHocChoice(chosen, variables)], choice.OneIn(4));
    }

    private TimerState? NextDue() => play.State.Timers.Values.Where(timer => timer.HeldBy is null).MinBy(timer => (timer.DueAt, timer.Key.Value));

    /// <summary>Answers everything with good values until the instance ends.</summary>
    public void Finish(int commandsMax = 400)
    {
        for (var count = 0; !play.Ended; count++)
        {
            if (count == commandsMax) throw new InvalidOperationException($"Expected the instance to end within {commandsMax} commands, but {play.Active} is still there.");
            play.Do(Forward() ?? throw new InvalidOperationException($"Expected something to wait for, but nothing does: {play.Active}."));
        }
    }

    private Command? Forward()
    {
        var state = play.State;
        var good = Play.Context(Good);
        if (state.Incidents.Values.FirstOrDefault() is { } incident) return new Command.ResolveIncident(incident.Key, good);
        foreach (var element in state.Elements.Values)
        {
            // One whose condition does not hold is asked again when something more was done in it, which need not change what the condition reads.
            if (IsOpen(element) && element is { Children: 0, WaitingTokens: 0 }) return choice.OneIn(2) ? new Command.SetVariables(element.Key, good, false) : Choose(element, FeelContext.Empty);
            if (element.UserTask is not null) return new Command.CompleteUserTask(element.Key, good);
            if (element.Job is { } job) return new Command.CompleteJob(element.Key, job.Attempt, good);
        }
        if (NextDue() is { } timer)
        {
            if (timer.DueAt > play.Now) play.Now = timer.DueAt;
            return new Command.FireTimer(timer.Key);
        }

        // The newest: an older one may be a reminder that takes messages for ever.
        return state.Subscriptions.Values.LastOrDefault() is { } open ? new Command.CorrelateMessage(open.Key, new(1, open.MessageName, open.CorrelationKey), good) : null;
    }
}
