namespace Orchestrator.Cases.Desk;

/// <summary>Either the result, or every reason why nothing was written.</summary>
public sealed record DeskAnswer<T>(T? Value, IReadOnlyList<FieldProblem> Problems)
    where T : class
{
    /// <summary>Something was written, or the same request had been answered before.</summary>
    public bool IsAccepted => Problems.Count == 0;
}
