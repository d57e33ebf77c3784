namespace Orchestrator.Interpreter.Commands;

/// <summary>Facts that were wrong and are put right.</summary>
internal static class Corrections
{
    public static Rejection? Correct(Run run, Command.CorrectVariables command) =>
        new(RejectionReason.Invalid, $"Expected a command that this version answers, but correcting variables of {run.State.Id} in {command.Scope} is not among them.");
}
