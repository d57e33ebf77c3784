using Orchestrator.Bpmn.Reading;

namespace Orchestrator.Bpmn.Validation;

/// <summary>Which flows a node may have, and which of them may have conditions (BPMN 2.0.2, clauses 8.4.13, 10.5 and 10.6).</summary>
internal static class FlowRules
{
    public static void Check(NodeDraft node, Report report)
    {
        CheckEnds(node, report);
        CheckConditions(node, report);
        CheckDefault(node, report);
        if (node.Kind == NodeKind.EventBasedGateway) CheckEventGateway(node, report);
    }

    private static void CheckEnds(NodeDraft node, Report report)
    {
        var mayEnter = node.Kind is not (NodeKind.StartEvent or NodeKind.BoundaryEvent) && !node.IsEventSubProcess;
        var mayLeave = node.Kind is not NodeKind.EndEvent && !node.IsEventSubProcess;
        if (!mayEnter && node.Incoming.Count > 0)
            report.Add(BpmnDescriptors.IncomingNotAllowed, node.Element, Words.Of(node), node.Id, node.Incoming[0].Id);
        if (!mayLeave && node.Outgoing.Count > 0)
            report.Add(BpmnDescriptors.OutgoingNotAllowed, node.Element, Words.Of(node), node.Id, node.Outgoing[0].Id);
        var mustLeave = node.Kind is NodeKind.StartEvent or NodeKind.BoundaryEvent or NodeKind.CatchEvent or NodeKind.ThrowEvent
            or NodeKind.ExclusiveGateway or NodeKind.ParallelGateway;
        if (mustLeave && node.Outgoing.Count == 0)
            report.Add(BpmnDescriptors.OutgoingMissing, node.Element, Words.Of(node), node.Id);
    }

    private static void CheckConditions(NodeDraft node, Report report)
    {
        if (node.Kind == NodeKind.ExclusiveGateway)
        {
            foreach (var flow in node.Outgoing.Where(flow => node.Outgoing.Count > 1 && flow.Condition is null && !flow.IsDefault))
                report.Add(BpmnDescriptors.ConditionMissing, flow.Element, flow.Id, node.Id);
        }
        else if (!node.IsActivity && node.Kind != NodeKind.Refused)
        {
            foreach (var flow in node.Outgoing.Where(flow => flow.Condition is not null))
                report.Add(BpmnDescriptors.ConditionIgnored, flow.Element, flow.Id, Words.Of(node), node.Id);
        }
    }

    private static void CheckDefault(NodeDraft node, Report report)
    {
        if (node.Element.Attribute("default") is not { } attribute || node.Kind == NodeKind.Refused) return;
        if (!node.IsActivity && node.Kind != NodeKind.ExclusiveGateway)
            report.Add(BpmnDescriptors.DefaultNotAllowed, node.Element, attribute.Span, Words.Of(node), node.Id);
        else if (!node.Outgoing.Exists(flow => flow.IsDefault))
            report.Add(BpmnDescriptors.DefaultNotOutgoing, node.Element, attribute.ValueSpan, node.Id, attribute.Value);
    }

    private static void CheckEventGateway(NodeDraft gateway, Report report)
    {
        if (gateway.Outgoing.Count < 2)
            report.Add(BpmnDescriptors.EventGatewayTooFew, gateway.Element, gateway.Id, gateway.Outgoing.Count);
        foreach (var target in gateway.Outgoing.Select(flow => flow.Target).Distinct())
        {
            var mayFollow = target.Kind is NodeKind.CatchEvent || (target.Kind == NodeKind.ReceiveTask && target.Boundaries.Count == 0);
            if (!mayFollow && target.Kind != NodeKind.Refused)
                report.Add(BpmnDescriptors.EventGatewayTarget, target.Element, gateway.Id, target.Id, target.Kind == NodeKind.ReceiveTask ? "a receive task with boundary events" : Words.WithArticle(Words.Of(target)));
            if (target.Incoming.Count > 1)
                report.Add(BpmnDescriptors.EventGatewayTargetShared, target.Element, gateway.Id, target.Id, target.Incoming.Count);
        }
        CatchRules.CheckMessages(gateway.Id.Value, gateway.Outgoing.Select(flow => flow.Target), report);
    }
}
