using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>Searches over projection rows. Every condition that is null does not restrict; lists mean any of. Reads do not block commits.</summary>
public interface IQueries
{
    Task<Page<TaskRow>> TasksAsync(TaskQuery query, CancellationToken cancellation);

    Task<TaskRow?> TaskAsync(ScopeKey task, CancellationToken cancellation);

    /// <summary>How many tasks match, for each value of a column; sort and page of the query do not matter.</summary>
    Task<IReadOnlyList<TaskCount>> TaskCountsAsync(TaskQuery query, TaskFacet facet, CancellationToken cancellation);

    Task<Page<InstanceRow>> InstancesAsync(InstanceQuery query, CancellationToken cancellation);

    Task<InstanceRow?> InstanceAsync(InstanceId instance, CancellationToken cancellation);

    /// <summary>Running processes of one version, called ones too, with keys greater than <paramref name="after"/>, ascending.</summary>
    Task<IReadOnlyList<ScopeKey>> RunningAsync(DefinitionKey definition, ScopeKey after, int take, CancellationToken cancellation);

    Task<Page<ProcessScopeRow>> ProcessScopesAsync(ProcessScopeQuery query, CancellationToken cancellation);

    Task<Page<IncidentRow>> IncidentsAsync(IncidentQuery query, CancellationToken cancellation);

    Task<IncidentRow?> IncidentAsync(ScopeKey incident, CancellationToken cancellation);

    Task<Page<LockedJob>> JobsAsync(JobQuery query, CancellationToken cancellation);

    Task<IReadOnlyList<TimerRow>> TimersAsync(InstanceId instance, CancellationToken cancellation);

    /// <summary>Armed timers of all instances, the next due first.</summary>
    Task<Slice<TimerRow>> TimersAsync(TimerQuery query, CancellationToken cancellation);

    /// <summary>How many timers <see cref="TimersAsync(TimerQuery, CancellationToken)"/> finds in all pages, up to <see cref="Page{T}.TotalMax"/>.</summary>
    Task<int> CountTimersAsync(TimerQuery query, CancellationToken cancellation);

    /// <summary>Timers that stand for terms and open tasks with a due date, in one order: the next due first.</summary>
    Task<Slice<DueRow>> DueAsync(DueQuery query, CancellationToken cancellation);

    /// <summary>The instants alone of what <see cref="DueAsync"/> finds, without pages: the first <see cref="Page{T}.TotalMax"/>.</summary>
    Task<IReadOnlyList<DueMark>> DueMarksAsync(DueQuery query, CancellationToken cancellation);

    Task<IReadOnlyList<SubscriptionRow>> SubscriptionsAsync(InstanceId instance, CancellationToken cancellation);
}

/// <summary>One page. <see cref="Total"/> counts matches up to <see cref="TotalMax"/>; a greater number is reported as that.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, bool HasMore)
{
    public const int TotalMax = 10_000;
}

/// <summary>One page of a list that is not counted: of what somebody sees among very many rows a page is found at once, all of it is not.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, bool HasMore);

/// <summary>Offset paging; <see cref="Limit"/> is at most 1 000.</summary>
public sealed record Paging(int From, int Limit)
{
    public static readonly Paging First = new(0, 100);
}

/// <summary>A column by which tasks are counted.</summary>
public enum TaskFacet
{
    Process = 1,
    Assignee = 2,
}

/// <summary>How many tasks have this value; null for those that have none.</summary>
public sealed record TaskCount(string? Value, int Count);

/// <summary>A search variable of any of these names equal to any of these texts.</summary>
public sealed record CaseCondition(IReadOnlyList<string> Names, IReadOnlyList<string> Texts);

/// <summary>A search variable equal to a value: exactly one of text and number.</summary>
public sealed record VariableCondition(string Name, string? Text, decimal? Number);

public enum TaskSort
{
    CreatedAt = 1,
    DueAt = 2,
    Priority = 3,
    FollowUpAt = 4,
    EndedAt = 5,

    /// <summary>By process, then due instant.</summary>
    Process = 6,

    /// <summary>By assignee, those in nobody's hands first, then due instant.</summary>
    Assignee = 7,
}

public sealed record TaskQuery
{
    public ScopeKey? Key { get; init; }

    /// <summary>Any of these tasks.</summary>
    public IReadOnlyCollection<ScopeKey>? Keys { get; init; }

    public InstanceId? Instance { get; init; }
    public TaskRowState? State { get; init; }
    public string? Assignee { get; init; }

    /// <summary>True: has an assignee; false: has none.</summary>
    public bool? Assigned { get; init; }

    public IReadOnlyList<string>? CandidateGroups { get; init; }
    public string? CandidateUser { get; init; }

    /// <summary>What this person may see, or null for everything: assigned to the user, or candidate by name or by any of the groups.</summary>
    public TaskViewer? VisibleTo { get; init; }

    public string? ProcessId { get; init; }
    public DefinitionKey? Definition { get; init; }
    public string? BusinessKey { get; init; }
    public string? Element { get; init; }
    public DateTimeOffset? DueFrom { get; init; }
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>True: has a due instant; false: has none.</summary>
    public bool? HasDue { get; init; }

    public bool? Escalation { get; init; }
    public IReadOnlyList<VariableCondition> Variables { get; init; } = [];

    /// <summary>The case has one of these values in one of these variables.</summary>
    public CaseCondition? Case { get; init; }

    /// <summary>Each word stands in the task's name, business key, process or element, whatever its case.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public TaskSort Sort { get; init; } = TaskSort.CreatedAt;
    public bool Descending { get; init; }
    public Paging Page { get; init; } = Paging.First;
}

public sealed record TaskViewer(string User, IReadOnlyCollection<string> Groups);

public enum InstanceSort
{
    StartedAt = 1,
    EndedAt = 2,
    Key = 3,
}

public sealed record InstanceQuery
{
    public InstanceId? Instance { get; init; }
    public string? ProcessId { get; init; }
    public DefinitionKey? Definition { get; init; }
    public string? BusinessKey { get; init; }
    public InstanceRowState? State { get; init; }
    public bool? HasIncident { get; init; }
    public DateTimeOffset? StartedFrom { get; init; }
    public DateTimeOffset? StartedBefore { get; init; }

    /// <summary>Only instances in which this person sees a task, open or ended; null for everything.</summary>
    public TaskViewer? VisibleTo { get; init; }

    public IReadOnlyList<VariableCondition> Variables { get; init; } = [];
    public InstanceSort Sort { get; init; } = InstanceSort.StartedAt;
    public bool Descending { get; init; }
    public Paging Page { get; init; } = Paging.First;
}

public sealed record ProcessScopeQuery
{
    public ScopeKey? Key { get; init; }
    public InstanceId? Instance { get; init; }
    public string? ProcessId { get; init; }
    public DefinitionKey? Definition { get; init; }
    public InstanceRowState? State { get; init; }
    public Paging Page { get; init; } = Paging.First;
}

public sealed record IncidentQuery
{
    public ScopeKey? Key { get; init; }
    public InstanceId? Instance { get; init; }
    public string? ProcessId { get; init; }
    public IncidentKind? Kind { get; init; }
    public bool? Open { get; init; }
    public Paging Page { get; init; } = Paging.First;
}

public sealed record JobQuery
{
    public ScopeKey? Key { get; init; }
    public InstanceId? Instance { get; init; }
    public string? Type { get; init; }
    public string? ProcessId { get; init; }
    public Paging Page { get; init; } = Paging.First;
}
