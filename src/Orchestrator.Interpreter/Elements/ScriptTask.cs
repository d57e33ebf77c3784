using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Script task (BPMN 2.0.2, clause 13.3.3): a FEEL expression evaluated here and now, or a job for a worker.</summary>
internal sealed class ScriptTask : Activity<ScriptTaskNode>
{
    public override void Activate(ScriptTaskNode node, Step step)
    {
        if (node.Script is not { } script)
        {
            if (node.Job is not { } job) throw new InvariantBrokenException($"Script task '{node.Id}' has neither a script nor a job: the reader must refuse it.");
            if (Begin(node, step)) Jobs.Create(step, job);
            return;
        }
        if (!step.MapInputs(node.Inputs)) return;
        if (!Expressions.Value(script, step.Variables(), step.Environment, IncidentKind.ExtractValueError, $"the script of '{node.Id}'").Try(step, out var value)) return;
        if (node.ResultVariable is { } name) step.Receive(FeelContext.Of((name, value)), node.Outputs, VariableCause.Script);
        step.Complete();
    }

    public override void Terminate(ScriptTaskNode node, Step step) => Jobs.Cancel(step);
}
