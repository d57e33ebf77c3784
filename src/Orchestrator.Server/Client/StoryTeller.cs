using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Events of a history as the pages' raw material. Values of variables are not in it, only their names; notes are as people wrote them.</summary>
internal sealed class StoryTeller(DefinitionCatalog definitions, CaseNames names)
{
    /// <summary>The events whose detail is an account.</summary>
    public static IReadOnlySet<string> TellingPersons { get; } = new HashSet<string> { "user-task-assigned", "user-task-taken-over" };

    private static readonly HashSet<string> s_ofPeople = ["comment-added", "attachment-added", "attachment-removed"];

    public async Task<IReadOnlyList<StoryEntry>> OfAsync(IReadOnlyList<HistoryEvent> events, CancellationToken cancellation)
    {
        await names.LearnAsync(events.SelectMany(entry => new[] { entry.Actor, PersonOf(entry.Event) }), cancellation);
        var story = new List<StoryEntry>(events.Count);
        foreach (var entry in events) story.Add(await OfAsync(entry, cancellation));
        return story;
    }

    /// <summary>The same without what people wrote and without the names of the files that they brought.</summary>
    public static IReadOnlyList<StoryEntry> WithoutWords(IReadOnlyList<StoryEntry> story) =>
        [.. story.Select(entry => s_ofPeople.Contains(entry.EventName) ? entry with { Detail = null } : entry)];

    public async Task<StoryEntry> OfAsync(HistoryEvent entry, CancellationToken cancellation) => new(entry.Position, entry.At, entry.Actor, EventNames.Of(entry.Event))
    {
        ActorName = await names.PersonAsync(entry.Actor, cancellation),
        ElementId = entry.Element?.Value,
        ElementName = await NameAsync(entry),
        Detail = entry.Event switch
        {
            InstanceEvent.ConditionsEvaluated conditions => await WayOfAsync(entry, conditions),
            InstanceEvent.InstanceMigrated migrated => $"{await VersionAsync(migrated.From)} → {await VersionAsync(migrated.To)}",
            InstanceEvent.AdHocElementsActivated chosen => await ElementsAsync(entry, chosen),
            _ => DetailOf(entry.Event),
        },
        PersonName = await names.PersonAsync(PersonOf(entry.Event), cancellation),
        HasWhy = WhyReader.Has(entry.Event),
        IsPath = entry is { Type: ElementType.AdHocSubProcessInnerInstance, Event: InstanceEvent.ElementEntered or InstanceEvent.ElementActivated
            or InstanceEvent.ElementCompleting or InstanceEvent.ElementCompleted or InstanceEvent.ElementTerminated },
    };

    private async Task<string?> NameAsync(HistoryEvent entry)
    {
        if (entry.Element is not { } element) return null;
        if (entry.Definition is not { } key || await definitions.FindAsync(key) is not { } process) return element.Value;
        if (entry.Event is InstanceEvent.FlowTaken taken) return WayOf(process.Graph, process.Graph.Flow(taken.Flow));
        // What concerns the process itself is told of the case.
        return element.Value == process.Graph.ProcessId ? null : process.Graph.Find(element)?.Name ?? element.Value;
    }

    private async Task<string> VersionAsync(DefinitionKey key)
    {
        var version = (await definitions.FindAsync(key))?.Version ?? 0;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"v{version}");
    }

    // A way is called as its flow is, or as the step that it leads to.
    private async Task<string> WayOfAsync(HistoryEvent entry, InstanceEvent.ConditionsEvaluated conditions)
    {
        if (entry.Definition is not { } key || await definitions.FindAsync(key) is not { Graph: var graph }) return string.Join(", ", conditions.Chosen.Select(id => id.Value));
        return string.Join(", ", conditions.Chosen.Select(id => WayOf(graph, graph.Flow(id))));
    }

    private async Task<string> ElementsAsync(HistoryEvent entry, InstanceEvent.AdHocElementsActivated chosen)
    {
        var graph = entry.Definition is { } key ? (await definitions.FindAsync(key))?.Graph : null;
        return string.Join(", ", chosen.Elements.Select(id => graph?.Find(id)?.Name ?? id.Value));
    }

    /// <summary>A way is called as it is in the diagram, or as the step that it leads to.</summary>
    public static string WayOf(ProcessGraph graph, SequenceFlow flow) =>
        !string.IsNullOrWhiteSpace(flow.Name) ? flow.Name : graph.Find(flow.Target)?.Name ?? flow.Target.Value;

    private static string? PersonOf(InstanceEvent happened) => happened switch
    {
        InstanceEvent.UserTaskAssigned task => task.Assignee,
        InstanceEvent.UserTaskTakenOver task => task.Absent,
        _ => null,
    };

    private static string? DetailOf(InstanceEvent happened) => happened switch
    {
        InstanceEvent.VariablesSet set => string.Join(", ", set.Variables.Names),
        InstanceEvent.DecisionEvaluated evaluated => RulesOf(evaluated),
        InstanceEvent.CommentAdded comment => comment.Text,
        InstanceEvent.AttachmentAdded file => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file.Name}\t{file.SizeBytes}\t{file.Sha256}"),
        InstanceEvent.AttachmentRemoved file => file.Name,
        InstanceEvent.VariablesCorrected corrected => $"{string.Join(", ", corrected.Names)}: {corrected.Reason}",
        InstanceEvent.TimerArmed timer => timer.DueAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        InstanceEvent.TimerSkipped timer => $"{timer.DueAt:O} {timer.Reason}",
        InstanceEvent.TimerDisarmed timer => timer.Reason,
        InstanceEvent.JobCreated job => job.JobType,
        InstanceEvent.JobFailed job => job.Message,
        InstanceEvent.JobErrorThrown job => $"{job.Code}: {job.Message}",
        InstanceEvent.MessagePublished message => message.Name,
        InstanceEvent.MessageSubscribed message => message.MessageName,
        InstanceEvent.MessageCorrelated message => message.Message.Name,
        InstanceEvent.UserTaskAssigned or InstanceEvent.UserTaskTakenOver => PersonOf(happened),
        InstanceEvent.EscalationKept kept => $"{kept.DueAt:O} {kept.Reason}",
        InstanceEvent.EscalationWithdrawn withdrawn => withdrawn.Reason,
        InstanceEvent.ErrorCaught caught => $"{caught.Code}: {caught.Message}",
        InstanceEvent.IncidentRaised raised => raised.Message,
        InstanceEvent.InstanceEnded ended => ended.Reason,
        _ => null,
    };

    // «Scelta del percorso v3: 2 art. 4»: the rules of its own table that matched, with what their author noted. What a rule gave may be personal and is not told.
    private static string RulesOf(InstanceEvent.DecisionEvaluated evaluated)
    {
        var rules = evaluated.Decisions.LastOrDefault(one => one.Id == evaluated.Decision.DecisionId)?.Tables.LastOrDefault()?.Matched ?? [];
        var named = string.Join("; ", rules.Select(rule => string.Join(' ', rule.Annotations.Prepend(rule.Rule.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
        return $"{evaluated.Decision.Name} v{evaluated.Decision.Version}: {named}";
    }
}
