using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter;

/// <summary>One condition that was tried: the flow, its text, the values it read and what it gave (null when it gave no boolean).</summary>
public sealed record ConditionOutcome(ElementId Flow, string Expression, FeelContext Saw, bool? Result);

/// <summary>Why variables were written.</summary>
public enum VariableCause
{
    Start = 1,
    InputMapping = 2,
    OutputMapping = 3,
    Script = 4,
    Job = 5,
    UserTask = 6,
    Message = 7,
    MultiInstance = 8,
    SetByUser = 9,
    Correction = 10,
    Called = 11,
    Error = 12,
    Decision = 13,
    AdHoc = 14,
}

/// <summary>Why an element instance was ended before it was done.</summary>
public enum TerminationCause
{
    Interrupted = 1,
    Cancelled = 2,
    TerminateEnd = 3,
    CompletionCondition = 4,
    LostRace = 5,
    Withdrawn = 6,
    Error = 7,
}

/// <summary>How an instance ended.</summary>
public enum InstanceOutcome
{
    Completed = 1,
    Terminated = 2,
}

/// <summary>Why a timer did not fire.</summary>
public enum TimerSkipReason
{
    PassedWhenArmed = 1,
    TooLate = 2,
}

/// <summary>Why a correction left an escalation in place.</summary>
public enum EscalationKeptReason
{
    /// <summary>The corrected instant has passed as well.</summary>
    StillPassed = 1,

    /// <summary>No task that stands for the escalation is open any more.</summary>
    PathMovedOn = 2,

    /// <summary>The timer had started an interrupting event sub-process: what that ended cannot be entered again.</summary>
    NotReversible = 3,
}

/// <summary>What went wrong; the names are those of Camunda 8 where it has one, since clients show them.</summary>
public enum IncidentKind
{
    ConditionError = 1,
    ExtractValueError = 2,
    IoMappingError = 3,
    JobNoRetries = 4,
    UnhandledErrorEvent = 5,
    CalledElementError = 6,
    FormNotFound = 7,
    StepLimit = 8,
    TimerOverdue = 9,
    MessageSizeExceeded = 10,
    CalledDecisionError = 11,
    DecisionEvaluationError = 12,
}

/// <summary>How an incident went away.</summary>
public enum IncidentResolution
{
    Retried = 1,
    ElementEnded = 2,
}

/// <summary>BPMN type of an element instance, by the names Camunda 8 uses.</summary>
public enum ElementType
{
    Process = 1,
    SubProcess = 2,
    EventSubProcess = 3,
    CallActivity = 4,
    MultiInstanceBody = 5,
    UserTask = 6,
    ServiceTask = 7,
    SendTask = 8,
    ReceiveTask = 9,
    ScriptTask = 10,
    StartEvent = 11,
    EndEvent = 12,
    IntermediateCatchEvent = 13,
    IntermediateThrowEvent = 14,
    BoundaryEvent = 15,
    ExclusiveGateway = 16,
    ParallelGateway = 17,
    EventBasedGateway = 18,
    BusinessRuleTask = 19,
    AdHocSubProcess = 20,

    /// <summary>What one choice in an ad-hoc sub-process has begun; its element is the ad-hoc sub-process.</summary>
    AdHocSubProcessInnerInstance = 21,
}
