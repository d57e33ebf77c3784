using System.Globalization;
using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Elements;

namespace Orchestrator.Interpreter.Commands;

/// <summary>Answers of workers. An answer counts for the attempt it was asked for, once.</summary>
internal static class JobCommands
{
    public static Rejection? Complete(Run run, Command.CompleteJob command)
    {
        if (WhyNotAnswer(run, command.Job, command.Attempt) is { } rejection) return rejection;
        if (VariableRules.WhyNotAccept(command.Variables) is { } refused) return refused;
        run.Emit(new InstanceEvent.JobCompleted(command.Job, command.Attempt));
        Evaluation.Writing.Receive(run, command.Job, command.Variables, OutputsOf(run.NodeOf(run[command.Job])), VariableCause.Job);
        Scopes.BeginCompleting(run, command.Job);
        return null;
    }

    public static Rejection? Fail(Run run, Command.FailJob command)
    {
        if (WhyNotAnswer(run, command.Job, command.Attempt) is { } rejection) return rejection;
        if (command.RetriesLeft < 0)
            return new(RejectionReason.Invalid, string.Create(CultureInfo.InvariantCulture, $"Expected zero or more retries left, but found {command.RetriesLeft}."));
        var message = KeptText.ForColumn(command.Message);
        run.Emit(new InstanceEvent.JobFailed(command.Job, command.Attempt, command.RetriesLeft, message, command.RetryAt));
        if (command.RetriesLeft == 0) run.Emit(new InstanceEvent.IncidentRaised(run.NextKey(), command.Job, IncidentKind.JobNoRetries, message));
        return null;
    }

    public static Rejection? ThrowError(Run run, Command.ThrowJobError command)
    {
        if (WhyNotAnswer(run, command.Job, command.Attempt) is { } rejection) return rejection;
        if (VariableRules.WhyNotAccept(command.Variables) is { } refused) return refused;
        if (string.IsNullOrEmpty(command.Code)) return new(RejectionReason.Invalid, "Expected an error code, but it is empty.");
        if (!KeptText.FitsColumn(command.Code)) return new(RejectionReason.Invalid, "Expected an error code without NUL and half characters, but it has them.");
        var message = KeptText.ForColumn(command.Message);
        run.Emit(new InstanceEvent.JobErrorThrown(command.Job, command.Attempt, command.Code, message));
        if (!ErrorThrowing.Throw(run, run[command.Job], command.Code, message, command.Variables))
            run.Emit(new InstanceEvent.IncidentRaised(run.NextKey(), command.Job, IncidentKind.UnhandledErrorEvent, $"Expected a catcher for error '{command.Code}', but there is none."));
        return null;
    }

    private static Rejection? WhyNotAnswer(Run run, ScopeKey key, int attempt) => run.Find(key) switch
    {
        { Job: { } job } when job.RetriesLeft == 0 => new(RejectionReason.WrongState, $"Expected job {key} to be on offer, but it has no retries left and waits for its incident to be resolved."),
        { Job: { } job } when job.Attempt != attempt => new(RejectionReason.WrongState, string.Create(CultureInfo.InvariantCulture, $"Expected an answer to attempt {job.Attempt} of job {key}, but it is to attempt {attempt}.")),
        { Job: not null } => null,
        _ => new(RejectionReason.NotFound, $"Expected an open job {key}, but there is none."),
    };

    private static ImmutableArray<VariableMapping> OutputsOf(FlowNode node) => node switch
    {
        ActivityNode activity => activity.Outputs,
        EndEventNode end => end.Outputs,
        IntermediateThrowEventNode thrown => thrown.Outputs,
        _ => throw new InvariantBrokenException($"Expected '{node.Id}' to be an element with a job."),
    };
}
