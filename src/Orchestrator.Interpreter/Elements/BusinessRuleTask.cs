using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Business-rule task (BPMN 2.0.2, clause 13.3.3): a decision evaluated here and now over all visible variables, or a job for a worker.</summary>
internal sealed class BusinessRuleTask : Activity<BusinessRuleTaskNode>
{
    public override void Activate(BusinessRuleTaskNode node, Step step)
    {
        if (node.Decision is not { } called)
        {
            if (node.Job is not { } job) throw new InvariantBrokenException($"Business-rule task '{node.Id}' has neither a decision nor a job: the reader must refuse it.");
            if (Begin(node, step)) Jobs.Create(step, job);
            return;
        }
        if (!step.MapInputs(node.Inputs)) return;
        if (!Expressions.Text(called.DecisionId, step.Variables(), step.Environment, "the id of the decision").Try(step, out var decisionId)) return;
        if (!Find(called, decisionId, step).Try(step, out var decision)) return;
        if (!Decisions.Evaluate(step, decision).Try(step, out var evaluated)) return;
        step.Emit(evaluated);
        step.Receive(FeelContext.Of((called.ResultVariable, evaluated.Result)), node.Outputs, VariableCause.Decision);
        step.Complete();
    }

    private static Result<DeployedDecision> Find(CalledDecision called, string decisionId, Step step)
    {
        if (step.Run.World.Definitions.ResolveDecision(decisionId, called.Binding, called.VersionTag, step.Process) is { } found) return found;
        return new Failure(IncidentKind.CalledDecisionError, $"Expected a deployed decision '{decisionId}' ({called.Binding}), but there is none.");
    }

    public override void Terminate(BusinessRuleTaskNode node, Step step) => Jobs.Cancel(step);
}
