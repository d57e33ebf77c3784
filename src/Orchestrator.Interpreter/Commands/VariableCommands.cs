using Orchestrator.Interpreter.Evaluation;

namespace Orchestrator.Interpreter.Commands;

/// <summary>Variables written from outside, without any effect on what is armed.</summary>
internal static class VariableCommands
{
    public static Rejection? Set(Run run, Command.SetVariables command)
    {
        if (run.Find(command.Scope) is null) return new(RejectionReason.NotFound, $"Expected a living scope {command.Scope}, but there is none.");
        if (command.Variables.Count == 0) return new(RejectionReason.Invalid, "Expected at least one variable, but there is none.");
        if (VariableRules.WhyNotAccept(command.Variables) is { } rejection) return rejection;
        if (command.Local) Writing.Here(run, command.Scope, command.Variables, VariableCause.SetByUser);
        else Writing.Up(run, command.Scope, command.Variables, VariableCause.SetByUser);
        return null;
    }
}
