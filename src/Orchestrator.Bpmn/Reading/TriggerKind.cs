namespace Orchestrator.Bpmn.Reading;

/// <summary>What an event catches or throws. <see cref="Refused"/>: something that is not executed, already reported.</summary>
internal enum TriggerKind
{
    None = 0,
    Timer,
    Message,
    Error,
    Terminate,
    Refused,
}
