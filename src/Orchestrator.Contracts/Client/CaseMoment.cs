namespace Orchestrator.Contracts.Client;

/// <summary>The state of a case after one of its events.</summary>
/// <param name="Position">The event's number, from 1.</param>
/// <param name="LastPosition">The number of events in the history now.</param>
/// <param name="Event">The event.</param>
public sealed record CaseMoment(long Position, long LastPosition, StoryEntry Event)
{
    /// <summary>Every element of the drawing that was ever reached up to here; what happens in a called process stands in that one's drawing.</summary>
    public IReadOnlyList<ElementMoment> Elements { get; init; } = [];

    /// <summary>The drawing, when the case ran under another version of its process then; null when it is the drawing of the case.</summary>
    public string? DiagramXml { get; init; }

    /// <summary>Ids of sequence flows taken up to here, each once.</summary>
    public IReadOnlyList<string> FlowsTaken { get; init; } = [];

    /// <summary>Variables of all scopes, the root scope first.</summary>
    public IReadOnlyList<VariableMoment> Variables { get; init; } = [];

    /// <summary>What the event rests on; null for events that rest on nothing but what their sentence says.</summary>
    public WhyView? Why { get; init; }

    /// <summary>The nearest earlier position of a user's or worker's or timer's act, for the slider's step back; null at the first.</summary>
    public long? PreviousAct { get; init; }

    /// <summary>The nearest later position of an act; null at the last.</summary>
    public long? NextAct { get; init; }
}

/// <summary>The state of an element at a moment.</summary>
public enum ElementPhase
{
    /// <summary>A token waits or works here.</summary>
    Active,

    /// <summary>Left in the ordinary way.</summary>
    Completed,

    /// <summary>Ended from outside: interrupted or withdrawn.</summary>
    Terminated,

    /// <summary>A token stands here with an incident.</summary>
    Incident,
}

/// <summary>An element at a moment; of several passes the one that matters most (incident, active, completed, terminated).</summary>
/// <param name="ElementId">The element's id in the diagram.</param>
/// <param name="Phase">Its state.</param>
/// <param name="Active">How many tokens are here.</param>
/// <param name="Passes">How many times it has been left.</param>
public sealed record ElementMoment(string ElementId, ElementPhase Phase, int Active, int Passes)
{
    /// <summary>When it was last entered or left.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Who last acted on it, as a name to show; null when the engine did.</summary>
    public string? By { get; init; }

    /// <summary>When the timer that waits here is due.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>A variable at a moment.</summary>
/// <param name="Scope">The element that owns it; empty for the root scope.</param>
/// <param name="Name">Its name.</param>
/// <param name="ValueJson">Its value as JSON; null when it is hidden from this user.</param>
/// <param name="Changed">True when this event set it.</param>
public sealed record VariableMoment(string Scope, string Name, string? ValueJson, bool Changed);

/// <summary>One event of a history.</summary>
/// <param name="Position">Its number in the case, from 1.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Actor">Account, worker or <c>engine</c>.</param>
/// <param name="EventName">The event's stable name, such as <c>user-task-completed</c>.</param>
public sealed record StoryEntry(long Position, DateTimeOffset At, string Actor, string EventName)
{
    /// <summary>The actor's name to show.</summary>
    public string? ActorName { get; init; }

    public string? ElementId { get; init; }

    /// <summary>The element's name in the diagram; its id when it has none.</summary>
    public string? ElementName { get; init; }

    /// <summary>What else the event says, as text without personal data: a reason, a chosen flow's name, a due instant, names of variables.</summary>
    public string? Detail { get; init; }

    /// <summary>The name to show of the account that <see cref="Detail"/> is; null when it is none.</summary>
    public string? PersonName { get; init; }

    /// <summary>The moment at this position says why (<see cref="CaseMoment.Why"/>).</summary>
    public bool HasWhy { get; init; }

    /// <summary>It only begins or ends what a choice in an ad-hoc sub-process began; the activities in it have entries of their own.</summary>
    public bool IsPath { get; init; }
}

/// <summary>What the verification of a case found.</summary>
/// <param name="Intact">True when nothing is wrong.</param>
/// <param name="Rows">History rows read.</param>
/// <param name="Events">Events read.</param>
/// <param name="CheckedAt">When.</param>
public sealed record VerifyReport(bool Intact, long Rows, long Events, DateTimeOffset CheckedAt)
{
    /// <summary>The instant of the last seal there is; null when there is none, or where seals are kept elsewhere.</summary>
    public DateTimeOffset? LastSealAt { get; init; }

    /// <summary>The instant of the last seal that covers this case; null when none does yet.</summary>
    public DateTimeOffset? SealedAt { get; init; }

    /// <summary>The events that the last seal covers.</summary>
    public long SealedEvents { get; init; }

    /// <summary>Files of its tasks, each of which was read and compared with the size and the SHA-256 that the history has of it.</summary>
    public int Files { get; init; }

    /// <summary>The first bad place; null when intact.</summary>
    public BadPlace? FirstBadPlace { get; init; }
}

/// <summary>Where a history or its projection first breaks.</summary>
/// <param name="Position">The first event of the broken row; null when it is not a row of history.</param>
/// <param name="Code">A stable code, such as <c>HashMismatch</c>, <c>SealMismatch</c>, <c>Deleted</c>, <c>RowDiffers</c>, <c>FileDiffers</c> (the message holds the ids of the files).</param>
/// <param name="Message">What was expected and what was found.</param>
public sealed record BadPlace(long? Position, string Code, string Message);
