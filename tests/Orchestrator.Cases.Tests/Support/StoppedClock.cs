namespace Orchestrator.Cases.Tests.Support;

/// <summary>A clock that moves only when it is told to.</summary>
internal sealed class StoppedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
