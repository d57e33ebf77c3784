namespace Orchestrator.Interpreter;

/// <summary>Why a step could not be done: it becomes an incident. <see cref="Explanation"/> is kept in history before it.</summary>
internal sealed record Failure(IncidentKind Kind, string Message)
{
    public InstanceEvent? Explanation { get; init; }
}

/// <summary>A value, or why there is none.</summary>
internal readonly record struct Result<T>(T? Value, Failure? Failure)
{
    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);

    /// <summary>The value; or false, and the step fails.</summary>
    public bool Try(Step step, out T value)
    {
        value = Value!;
        if (Failure is null) return true;
        step.Fail(Failure);
        return false;
    }
}
