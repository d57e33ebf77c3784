using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Migrating;

/// <summary>Verdicts and reasons as lists, interfaces and pages name them.</summary>
public static class MigrationWords
{
    /// <summary>A reason that only a rehearsal of many can meet.</summary>
    public const string Erased = "erased";

    public static string Of(MigrationVerdict verdict) => verdict switch
    {
        MigrationVerdict.Ok => BatchRow.Ok,
        MigrationVerdict.NeedsMapping => "needs-mapping",
        MigrationVerdict.Impossible => "impossible",
        _ => throw new InvariantBrokenException($"No word for verdict {verdict}."),
    };

    public static string Of(MigrationReason reason) => reason switch
    {
        MigrationReason.ElementGone => "element-gone",
        MigrationReason.FlowGone => "flow-gone",
        MigrationReason.TypeDiffers => "type-differs",
        MigrationReason.OtherScope => "other-scope",
        MigrationReason.MultiInstanceDiffers => "multi-instance-differs",
        MigrationReason.JoinDiffers => "join-differs",
        MigrationReason.CalledProcessDiffers => "called-process-differs",
        MigrationReason.WorkDiffers => "work-differs",
        MigrationReason.EventDiffers => "event-differs",
        MigrationReason.NotArmed => "not-armed",
        _ => throw new InvariantBrokenException($"No word for reason {reason}."),
    };
}
