namespace Orchestrator.Bpmn.Model;

/// <summary><c>timeDate</c>, <c>timeDuration</c>, <c>timeCycle</c>.</summary>
public enum TimerKind
{
    Date = 1,
    Duration = 2,
    Cycle = 3,
}
