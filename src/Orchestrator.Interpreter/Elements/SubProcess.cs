using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Embedded sub-process (BPMN 2.0.2, clause 13.3.4): a scope with a none start event; it completes when nothing is active in it any more.</summary>
internal sealed class SubProcess : Activity<SubProcessNode>
{
    public override void Activate(SubProcessNode node, Step step)
    {
        if (!Begin(node, step) || !Arming.OpenEventSubProcesses(step, node.Id)) return;
        step.Activated();
        var start = step.Graph.StartEventsIn(node.Id).First(start => start.Definition is null);
        Scopes.Enter(step.Run, step.Key, step.Element.Definition, start);
    }
}
