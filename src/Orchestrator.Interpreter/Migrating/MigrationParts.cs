using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;

namespace Orchestrator.Interpreter;

/// <summary>An element (or a sequence flow) of the version that is left, and its counterpart in the version that is entered.</summary>
public sealed record ElementMapping(ElementId Source, ElementId Target);

/// <summary>What a migration changes about an open human task: its name, its form and the timer it stands for are those of the new version; who has it, candidates, dates and priority stay.</summary>
public sealed record TaskMigrated(ScopeKey Scope, string? Name, string? FormId, ElementId? EscalationOf);

/// <summary>Whether an instance could go on under another version; the worse, the greater.</summary>
public enum MigrationVerdict
{
    Ok = 1,
    NeedsMapping = 2,
    Impossible = 3,
}

/// <summary>Why an instance cannot go on under another version as it stands.</summary>
public enum MigrationReason
{
    /// <summary>Needs mapping: the new version has no element of this id.</summary>
    ElementGone = 1,

    /// <summary>Needs mapping: a token waits at a join, and the join of the new version has no flow of this id.</summary>
    FlowGone = 2,

    TypeDiffers = 3,

    OtherScope = 4,

    /// <summary>One of the two is a multi-instance and the other is not, or one runs its items one after the other.</summary>
    MultiInstanceDiffers = 5,

    /// <summary>Tokens wait at a join, and the join of the new version waits for others.</summary>
    JoinDiffers = 6,

    CalledProcessDiffers = 7,

    /// <summary>A worker has the job, and in the new version the element is no job.</summary>
    WorkDiffers = 8,

    /// <summary>A timer on one side and a message on the other, or an event that was mapped to one that does not belong to its counterpart.</summary>
    EventDiffers = 9,

    /// <summary>An event that is new in the new version cannot be waited for with the variables that there are.</summary>
    NotArmed = 10,
}

/// <summary>What stands against a migration: the element of the version that is left (of the one that is entered for <see cref="MigrationReason.NotArmed"/>), and why, in words for an operator.</summary>
public sealed record MigrationProblem(MigrationVerdict Verdict, MigrationReason Reason, ElementId Element, string Message);

/// <summary>What a migration would find: no problems, or all of them, the worst first.</summary>
public sealed record MigrationFindings(ImmutableArray<MigrationProblem> Problems)
{
    public MigrationVerdict Verdict => Problems.IsEmpty ? MigrationVerdict.Ok : Problems[0].Verdict;
}
