namespace Orchestrator.Interpreter.State;

/// <summary>Where an element instance is in its life. One that has ended is no longer in the state.</summary>
public enum ElementStatus
{
    Activating = 1,
    Active = 2,
    Completing = 3,
}
