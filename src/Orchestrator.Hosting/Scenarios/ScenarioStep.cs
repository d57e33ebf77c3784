namespace Orchestrator.Hosting.Scenarios;

/// <summary>One line of a scenario file. <see cref="Line"/> counts from 1; texts in braces are FEEL contexts, evaluated when the step runs.</summary>
public abstract record ScenarioStep(int Line)
{
    /// <summary><c>case KEY</c>: the following steps are about the newest instance with this business key.</summary>
    public sealed record Case(int Line, string BusinessKey) : ScenarioStep(Line);

    public sealed record Start(int Line, string ProcessId, string? BusinessKey, string? Data) : ScenarioStep(Line);

    public sealed record Message(int Line, string Name, string CorrelationKey, string? Data) : ScenarioStep(Line);

    public sealed record Job(int Line, string JobType, JobAnswer Answer) : ScenarioStep(Line);

    /// <summary>From here on every job of the type is answered like this as soon as it exists.</summary>
    public sealed record Always(int Line, string JobType, JobAnswer Answer) : ScenarioStep(Line);

    public sealed record Claim(int Line, string Element, string User) : ScenarioStep(Line);

    public sealed record Complete(int Line, string Element, string User, string? Data) : ScenarioStep(Line);

    /// <summary>Chooses an element of a running ad-hoc sub-process; the data are the variables of its path.</summary>
    public sealed record Activate(int Line, string Element, string User, string? Data) : ScenarioStep(Line);

    /// <summary>The step must be refused, for this reason when one is named.</summary>
    public sealed record Refuse(int Line, ScenarioStep Step, string? Reason) : ScenarioStep(Line);

    public sealed record Correct(int Line, string Data, string Reason) : ScenarioStep(Line);

    public sealed record Resolve(int Line, string Element, string? Data) : ScenarioStep(Line);

    public sealed record Cancel(int Line, string Reason) : ScenarioStep(Line);

    public sealed record Advance(int Line, string Duration) : ScenarioStep(Line);

    public sealed record At(int Line, string Instant) : ScenarioStep(Line);

    /// <summary>The engine is off until the instant: time passes, nothing is done; then it starts again.</summary>
    public sealed record Down(int Line, string Instant) : ScenarioStep(Line);

    public sealed record Expect(int Line, Expectation Expectation) : ScenarioStep(Line);
}
