using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>Which armed timers. A held one has no row and is not found.</summary>
public sealed record TimerQuery
{
    public DateTimeOffset? DueFrom { get; init; }
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Only timers of instances in which this person sees a task, open or ended; null for everything.</summary>
    public TaskViewer? VisibleTo { get; init; }

    /// <summary>Whose: of one office (a viewer of that group alone) or of one person, by the same rule; null for all.</summary>
    public TaskViewer? Of { get; init; }

    public Paging Page { get; init; } = Paging.First;
}

/// <summary>What falls due: timers that stand for terms, and open tasks with a due date.</summary>
public sealed record DueQuery
{
    /// <summary>Ids of the timers that stand for terms; without any no term is found. Which definition an element belongs to is not asked here.</summary>
    public IReadOnlyCollection<string> TermElements { get; init; } = [];

    /// <summary>False: terms alone.</summary>
    public bool Tasks { get; init; } = true;

    public DateTimeOffset? DueFrom { get; init; }
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Whose tasks are seen, as in <see cref="TaskQuery.VisibleTo"/>; null for everything.</summary>
    public TaskViewer? TasksOf { get; init; }

    /// <summary>Whose terms are seen: those of instances in which this person sees a task, open or ended; null for everything.</summary>
    public TaskViewer? CasesOf { get; init; }

    /// <summary>Whose they are: of one office (a viewer of that group alone) or of one person, by the same rules; null for all.</summary>
    public TaskViewer? Of { get; init; }

    public Paging Page { get; init; } = Paging.First;
}

public enum DueKind
{
    Term = 1,
    Task = 2,
}

/// <summary>Something that falls due. <see cref="Key"/> is that of the timer or of the task.</summary>
public sealed record DueRow(DueKind Kind, ScopeKey Key, string Element, DateTimeOffset DueAt);

/// <summary>When something falls due.</summary>
public readonly record struct DueMark(DueKind Kind, DateTimeOffset DueAt);
