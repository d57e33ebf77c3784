using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Tests.Conformance;

/// <summary>Commits as an engine would make them: small, and true enough for a store, which does not interpret events.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset At = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    public static readonly DefinitionKey Definition = new(7);

    public static InstanceId Instance(long number = 41) => new(number);

    public static ScopeKey Key(InstanceId instance, int counter) => ScopeKey.Of(instance, counter);

    public static CommitMember Start(InstanceId instance, params RowChange[] rows) => new()
    {
        Instance = instance,
        ExpectedVersion = 0,
        PreviousHash = default,
        Request = Guid.CreateVersion7(),
        Actor = "ada",
        At = At,
        Events =
        [
            new InstanceEvent.InstanceStarted(Definition, "intake", "CR-1", null, 1),
            new InstanceEvent.ElementEntered(Key(instance, 0), Key(instance, 0), Definition, new ElementId("intake"), ElementType.Process, null),
            new InstanceEvent.VariablesSet(Key(instance, 0), FeelContext.Of(("applicant", FeelValue.Of("Ada Lovelace"))), VariableCause.Start),
        ],
        Rows = [new RowChange.InsertInstance(Row(instance)), .. rows],
    };

    public static CommitMember Next(InstanceId instance, long version, ReadOnlyMemory<byte> previous, params RowChange[] rows) => new()
    {
        Instance = instance,
        ExpectedVersion = version,
        PreviousHash = previous,
        Request = Guid.CreateVersion7(),
        Actor = "grace",
        At = At.AddMinutes(version),
        Events = [new InstanceEvent.ElementActivated(Key(instance, (int)version))],
        Rows = rows,
    };

    public static InstanceRow Row(InstanceId instance) =>
        new(instance, Definition, "intake", "CR-1", instance.Number, InstanceRowState.Active, At, null, false);

    public static TaskRow Task(InstanceId instance, int counter = 1) => new()
    {
        Key = Key(instance, counter),
        Instance = instance,
        Definition = Definition,
        ProcessId = "intake",
        BusinessKey = "CR-1",
        Element = "review",
        Name = "Esame della domanda",
        State = TaskRowState.Created,
        Assignee = null,
        CandidateGroups = ["apl", "regione"],
        CandidateUsers = [],
        DueAt = At.AddDays(30),
        FollowUpAt = null,
        Priority = 50,
        FormId = "review",
        EscalationOf = null,
        CreatedAt = At,
        EndedAt = null,
        Version = 3,
    };

    public static TimerRow Timer(InstanceId instance, int counter, DateTimeOffset dueAt) => new(Key(instance, counter), instance, Key(instance, 1), "deadline", dueAt);

    public static JobRow Job(InstanceId instance, int counter, string type = "notify", bool bus = false) =>
        new(Key(instance, counter), instance, Definition, "intake", "send", type, 1, 3, At, bus);

    public static SubscriptionRow Subscription(InstanceId instance, int counter, string name = "Paid", string key = "CR-1", DateTimeOffset? openedAt = null, string processId = "intake") =>
        new(Key(instance, counter), instance, processId, "wait", name, key, openedAt ?? At);

    public static MessageRow Message(long key, string name = "Paid", string correlation = "CR-1", string? id = null, DateTimeOffset? at = null, bool immediate = false) =>
        new(key, name, correlation, id, at ?? At, (at ?? At).AddDays(30), immediate, FeelContext.Of(("amount", FeelValue.Of(12))));

    public static IncidentRow Incident(InstanceId instance, int counter) =>
        new(Key(instance, counter), instance, Definition, "intake", "send", Key(instance, 1), IncidentKind.JobNoRetries, "No retries are left.", At, null);

    public static ReadOnlyMemory<byte> HashOf(MemberOutcome outcome) =>
        outcome is MemberOutcome.Committed committed ? committed.Hash : throw new AssertionException($"Expected a commit, but found {outcome}.");

    public static ImmutableArray<InstanceEvent> Events(LoadedInstance loaded) => [.. loaded.Events];
}
