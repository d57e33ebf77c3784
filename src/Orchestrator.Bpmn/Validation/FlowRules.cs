using Orchestrator.Bpmn.Reading;
using Orchestrator.Bpmn.Xml;

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
        // An ad-hoc sub-process has no end events: a path in it ends where no flow goes on.
        var mustLeave = node.Kind is NodeKind.StartEvent or NodeKind.ExclusiveGateway or NodeKind.ParallelGateway
            || node.Kind is NodeKind.BoundaryEvent or NodeKind.CatchEvent or NodeKind.ThrowEvent && !node.Scope.IsAdHoc;
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
            if (WhyNotFollow(target) is { } found)
                report.Add(BpmnDescriptors.EventGatewayTarget, target.Element, gateway.Id, target.Id, found);
            if (target.Incoming.Count > 1)
                report.Add(BpmnDescriptors.EventGatewayTargetShared, target.Element, gateway.Id, target.Id, target.Incoming.Count);
        }
        CatchRules.CheckMessages(gateway.Id.Value, gateway.Outgoing.Select(flow => flow.Target), report);
    }

    // A receive task behind the gateway begins when its message has come: nothing that happens before that can be had there.
    private static string? WhyNotFollow(NodeDraft target) => target.Kind switch
    {
        NodeKind.CatchEvent or NodeKind.Refused => null,
        NodeKind.ReceiveTask when target.Boundaries.Count > 0 => "a receive task with boundary events",
        NodeKind.ReceiveTask when target.Element.BpmnChildren("multiInstanceLoopCharacteristics").Any() => "a receive task with multi-instance",
        NodeKind.ReceiveTask when target.Element.Extension(Namespaces.Zeebe, "ioMapping")?.Children.Any(child => child.IsNamed(Namespaces.Zeebe, "input")) == true => "a receive task with inputs",
        NodeKind.ReceiveTask => null,
        _ => Words.WithArticle(Words.Of(target)),
    };
}
