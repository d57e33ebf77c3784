using System.Collections.Immutable;
using Orchestrator.Interpreter;
using static Orchestrator.Interpreter.InstanceEvent;

namespace Orchestrator.Storage.Codec;

/// <content>The instance, its element instances, flow and variables.</content>
internal static partial class EventCatalogue
{
    private static ImmutableArray<EventShape> Elements =>
    [
        EventShape.Of<InstanceStarted>("instance-started", 1,
            (w, e) =>
            {
                w.Definition("definition", e.Definition);
                w.Text("processId", e.ProcessId);
                w.Text("businessKey", e.BusinessKey);
                w.Message("message", e.Message);
                w.Number("semantics", e.Semantics);
            },
            r => new(r.Definition("definition"), r.Text("processId"), r.OptionalText("businessKey"), r.OptionalMessage("message"), r.Integer("semantics"))),
        EventShape.Of<ElementEntered>("element-entered", 1,
            (w, e) =>
            {
                w.Scope("scope", e.Scope);
                w.Scope("parent", e.Parent);
                w.Definition("definition", e.Definition);
                w.Element("element", e.Element);
                w.Enum("type", e.Type);
                w.Number("loopCounter", e.LoopCounter);
            },
            r => new(r.Scope("scope"), r.Scope("parent"), r.Definition("definition"), r.Element("element"), r.Enum<ElementType>("type"), r.OptionalInteger("loopCounter"))),
        EventShape.Of<ElementActivated>("element-activated", 1, (w, e) => w.Scope("scope", e.Scope), r => new(r.Scope("scope"))),
        EventShape.Of<ElementCompleting>("element-completing", 1, (w, e) => w.Scope("scope", e.Scope), r => new(r.Scope("scope"))),
        EventShape.Of<ElementCompleted>("element-completed", 1, (w, e) => w.Scope("scope", e.Scope), r => new(r.Scope("scope"))),
        EventShape.Of<ElementTerminated>("element-terminated", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Enum("cause", e.Cause); },
            r => new(r.Scope("scope"), r.Enum<TerminationCause>("cause"))),
        EventShape.Of<InstanceEnded>("instance-ended", 1,
            (w, e) => { w.Enum("outcome", e.Outcome); w.Text("reason", e.Reason); },
            r => new(r.Enum<InstanceOutcome>("outcome"), r.OptionalText("reason"))),
        EventShape.Of<InstanceMigrated>("instance-migrated", 1,
            (w, e) =>
            {
                w.Scope("process", e.Process);
                w.Definition("from", e.From);
                w.Definition("to", e.To);
                w.Objects("mapping", e.Mapping, (o, pair) => { o.Element("source", pair.Source); o.Element("target", pair.Target); });
                w.Objects("tasks", e.Tasks, (o, task) => { o.Scope("scope", task.Scope); o.Text("name", task.Name); o.Text("formId", task.FormId); o.Element("escalationOf", task.EscalationOf); });
                w.Scopes("forgotten", e.Forgotten);
            },
            r => new(r.Scope("process"), r.Definition("from"), r.Definition("to"),
                [.. r.Objects("mapping").Select(o => new ElementMapping(o.Element("source"), o.Element("target")))],
                [.. r.Objects("tasks").Select(o => new TaskMigrated(o.Scope("scope"), o.OptionalText("name"), o.OptionalText("formId"), o.OptionalElement("escalationOf")))],
                r.Scopes("forgotten"))),
        EventShape.Of<ScopeInterrupted>("scope-interrupted", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Element("by", e.By); },
            r => new(r.Scope("scope"), r.Element("by"))),
    ];

    private static ImmutableArray<EventShape> Flow =>
    [
        EventShape.Of<FlowTaken>("flow-taken", 1,
            (w, e) => { w.Scope("parent", e.Parent); w.Element("flow", e.Flow); w.Element("target", e.Target); w.Flag("waitsAtJoin", e.WaitsAtJoin ? true : null); },
            r => new(r.Scope("parent"), r.Element("flow"), r.Element("target"), r.OptionalFlag("waitsAtJoin") ?? false)),
        EventShape.Of<TokensJoined>("tokens-joined", 1,
            (w, e) => { w.Scope("parent", e.Parent); w.Element("gateway", e.Gateway); w.Elements("flows", e.Flows); },
            r => new(r.Scope("parent"), r.Element("gateway"), r.Elements("flows"))),
        EventShape.Of<ConditionsEvaluated>("conditions-evaluated", 1,
            (w, e) =>
            {
                w.Scope("scope", e.Scope);
                w.Objects("outcomes", e.Outcomes, (o, outcome) =>
                {
                    o.Element("flow", outcome.Flow);
                    o.Text("expression", outcome.Expression);
                    o.Value("saw", outcome.Saw);
                    o.Flag("result", outcome.Result);
                });
                w.Elements("chosen", e.Chosen);
            },
            r => new(r.Scope("scope"),
                [.. r.Objects("outcomes").Select(o => new ConditionOutcome(o.Element("flow"), o.Text("expression"), o.Context("saw"), o.OptionalFlag("result")))],
                r.Elements("chosen"))),
    ];

    private static ImmutableArray<EventShape> Variables =>
    [
        EventShape.Of<VariablesSet>("variables-set", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Value("variables", e.Variables); w.Enum("cause", e.Cause); },
            r => new(r.Scope("scope"), r.Context("variables"), r.Enum<VariableCause>("cause"))),
        EventShape.Of<CommentAdded>("comment-added", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Text("text", e.Text); },
            r => new(r.Scope("scope"), r.Text("text"))),
        EventShape.Of<AttachmentAdded>("attachment-added", 1,
            (w, e) =>
            {
                w.Scope("scope", e.Scope);
                w.Text("id", e.Id);
                w.Text("name", e.Name);
                w.Text("mediaType", e.MediaType);
                w.Number("sizeBytes", e.SizeBytes);
                w.Text("sha256", e.Sha256);
                w.Text("by", e.By);
            },
            r => new(r.Scope("scope"), r.Text("id"), r.Text("name"), r.Text("mediaType"), r.Long("sizeBytes"), r.Text("sha256"), r.Text("by"))),
        EventShape.Of<AttachmentRemoved>("attachment-removed", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Text("id", e.Id); w.Text("name", e.Name); w.Text("by", e.By); },
            r => new(r.Scope("scope"), r.Text("id"), r.Text("name"), r.Text("by"))),
        EventShape.Of<VariablesCorrected>("variables-corrected", 1,
            (w, e) => { w.Scope("scope", e.Scope); w.Texts("names", e.Names); w.Text("reason", e.Reason); },
            r => new(r.Scope("scope"), r.Texts("names"), r.Text("reason"))),
    ];
}
