using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter.Elements;

/// <summary>
/// End event (BPMN 2.0.2, clause 13.5.6). None and message end one token; terminate ends its scope, which then completes and goes on outside;
/// error goes to the nearest catcher, and is an incident when there is none.
/// </summary>
internal sealed class EndEvent : Element<EndEventNode>
{
    public override void Activate(EndEventNode node, Step step)
    {
        if (!step.MapInputs(node.Inputs)) return;
        if (node.Job is { } job)
        {
            Jobs.Create(step, job);
            return;
        }
        switch (node.Definition)
        {
            case EventDefinition.Error error:
                ErrorThrowing.AtEndEvent(step, error);
                return;
            case EventDefinition.Publish publish when !Publishing.Publish(step, publish):
                return;
            default:
                step.Complete();
                return;
        }
    }

    public override void Complete(EndEventNode node, Step step)
    {
        if (!step.MapOutputs(node.Outputs)) return;
        if (node.Definition is EventDefinition.Terminate) EndScope(step);
        else step.Completed([]);
    }

    private static void EndScope(Step step)
    {
        var scope = step.Parent;
        var run = step.Run;
        run.Emit(new InstanceEvent.ElementCompleted(step.Key));
        Ending.TerminateInside(run, scope, TerminationCause.TerminateEnd);
        Scopes.BeginCompleting(run, scope);
    }

    public override void Terminate(EndEventNode node, Step step) => Jobs.Cancel(step);
}
