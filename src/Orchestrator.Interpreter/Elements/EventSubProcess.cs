using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>
/// Event sub-process (BPMN 2.0.2, clause 13.5.4): an instance exists only once its start event has happened (see <see cref="Triggers"/>).
/// What the event carried is local to it, and stays so unless it is mapped out.
/// </summary>
internal sealed class EventSubProcess : Element<SubProcessNode>
{
    public override void Activate(SubProcessNode node, Step step)
    {
        if (!step.MapInputs(node.Inputs) || !Arming.OpenEventSubProcesses(step, node.Id)) return;
        step.Activated();
        Scopes.Enter(step.Run, step.Key, step.Element.Definition, step.Graph.StartEventsIn(node.Id).Single());
    }

    public override void Complete(SubProcessNode node, Step step)
    {
        if (step.MapOutputs(node.Outputs)) step.Completed([]);
    }
}
