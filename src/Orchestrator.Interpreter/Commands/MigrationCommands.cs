using Orchestrator.Interpreter.Migrating;

namespace Orchestrator.Interpreter.Commands;

/// <summary>
/// A process goes on under another version of its definition (docs/migration.md). What waits stays where it is, under the id of its counterpart; what the new version does not wait for is withdrawn,
/// what it waits for besides is opened. No token moves, and no expression is evaluated but those of what is opened.
/// </summary>
internal static class MigrationCommands
{
    public static Rejection? Migrate(Run run, Command.MigrateInstance command)
    {
        if (WhyNotAsk(run, command) is { } rejection) return rejection;
        var plan = MigrationPlan.Of(run, command);
        if (plan.Findings is { Verdict: not MigrationVerdict.Ok } findings) return new(RejectionReason.WrongState, $"Expected an instance that can go on under definition {command.Target}, but: {findings.Problems[0].Message}");

        foreach (var wait in plan.Withdrawn) Ending.CloseWait(run, wait, null);
        run.Emit(plan.Migrated);
        foreach (var wait in plan.Opened) wait.Open(run);
        return null;
    }

    /// <summary>Whether there is something to migrate at all, and a mapping that can be used.</summary>
    public static Rejection? WhyNotAsk(Run run, Command.MigrateInstance command)
    {
        if (run.Find(command.Process) is not { Type: ElementType.Process } process) return new(RejectionReason.NotFound, $"Expected a living process {command.Process}, but there is none.");
        var target = run.World.Definitions.Get(command.Target);
        return Migrations.WhyNotMap(run.ProcessOf(process), target, command.Mapping) ?? Migrations.WhyNotEnter(run.World, target);
    }
}
