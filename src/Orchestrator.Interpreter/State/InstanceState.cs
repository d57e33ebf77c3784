using System.Collections.Immutable;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Interpreter;

/// <summary>
/// The state of an instance: what its events add up to, and nothing else. Immutable.
/// <see cref="Version"/> is the number of events so far: the position of the state in its history.
/// </summary>
public sealed partial record InstanceState(InstanceId Id, long Version, int NextCounter)
{
    private long _version = Version;

    public long Version
    {
        get => _version;
        init => _version = value;
    }

    public DefinitionKey Definition { get; init; }

    /// <summary>The version it was started under, once it goes on under another; null before.</summary>
    public DefinitionKey? StartedUnder { get; init; }

    public string ProcessId { get; init; } = "";

    public string? BusinessKey { get; init; }

    /// <summary>The rules the instance was started under; see <see cref="SemanticsVersion"/>.</summary>
    public int Semantics { get; init; }

    /// <summary>Null while the instance lives.</summary>
    public InstanceOutcome? Outcome { get; init; }

    public ImmutableSortedDictionary<ScopeKey, ElementInstance> Elements { get; init; } = ImmutableSortedDictionary<ScopeKey, ElementInstance>.Empty;

    public ImmutableSortedDictionary<ScopeKey, TimerState> Timers { get; init; } = ImmutableSortedDictionary<ScopeKey, TimerState>.Empty;

    public ImmutableSortedDictionary<ScopeKey, SubscriptionState> Subscriptions { get; init; } = ImmutableSortedDictionary<ScopeKey, SubscriptionState>.Empty;

    public ImmutableSortedDictionary<ScopeKey, IncidentState> Incidents { get; init; } = ImmutableSortedDictionary<ScopeKey, IncidentState>.Empty;

    public ImmutableDictionary<JoinKey, int> WaitingTokens { get; init; } = ImmutableDictionary<JoinKey, int>.Empty;

    public ImmutableSortedDictionary<ScopeKey, FiredTimerState> FiredTimers { get; init; } = ImmutableSortedDictionary<ScopeKey, FiredTimerState>.Empty;

    /// <summary>Files that were brought to tasks, open or ended, and not taken away again, by id.</summary>
    public ImmutableSortedDictionary<string, AttachmentState> Attachments { get; init; } = NoAttachments;

    /// <summary>Ids are compared as they are written, wherever the program runs.</summary>
    public static readonly ImmutableSortedDictionary<string, AttachmentState> NoAttachments = ImmutableSortedDictionary.Create<string, AttachmentState>(StringComparer.Ordinal);

    /// <summary>The state before the first event.</summary>
    public static InstanceState Empty(InstanceId id) => new(id, 0, 0);

    public ScopeKey Root => ScopeKey.RootOf(Id);
}
