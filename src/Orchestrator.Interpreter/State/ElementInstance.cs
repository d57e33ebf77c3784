using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;

namespace Orchestrator.Interpreter.State;

/// <summary>One living element instance. Exactly one of the optional parts is present where the element needs it.</summary>
public sealed record ElementInstance(ScopeKey Key, ScopeKey? Parent, DefinitionKey Definition, ElementId Element, ElementType Type, ElementStatus Status)
{
    /// <summary>Variables of this scope alone.</summary>
    public FeelContext Variables { get; init; } = FeelContext.Empty;

    /// <summary>When it became active; null while it is activating. Durations of its timers count from here.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>Position in a multi-instance, from 1.</summary>
    public int? LoopCounter { get; init; }

    public JobState? Job { get; init; }

    public UserTaskState? UserTask { get; init; }

    public MultiInstanceState? MultiInstance { get; init; }

    public AdHocState? AdHoc { get; init; }

    /// <summary>Number of living children; kept so that completing a scope needs no search.</summary>
    public int Children { get; init; }

    /// <summary>Number of tokens that wait at parallel joins directly inside; a scope with one does not complete.</summary>
    public int WaitingTokens { get; init; }

    /// <summary>Keys of the timers and subscriptions this instance hosts, in the order they were opened; kept so that ending it needs no search.</summary>
    public ImmutableArray<ScopeKey> Waits { get; init; } = [];

    /// <summary>An interrupting event sub-process has started here: no other may.</summary>
    public bool InterruptedByEvent { get; init; }
}
