using System.Collections.Immutable;
using Orchestrator.Interpreter;
using static Orchestrator.Interpreter.InstanceEvent;

namespace Orchestrator.Storage.Codec;

/// <content>Jobs, human tasks, multi-instances, ad-hoc sub-processes and troubles.</content>
internal static partial class EventCatalogue
{
    private static ImmutableArray<EventShape> Jobs =>
    [
        EventShape.Of<JobCreated>("job-created", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Text("jobType", e.JobType); w.Number("retries", e.Retries); w.Map("headers", e.Headers); },
            r => new(r.Scope("scope"), r.Text("jobType"), r.Integer("retries"), r.Map("headers"))),
        EventShape.Of<JobCompleted>("job-completed", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Number("attempt", e.Attempt); },
            r => new(r.Scope("scope"), r.Integer("attempt"))),
        EventShape.Of<JobFailed>("job-failed", 1,
            (w, e) =>
            {
                w.Scope("scope", e.Scope);
                w.Number("attempt", e.Attempt);
                w.Number("retriesLeft", e.RetriesLeft);
                w.Text("message", e.Message);
                w.Instant("retryAt", e.RetryAt);
            },
            r => new(r.Scope("scope"), r.Integer("attempt"), r.Integer("retriesLeft"), r.Text("message"), r.Instant("retryAt"))),
        EventShape.Of<JobErrorThrown>("job-error-thrown", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Number("attempt", e.Attempt); w.Text("code", e.Code); w.Text("message", e.Message); },
            r => new(r.Scope("scope"), r.Integer("attempt"), r.Text("code"), r.Text("message"))),
        EventShape.Of<JobRetriesSet>("job-retries-set", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Number("retries", e.Retries); },
            r => new(r.Scope("scope"), r.Integer("retries"))),
        EventShape.Of<JobCancelled>("job-cancelled", 1, (w, e) => w.Scope("scope", e.Scope), r => new(r.Scope("scope"))),
    ];

    private static ImmutableArray<EventShape> UserTasks =>
    [
        EventShape.Of<UserTaskCreated>("user-task-created", 1,
            (w, e) =>
            {
                w.Scope("scope", e.Scope);
                w.Text("name", e.Name);
                w.Text("assignee", e.Assignee);
                w.Texts("candidateGroups", e.CandidateGroups);
                w.Texts("candidateUsers", e.CandidateUsers);
                w.Instant("dueAt", e.DueAt);
                w.Instant("followUpAt", e.FollowUpAt);
                w.Number("priority", e.Priority);
                w.Text("formId", e.FormId);
                w.Element("escalationOf", e.EscalationOf);
                w.Map("headers", e.Headers);
            },
            r => new(r.Scope("scope"), r.OptionalText("name"), r.OptionalText("assignee"), r.Texts("candidateGroups"), r.Texts("candidateUsers"),
                r.OptionalInstant("dueAt"), r.OptionalInstant("followUpAt"), r.Integer("priority"), r.OptionalText("formId"), r.OptionalElement("escalationOf"), r.Map("headers"))),
        EventShape.Of<UserTaskClaimed>("user-task-claimed", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Text("user", e.User); },
            r => new(r.Scope("scope"), r.Text("user"))),
        EventShape.Of<UserTaskUnclaimed>("user-task-unclaimed", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Text("user", e.User); },
            r => new(r.Scope("scope"), r.Text("user"))),
        EventShape.Of<UserTaskAssigned>("user-task-assigned", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Text("assignee", e.Assignee); w.Text("previous", e.Previous); },
            r => new(r.Scope("scope"), r.Text("assignee"), r.OptionalText("previous"))),
        EventShape.Of<UserTaskTakenOver>("user-task-taken-over", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Text("user", e.User); w.Text("absent", e.Absent); },
            r => new(r.Scope("scope"), r.Text("user"), r.Text("absent"))),
        EventShape.Of<UserTaskCompleted>("user-task-completed", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Text("user", e.User); },
            r => new(r.Scope("scope"), r.Text("user"))),
        EventShape.Of<UserTaskCancelled>("user-task-cancelled", 1, (w, e) => w.Scope("scope", e.Scope), r => new(r.Scope("scope"))),
        EventShape.Of<EscalationWithdrawn>("escalation-withdrawn", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Element("timer", e.Timer); w.Text("reason", e.Reason); },
            r => new(r.Scope("scope"), r.Element("timer"), r.Text("reason"))),
        EventShape.Of<EscalationKept>("escalation-kept", 1,
            (w, e) => { w.Scope("timer", e.Timer); w.Element("element", e.Element); w.Instant("dueAt", e.DueAt); w.Enum("reason", e.Reason); },
            r => new(r.Scope("timer"), r.Element("element"), r.Instant("dueAt"), r.Enum<EscalationKeptReason>("reason"))),
    ];

    private static ImmutableArray<EventShape> Troubles =>
    [
        EventShape.Of<ErrorCaught>("error-caught", 1,
            (w, e) =>
            {
                w.Scope("scope", e.Scope);
                w.Text("code", e.Code);
                w.Text("message", e.Message);
                w.Element("catcher", e.Catcher);
                w.Scope("catcherHost", e.CatcherHost);
            },
            r => new(r.Scope("scope"), r.Text("code"), r.Text("message"), r.Element("catcher"), r.Scope("catcherHost"))),
        EventShape.Of<IncidentRaised>("incident-raised", 1,
            (w, e) => { w.Scope("incident", e.Incident); w.Scope("scope", e.Scope); w.Enum("kind", e.Kind); w.Text("message", e.Message); },
            r => new(r.Scope("incident"), r.Scope("scope"), r.Enum<IncidentKind>("kind"), r.Text("message"))),
        EventShape.Of<IncidentResolved>("incident-resolved", 1,
            (w, e) => { w.Scope("incident", e.Incident); w.Enum("resolution", e.Resolution); },
            r => new(r.Scope("incident"), r.Enum<IncidentResolution>("resolution"))),
    ];

    private static ImmutableArray<EventShape> MultiInstances =>
    [
        EventShape.Of<MultiInstanceStarted>("multi-instance-started", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Value("items", e.Items); w.Flag("sequential", e.Sequential); },
            r => new(r.Scope("scope"), r.List("items"), r.Flag("sequential"))),
        EventShape.Of<MultiInstanceItemCompleted>("multi-instance-item-completed", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Number("loopCounter", e.LoopCounter); w.Value("output", e.Output); },
            r => new(r.Scope("scope"), r.Integer("loopCounter"), r.OptionalValue("output"))),
        EventShape.Of<ContinuationRequested>("continuation-requested", 1, (w, e) => w.Scope("scope", e.Scope), r => new(r.Scope("scope"))),
    ];

    private static ImmutableArray<EventShape> AdHoc =>
    [
        EventShape.Of<AdHocOpened>("ad-hoc-opened", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Texts("starterGroups", e.StarterGroups); w.Flag("waits", e.Waits); },
            r => new(r.Scope("scope"), r.Texts("starterGroups"), r.Flag("waits"))),
        EventShape.Of<AdHocElementsActivated>("ad-hoc-elements-activated", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Elements("elements", e.Elements); },
            r => new(r.Scope("scope"), r.Elements("elements"))),
    ];
}
