namespace Orchestrator.Bpmn.Model;

/// <summary>What a timer does that is later than its window when it is reached, after downtime: fire once (default), fire every missed cycle, skip and record, or ask an operator (an incident).</summary>
public enum CatchUpPolicy
{
    Once = 1,
    All = 2,
    Skip = 3,
    Ask = 4,
}
