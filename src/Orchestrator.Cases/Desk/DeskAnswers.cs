namespace Orchestrator.Cases.Desk;

/// <summary>Makes <see cref="DeskAnswer{T}"/>.</summary>
public static class DeskAnswer
{
    /// <summary>The result.</summary>
    public static DeskAnswer<T> Accepted<T>(T value)
        where T : class => new(value, []);

    /// <summary>The reasons, at least one.</summary>
    public static DeskAnswer<T> Refused<T>(params IReadOnlyList<FieldProblem> problems)
        where T : class => new(null, problems);
}
