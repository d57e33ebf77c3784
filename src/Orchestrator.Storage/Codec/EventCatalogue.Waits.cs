using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter;
using static Orchestrator.Interpreter.InstanceEvent;

namespace Orchestrator.Storage.Codec;

/// <content>Timers and messages.</content>
internal static partial class EventCatalogue
{
    private static ImmutableArray<EventShape> Timers =>
    [
        EventShape.Of<TimerArmed>("timer-armed", 1,
            (w, e) =>
            {
                w.Scope("timer", e.Timer);
                w.Scope("host", e.Host);
                w.Element("element", e.Element);
                w.Instant("dueAt", e.DueAt);
                w.Text("expression", e.Expression);
                w.Texts("reads", e.Reads);
                w.Text("schedule", e.Schedule);
                w.Number("repetitions", e.Repetitions);
                w.Enum("catchUp", e.CatchUp);
                w.Span("catchUpWindow", e.CatchUpWindow);
            },
            r => new(r.Scope("timer"), r.Scope("host"), r.Element("element"), r.Instant("dueAt"), r.Text("expression"), r.Texts("reads"),
                r.OptionalText("schedule"), r.OptionalInteger("repetitions"), r.Enum<CatchUpPolicy>("catchUp"), r.Span("catchUpWindow"))),
        EventShape.Of<TimerFired>("timer-fired", 1,
            (w, e) => { w.Scope("timer", e.Timer); w.Flag("interrupting", e.Interrupting); },
            r => new(r.Scope("timer"), r.Flag("interrupting"))),
        EventShape.Of<TimerHeld>("timer-held", 1,
            (w, e) => { w.Scope("timer", e.Timer); w.Scope("incident", e.Incident); },
            r => new(r.Scope("timer"), r.Scope("incident"))),
        EventShape.Of<TimerSkipped>("timer-skipped", 1,
            (w, e) =>
            {
                w.Scope("timer", e.Timer);
                w.Scope("host", e.Host);
                w.Element("element", e.Element);
                w.Instant("dueAt", e.DueAt);
                w.Enum("reason", e.Reason);
            },
            r => new(r.Scope("timer"), r.Scope("host"), r.Element("element"), r.Instant("dueAt"), r.Enum<TimerSkipReason>("reason"))),
        EventShape.Of<TimerDisarmed>("timer-disarmed", 1,
            (w, e) => { w.Scope("timer", e.Timer); w.Text("reason", e.Reason); },
            r => new(r.Scope("timer"), r.OptionalText("reason"))),
    ];

    private static ImmutableArray<EventShape> Messages =>
    [
        EventShape.Of<MessageSubscribed>("message-subscribed", 1,
            (w, e) =>
            {
                w.Scope("subscription", e.Subscription);
                w.Scope("host", e.Host);
                w.Element("element", e.Element);
                w.Text("processId", e.ProcessId);
                w.Text("messageName", e.MessageName);
                w.Text("correlationKey", e.CorrelationKey);
            },
            r => new(r.Scope("subscription"), r.Scope("host"), r.Element("element"), r.Text("processId"), r.Text("messageName"), r.Text("correlationKey"))),
        EventShape.Of<MessageCorrelated>("message-correlated", 1,
            (w, e) => { w.Scope("subscription", e.Subscription); w.Message("message", e.Message); },
            r => new(r.Scope("subscription"), r.Message("message"))),
        EventShape.Of<MessageUnsubscribed>("message-unsubscribed", 1, (w, e) => w.Scope("subscription", e.Subscription), r => new(r.Scope("subscription"))),
        EventShape.Of<MessagePublished>("message-published", 1,
            (w, e) =>
            {
                w.Scope("publication", e.Publication);
                w.Scope("scope", e.Scope);
                w.Text("name", e.Name);
                w.Text("correlationKey", e.CorrelationKey);
                w.Span("timeToLive", e.TimeToLive);
                w.Value("variables", e.Variables);
            },
            r => new(r.Scope("publication"), r.Scope("scope"), r.Text("name"), r.Text("correlationKey"), r.Span("timeToLive"), r.Context("variables"))),
    ];
}
