using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter;

/// <summary>Questions about events that several rules ask.</summary>
internal static class Events
{
    /// <summary>It ends what it sits on, or the scope whose event sub-process it starts.</summary>
    public static bool Interrupts(FlowNode node) => node is BoundaryEventNode { Interrupting: true } or StartEventNode { Interrupting: true };

    /// <summary>It happens beside what goes on, and may happen again: a non-interrupting boundary event or event sub-process.</summary>
    public static bool IsReminder(FlowNode node) => node is BoundaryEventNode { Interrupting: false } or StartEventNode { Interrupting: false };

    public static EventDefinition? DefinitionOf(FlowNode node) => node switch
    {
        BoundaryEventNode boundary => boundary.Definition,
        StartEventNode start => start.Definition,
        IntermediateCatchEventNode caught => caught.Definition,
        ReceiveTaskNode receive => receive.Message,
        _ => null,
    };
}
