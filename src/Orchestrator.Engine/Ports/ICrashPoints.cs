namespace Orchestrator.Engine.Ports;

/// <summary>
/// Where a node could die: a store calls it before and after every database command and every transaction boundary. Production passes <see cref="None"/>;
/// the crash tests pass one that throws at the n-th call, so that no crash point is guessed.
/// </summary>
public interface ICrashPoints
{
    /// <param name="where">For a person to read: <c>before commit</c>, <c>after INSERT engine_history</c>.</param>
    void Pass(string where);

    static ICrashPoints None { get; } = new NeverCrashes();

    private sealed class NeverCrashes : ICrashPoints
    {
        public void Pass(string where) { }
    }
}
