using System.Collections.Immutable;

namespace Orchestrator.Bpmn.Model;

/// <summary>What an event catches or throws (BPMN 2.0.2, clause 10.5.5).</summary>
public abstract record EventDefinition
{
    private EventDefinition() { }

    /// <summary>
    /// A timer. <see cref="Value"/> gives a date-time (Date), a duration (Duration) or a repeating interval (Cycle, ISO 8601 <c>R[n]/…</c> or cron).
    /// <see cref="CatchUpWindow"/> is how late a firing may be before <see cref="CatchUp"/> decides.
    /// </summary>
    public sealed record Timer(TimerKind Kind, BpmnValue Value, CatchUpPolicy CatchUp, TimeSpan CatchUpWindow) : EventDefinition;

    /// <summary>A message that is caught. <see cref="CorrelationKey"/> is null only on the start event of a process.</summary>
    public sealed record Message(BpmnValue Name, BpmnValue? CorrelationKey) : EventDefinition;

    /// <summary>A message that is thrown (<c>orch:publish</c>). The time to live is a duration, 30 days when null; with no variables declared none are sent.</summary>
    public sealed record Publish(BpmnValue Name, BpmnValue CorrelationKey, BpmnValue? TimeToLive, ImmutableArray<VariableMapping> Variables) : EventDefinition;

    /// <summary>An error, thrown or caught; a catch event without a code catches every error.</summary>
    public sealed record Error(BpmnValue? Code) : EventDefinition;

    public sealed record Terminate : EventDefinition;
}
