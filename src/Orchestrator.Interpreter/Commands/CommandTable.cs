namespace Orchestrator.Interpreter.Commands;

/// <summary>Which rule answers which command: events through the run, or a rejection, after which the run is thrown away.</summary>
internal static class CommandTable
{
    public static Rejection? Apply(Run run, Command command)
    {
        if (command is not Command.StartInstance)
        {
            if (run.State.Version == 0) return new(RejectionReason.NotFound, $"Expected instance {run.State.Id}, but there is none.");
            if (run.State.Outcome is { } outcome) return new(RejectionReason.WrongState, $"Expected a running instance, but {run.State.Id} has ended ({outcome}).");
        }
        return command switch
        {
            Command.StartInstance c => InstanceCommands.Start(run, c),
            Command.CancelInstance c => InstanceCommands.Cancel(run, c),
            Command.Continue c => InstanceCommands.Continue(run, c),
            Command.CompleteJob c => JobCommands.Complete(run, c),
            Command.FailJob c => JobCommands.Fail(run, c),
            Command.ThrowJobError c => JobCommands.ThrowError(run, c),
            Command.ClaimUserTask c => UserTaskCommands.Claim(run, c),
            Command.UnclaimUserTask c => UserTaskCommands.Unclaim(run, c),
            Command.AssignUserTask c => UserTaskCommands.Assign(run, c),
            Command.TakeOverUserTask c => UserTaskCommands.TakeOver(run, c),
            Command.CompleteUserTask c => UserTaskCommands.Complete(run, c),
            Command.FireTimer c => TimerCommands.Fire(run, c),
            Command.CorrelateMessage c => MessageCommands.Correlate(run, c),
            Command.ResolveIncident c => IncidentCommands.Resolve(run, c),
            Command.ActivateAdHoc c => AdHocCommands.Activate(run, c),
            Command.SetVariables c => VariableCommands.Set(run, c),
            Command.CorrectVariables c => Corrections.Correct(run, c),
            Command.MigrateInstance c => MigrationCommands.Migrate(run, c),
            Command.AddComment c => Comments.Add(run, c),
            Command.AddAttachment c => Attachments.Add(run, c),
            Command.RemoveAttachment c => Attachments.Remove(run, c),
            _ => throw new InvariantBrokenException($"No rule answers {command.GetType().Name}."),
        };
    }
}
