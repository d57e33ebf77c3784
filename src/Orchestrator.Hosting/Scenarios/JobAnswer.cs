namespace Orchestrator.Hosting.Scenarios;

/// <summary>What a scripted worker answers.</summary>
public abstract record JobAnswer
{
    private JobAnswer() { }

    public sealed record Ok(string? Data) : JobAnswer;

    public sealed record Fail(string Message) : JobAnswer;

    public sealed record Error(string Code, string Message) : JobAnswer;
}
