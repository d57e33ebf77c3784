namespace Orchestrator.Engine.Runtime;

/// <summary>A submission that waits for its answer.</summary>
internal sealed class Pending(Submission submission)
{
    // Continuations run elsewhere: a caller's code must not hold up the lane that answers it.
    private readonly TaskCompletionSource<SubmitResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Submission Submission { get; } = submission;

    /// <summary>How often it was decided on a state that turned out stale.</summary>
    public int StaleDecisions { get; set; }

    public Task<SubmitResult> Answer => _answer.Task;

    public void Accept(Acceptance acceptance) => _answer.TrySetResult(SubmitResult.Accepted(acceptance));

    public void Refuse(Interpreter.Rejection rejection) => _answer.TrySetResult(new SubmitResult(null, rejection));

    public void Fail(Exception exception) => _answer.TrySetException(exception);
}
