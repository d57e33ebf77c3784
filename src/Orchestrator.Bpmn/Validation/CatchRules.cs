using Orchestrator.Bpmn.Reading;

namespace Orchestrator.Bpmn.Validation;

/// <summary>Events that wait side by side must be told apart; error events interrupt; boundary events sit on activities.</summary>
internal static class CatchRules
{
    public static void CheckBoundaries(NodeDraft host, Report report)
    {
        foreach (var boundary in host.Boundaries)
        {
            if ((!host.IsActivity || host.IsEventSubProcess) && host.Kind != NodeKind.Refused)
                report.Add(BpmnDescriptors.BoundaryHost, boundary.Element, boundary.Id, host.Id, Words.WithArticle(Words.Of(host)));
            CheckInterrupts(boundary, report);
        }
        CheckErrors(host.Id.Value, host.Boundaries, report);
        CheckMessages(host.Id.Value, host.Boundaries, report);
    }

    public static void CheckEventSubProcesses(ScopeDraft scope, Report report)
    {
        var starts = scope.Nodes.Where(node => node.IsEventSubProcess).SelectMany(node => node.Inside!.StartEvents).ToList();
        foreach (var start in starts) CheckInterrupts(start, report);
        CheckErrors(scope.Id, starts, report);
        CheckMessages(scope.Id, starts, report);
    }

    /// <summary>No two of the events wait for the same message.</summary>
    public static void CheckMessages(string where, IEnumerable<NodeDraft> events, Report report)
    {
        var seen = new Dictionary<string, NodeDraft>(StringComparer.Ordinal);
        foreach (var node in events)
        {
            var holder = node.Kind == NodeKind.ReceiveTask ? node.Element : node.Trigger == TriggerKind.Message ? node.Definition : null;
            if (holder?.Attribute("messageRef")?.Value is not { } reference) continue;
            var message = Texts.LocalName(reference);
            if (!seen.TryAdd(message, node) && seen[message] != node)
                report.Add(BpmnDescriptors.DuplicateMessageCatch, node.Element, message, where, seen[message].Id, node.Id);
        }
    }

    private static void CheckErrors(string where, IEnumerable<NodeDraft> events, Report report)
    {
        var seen = new Dictionary<string, NodeDraft>(StringComparer.Ordinal);
        foreach (var node in events.Where(node => node.Trigger == TriggerKind.Error))
        {
            var code = node.ErrorCode;
            if (!seen.TryAdd(code, node))
                report.Add(BpmnDescriptors.DuplicateErrorCatch, node.Element, code.Length == 0 ? "every error" : $"error '{code}'", where, seen[code].Id, node.Id);
        }
    }

    private static void CheckInterrupts(NodeDraft node, Report report)
    {
        if (node.Trigger == TriggerKind.Error && !node.Interrupting)
            report.Add(BpmnDescriptors.ErrorMustInterrupt, node.Element, node.Id);
    }
}
