using System.Collections.Immutable;
using System.Globalization;
using Orchestrator.Bpmn.Model;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Storage.Codec;

/// <summary>The parts of a state; see <see cref="StateCodec"/>.</summary>
internal static class StatePartCodec
{
    public static void Write(EventWriter w, ElementInstance element)
    {
        w.Scope("key", element.Key);
        w.Scope("parent", element.Parent);
        w.Definition("definition", element.Definition);
        w.Element("element", element.Element);
        w.Enum("type", element.Type);
        w.Enum("status", element.Status);
        if (element.Variables.Count > 0) w.Value("variables", element.Variables);
        w.Instant("activatedAt", element.ActivatedAt);
        w.Number("loopCounter", element.LoopCounter);
        w.Number("children", element.Children);
        w.Number("tokens", element.WaitingTokens);
        WriteKeys(w, "waits", element.Waits);
        w.Flag("interrupted", element.InterruptedByEvent ? true : null);
        if (element.Job is { } job) WriteObject(w, "job", job, Write);
        if (element.UserTask is { } task) WriteObject(w, "userTask", task, Write);
        if (element.MultiInstance is { } body) WriteObject(w, "multiInstance", body, Write);
        if (element.AdHoc is { } adHoc) WriteObject(w, "adHoc", adHoc, Write);
    }

    public static ElementInstance Element(EventReader r) =>
        new(r.Scope("key"), r.OptionalScope("parent"), r.Definition("definition"), r.Element("element"), r.Enum<ElementType>("type"), r.Enum<ElementStatus>("status"))
        {
            Variables = r.OptionalValue("variables") as FeelContext ?? FeelContext.Empty,
            ActivatedAt = r.OptionalInstant("activatedAt"),
            LoopCounter = r.OptionalInteger("loopCounter"),
            Children = r.Integer("children"),
            WaitingTokens = r.Integer("tokens"),
            Waits = Keys(r, "waits"),
            InterruptedByEvent = r.OptionalFlag("interrupted") ?? false,
            Job = r.OptionalObject("job") is { } job ? Job(job) : null,
            UserTask = r.OptionalObject("userTask") is { } task ? UserTask(task) : null,
            MultiInstance = r.OptionalObject("multiInstance") is { } body ? MultiInstance(body) : null,
            AdHoc = r.OptionalObject("adHoc") is { } adHoc ? new AdHocState(adHoc.Texts("starterGroups"), adHoc.Flag("waits")) : null,
        };

    private static void Write(EventWriter w, JobState job)
    {
        w.Text("jobType", job.JobType);
        w.Number("attempt", job.Attempt);
        w.Number("retriesLeft", job.RetriesLeft);
        w.Instant("retryAt", job.RetryAt);
        w.Map("headers", job.Headers);
    }

    private static JobState Job(EventReader r) =>
        new(r.Text("jobType"), r.Integer("attempt"), r.Integer("retriesLeft"), r.OptionalInstant("retryAt"), r.Map("headers"));

    private static void Write(EventWriter w, UserTaskState task)
    {
        w.Text("name", task.Name);
        w.Text("assignee", task.Assignee);
        w.Texts("candidateGroups", task.CandidateGroups);
        w.Texts("candidateUsers", task.CandidateUsers);
        w.Instant("dueAt", task.DueAt);
        w.Instant("followUpAt", task.FollowUpAt);
        w.Number("priority", task.Priority);
        w.Text("formId", task.FormId);
        w.Element("escalationOf", task.EscalationOf);
    }

    private static UserTaskState UserTask(EventReader r) =>
        new(r.OptionalText("name"), r.OptionalText("assignee"), r.Texts("candidateGroups"), r.Texts("candidateUsers"),
            r.OptionalInstant("dueAt"), r.OptionalInstant("followUpAt"), r.Integer("priority"), r.OptionalText("formId"), r.OptionalElement("escalationOf"));

    private static void Write(EventWriter w, AdHocState adHoc)
    {
        w.Texts("starterGroups", adHoc.StarterGroups);
        w.Flag("waits", adHoc.Waits);
    }

    private static void Write(EventWriter w, MultiInstanceState body)
    {
        w.Value("items", body.Items);
        w.Flag("sequential", body.Sequential);
        w.Number("activated", body.Activated);
        w.Number("completed", body.Completed);
        w.Json.WriteStartObject("outputs");
        foreach (var (index, output) in body.Outputs) w.Value(index.ToString(CultureInfo.InvariantCulture), output);
        w.Json.WriteEndObject();
    }

    private static MultiInstanceState MultiInstance(EventReader r) =>
        new(r.List("items"), r.Flag("sequential"), r.Integer("activated"), r.Integer("completed"),
            r.Json.GetProperty("outputs").EnumerateObject()
                .ToImmutableSortedDictionary(output => int.Parse(output.Name, CultureInfo.InvariantCulture), output => ValueCodec.Read(output.Value)));

    public static void Write(EventWriter w, TimerState timer)
    {
        w.Scope("key", timer.Key);
        w.Scope("host", timer.Host);
        w.Element("element", timer.Element);
        w.Instant("dueAt", timer.DueAt);
        w.Text("expression", timer.Expression);
        w.Texts("reads", timer.Reads);
        w.Text("schedule", timer.Schedule);
        w.Number("repetitions", timer.Repetitions);
        w.Enum("catchUp", timer.CatchUp);
        w.Span("catchUpWindow", timer.CatchUpWindow);
        w.Scope("heldBy", timer.HeldBy);
    }

    public static TimerState Timer(EventReader r) =>
        new(r.Scope("key"), r.Scope("host"), r.Element("element"), r.Instant("dueAt"), r.Text("expression"), r.Texts("reads"),
            r.OptionalText("schedule"), r.OptionalInteger("repetitions"), r.Enum<CatchUpPolicy>("catchUp"), r.Span("catchUpWindow"))
        {
            HeldBy = r.OptionalScope("heldBy"),
        };

    public static void Write(EventWriter w, SubscriptionState subscription)
    {
        w.Scope("key", subscription.Key);
        w.Scope("host", subscription.Host);
        w.Element("element", subscription.Element);
        w.Text("processId", subscription.ProcessId);
        w.Text("messageName", subscription.MessageName);
        w.Text("correlationKey", subscription.CorrelationKey);
    }

    public static SubscriptionState Subscription(EventReader r) =>
        new(r.Scope("key"), r.Scope("host"), r.Element("element"), r.Text("processId"), r.Text("messageName"), r.Text("correlationKey"));

    public static void Write(EventWriter w, IncidentState incident)
    {
        w.Scope("key", incident.Key);
        w.Scope("scope", incident.Scope);
        w.Enum("kind", incident.Kind);
        w.Text("message", incident.Message);
        w.Instant("raisedAt", incident.RaisedAt);
    }

    public static IncidentState Incident(EventReader r) =>
        new(r.Scope("key"), r.Scope("scope"), r.Enum<IncidentKind>("kind"), r.Text("message"), r.Instant("raisedAt"));

    public static void Write(EventWriter w, KeyValuePair<ScopeKey, FiredTimerState> fired)
    {
        w.Scope("by", fired.Key);
        WriteObject(w, "timer", fired.Value.Timer, Write);
        w.Scope("hostParent", fired.Value.HostParent);
        w.Element("hostElement", fired.Value.HostElement);
        w.Flag("interrupted", fired.Value.Interrupted);
        w.Instant("hostActivatedAt", fired.Value.HostActivatedAt);
    }

    public static KeyValuePair<ScopeKey, FiredTimerState> FiredTimer(EventReader r) =>
        new(r.Scope("by"), new(Timer(r.OptionalObject("timer") ?? throw new UnreadableHistoryException("Expected a fired timer, but there is none.")),
            r.Scope("hostParent"), r.Element("hostElement"), r.Flag("interrupted")) { HostActivatedAt = r.OptionalInstant("hostActivatedAt") });

    public static void Write(EventWriter w, KeyValuePair<JoinKey, int> token)
    {
        w.Scope("parent", token.Key.Parent);
        w.Element("gateway", token.Key.Gateway);
        w.Element("flow", token.Key.Flow);
        w.Number("count", token.Value);
    }

    public static KeyValuePair<JoinKey, int> Token(EventReader r) =>
        new(new(r.Scope("parent"), r.Element("gateway"), r.Element("flow")), r.Integer("count"));

    public static void Write(EventWriter w, AttachmentState kept)
    {
        w.Text("id", kept.File.Id);
        w.Text("name", kept.File.Name);
        w.Text("mediaType", kept.File.MediaType);
        w.Number("sizeBytes", kept.File.SizeBytes);
        w.Text("sha256", kept.File.Sha256);
        w.Scope("task", kept.Task);
        w.Text("by", kept.By);
        w.Instant("at", kept.At);
    }

    public static AttachmentState Attachment(EventReader r) =>
        new(new(r.Text("id"), r.Text("name"), r.Text("mediaType"), r.Long("sizeBytes"), r.Text("sha256")), r.Scope("task"), r.Text("by"), r.Instant("at"));

    private static void WriteObject<T>(EventWriter w, string name, T part, Action<EventWriter, T> write)
    {
        w.Json.WriteStartObject(name);
        write(w, part);
        w.Json.WriteEndObject();
    }

    private static void WriteKeys(EventWriter w, string name, ImmutableArray<ScopeKey> keys)
    {
        if (keys.IsDefaultOrEmpty) return;
        w.Json.WriteStartArray(name);
        foreach (var key in keys) w.Json.WriteNumberValue(key.Counter);
        w.Json.WriteEndArray();
    }

    private static ImmutableArray<ScopeKey> Keys(EventReader r, string name)
    {
        if (!r.Json.TryGetProperty(name, out var keys)) return [];
        var owner = r.Instance;
        return [.. keys.EnumerateArray().Select(key => ScopeKey.Of(owner, key.GetInt32()))];
    }
}
