namespace Orchestrator.Hosting.Scenarios;

/// <summary>Something that must hold at this line. Instants are ISO date-times with an offset or a zone.</summary>
public abstract record Expectation
{
    private Expectation() { }

    /// <summary>Each of these elements is open (a human task, job, catch event or sub-process that is active).</summary>
    public sealed record Open(IReadOnlyList<string> Elements) : Expectation;

    public sealed record NotOpen(IReadOnlyList<string> Elements) : Expectation;

    public sealed record OpenCount(string Element, int Count) : Expectation;

    /// <summary>A timer is armed, for this instant when one is named.</summary>
    public sealed record Waiting(string Timer, string? Until) : Expectation;

    public sealed record NotWaiting(string Timer) : Expectation;

    /// <summary>How often the timer has fired, been skipped, or the task been withdrawn, so far in this case.</summary>
    public sealed record Fired(string Timer, int Count) : Expectation;

    public sealed record Skipped(string Timer, int Count) : Expectation;

    public sealed record Withdrawn(string Task, int Count) : Expectation;

    /// <summary>How often the element has been entered so far in this case.</summary>
    public sealed record Entered(string Element, int Count) : Expectation;

    /// <summary>How many jobs of the type were completed so far in this case.</summary>
    public sealed record Done(string JobType, int Count) : Expectation;

    public sealed record Published(string Message, int Count) : Expectation;

    /// <summary>A FEEL expression over the variables at the root of the case is true.</summary>
    public sealed record Var(string Expression) : Expectation;

    public sealed record Group(string Task, string Name) : Expectation;

    public sealed record Due(string Task, string Instant) : Expectation;

    public sealed record Incident(string Element) : Expectation;

    public sealed record NoIncident : Expectation;

    /// <summary>The case has completed, at this end event when one is named.</summary>
    public sealed record Completed(string? EndEvent) : Expectation;

    public sealed record Terminated : Expectation;

    public sealed record Running : Expectation;
}
