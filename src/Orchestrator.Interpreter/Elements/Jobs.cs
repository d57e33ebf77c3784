using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter.Elements;

/// <summary>Work offered to workers, whatever element it is for.</summary>
internal static class Jobs
{
    public const int RetriesDefault = 3;
    public const int RetriesMax = 1_000;

    /// <summary>Offers a job and waits for its answer.</summary>
    public static void Create(Step step, JobDefinition definition)
    {
        var variables = step.Variables();
        if (!Expressions.Text(definition.Type, variables, step.Environment, "the job type").Try(step, out var type)) return;
        if (!Expressions.Whole(definition.Retries, variables, step.Environment, 1, RetriesMax, RetriesDefault, "the number of retries").Try(step, out var retries)) return;
        step.Emit(new InstanceEvent.JobCreated(step.Key, type, retries, definition.Headers.ToImmutableDictionary()));
        step.Activated();
    }

    /// <summary>Takes an open job back.</summary>
    public static void Cancel(Step step)
    {
        if (step.Element.Job is not null) step.Emit(new InstanceEvent.JobCancelled(step.Key));
    }
}
