using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>The names of elements as people say them, in diagnostics.</summary>
internal static class Words
{
    public static string Of(NodeDraft node) => node.Kind switch
    {
        NodeKind.StartEvent => $"{Of(node.Trigger)}start event",
        NodeKind.EndEvent => $"{Of(node.Trigger)}end event",
        NodeKind.CatchEvent => $"{Of(node.Trigger)}intermediate catch event",
        NodeKind.ThrowEvent => $"{Of(node.Trigger)}intermediate throw event",
        NodeKind.BoundaryEvent => $"{Of(node.Trigger)}boundary event",
        NodeKind.UserTask => "user task",
        NodeKind.ServiceTask => "service task",
        NodeKind.SendTask => "send task",
        NodeKind.ReceiveTask => "receive task",
        NodeKind.ScriptTask => "script task",
        NodeKind.BusinessRuleTask => "business-rule task",
        NodeKind.ExclusiveGateway => "exclusive gateway",
        NodeKind.ParallelGateway => "parallel gateway",
        NodeKind.EventBasedGateway => "event-based gateway",
        NodeKind.SubProcess => node.IsEventSubProcess ? "event sub-process" : "sub-process",
        NodeKind.CallActivity => "call activity",
        NodeKind.AdHocSubProcess => "ad-hoc sub-process",
        _ => node.Element.Name,
    };

    public static string Of(ScopeDraft scope) => scope.Node is null ? "process" : Of(scope.Node);

    public static string WithArticle(string words) => (words[0] is 'a' or 'e' or 'i' or 'o' ? "an " : "a ") + words;

    private static string Of(TriggerKind trigger) => trigger switch
    {
        TriggerKind.Timer => "timer ",
        TriggerKind.Message => "message ",
        TriggerKind.Error => "error ",
        TriggerKind.Terminate => "terminate ",
        _ => "",
    };

    /// <summary><c>zeebe:input</c> for an element or attribute of a known namespace.</summary>
    public static string Qualified(SourceElement element) => element.Namespace switch
    {
        Namespaces.Zeebe => $"zeebe:{element.Name}",
        Namespaces.Orch => $"orch:{element.Name}",
        _ => element.Name,
    };
}
