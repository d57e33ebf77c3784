using Orchestrator.Bpmn.Reading;

namespace Orchestrator.Bpmn.Validation;

/// <summary>How a process, a sub-process, an event sub-process and an ad-hoc sub-process begin (BPMN 2.0.2, clauses 10.3.5 and 10.5.2).</summary>
internal static class StartRules
{
    public static void Check(ScopeDraft scope, Report report)
    {
        var starts = scope.StartEvents.ToList();
        if (scope.IsAdHoc) CheckAdHoc(scope, report);
        else if (scope.TriggeredByEvent && scope.Node is not null) CheckEventSubProcess(scope, starts, report);
        else CheckScope(scope, starts, report);
    }

    private static void CheckEventSubProcess(ScopeDraft scope, List<NodeDraft> starts, Report report)
    {
        if (starts.Count != 1)
            report.Add(BpmnDescriptors.EventSubProcessStart, scope.Element, scope.Id, starts.Count);
        else if (starts[0].Trigger == TriggerKind.None)
            report.Add(BpmnDescriptors.EventSubProcessStart, starts[0].Element, scope.Id, "one without a trigger");
    }

    // BPMN 2.0.2, clause 10.3.5. An event sub-process begins by itself: with nothing else inside, nothing could ever be chosen.
    private static void CheckAdHoc(ScopeDraft scope, Report report)
    {
        foreach (var node in scope.Nodes.Where(node => node.Kind is NodeKind.StartEvent or NodeKind.EndEvent))
            report.Add(BpmnDescriptors.AdHocStartOrEnd, node.Element, scope.Id, Words.WithArticle(Words.Of(node)), node.Id);
        if (!scope.Nodes.Exists(node => node.Kind == NodeKind.Refused || node.IsActivity && !node.IsEventSubProcess))
            report.Add(BpmnDescriptors.AdHocEmpty, scope.Element, scope.Id);
    }

    private static void CheckScope(ScopeDraft scope, List<NodeDraft> starts, Report report)
    {
        if (starts.Count == 0)
            report.Add(BpmnDescriptors.NoStartEvent, scope.Element, Words.Of(scope), scope.Id);
        var plain = starts.Count(start => start.Trigger == TriggerKind.None);
        if (plain > 1)
            report.Add(BpmnDescriptors.SeveralStartEvents, starts[1].Element, Words.Of(scope), scope.Id, plain);
        foreach (var start in starts)
        {
            if (scope.Node is not null && start.Trigger is not (TriggerKind.None or TriggerKind.Refused))
                report.Add(BpmnDescriptors.TriggeredStartInSubProcess, start.Element, scope.Id, start.Trigger.ToString().ToLowerInvariant());
            else if (scope.Node is null && start.Trigger == TriggerKind.Error)
                report.Add(
                    BpmnDescriptors.AttributeNotExecuted, start.Element, start.Definition!.Span, start.Definition.Name, start.Id, "A process begins with nothing, a message or a timer; an error only starts an event sub-process.");
        }
        if (scope.Node is null) CheckMessages(starts, report);
    }

    private static void CheckMessages(List<NodeDraft> starts, Report report)
    {
        var seen = new Dictionary<string, NodeDraft>(StringComparer.Ordinal);
        foreach (var start in starts.Where(start => start.Trigger == TriggerKind.Message))
        {
            if (start.Definition!.Attribute("messageRef")?.Value is not { } reference) continue;
            var message = Texts.LocalName(reference);
            if (!seen.TryAdd(message, start))
                report.Add(BpmnDescriptors.DuplicateStartMessage, start.Element, message, seen[message].Id, start.Id);
        }
    }
}
