using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>What an ad-hoc sub-process says of itself (BPMN 2.0.2, clause 10.3.5; <c>zeebe:adHoc</c>, <c>orch:starters</c>).</summary>
internal sealed class AdHocReader(Report report, Values values)
{
    public AdHocSubProcessNode Read(NodeDraft draft)
    {
        var element = draft.Element;
        RefuseUnexecuted(draft);
        var adHoc = element.Extension(Namespaces.Zeebe, "adHoc");
        var starters = element.Extension(Namespaces.Orch, "starters");
        var output = adHoc is null ? null : values.OptionalExpression(adHoc, "outputElement");
        return new AdHocSubProcessNode(draft.Id)
        {
            ActiveElements = adHoc is null ? null : values.OptionalExpression(adHoc, "activeElementsCollection"),
            CompletionCondition = Texts.TrimmedOrNull(element.BpmnChild("completionCondition")?.Text()) is { } text ? values.Expression(text, "completionCondition", element) : null,
            CancelRemaining = values.Boolean(element, "cancelRemainingInstances", true),
            OutputCollection = adHoc is null ? null : OutputCollection(adHoc),
            OutputElement = output,
            StarterGroups = starters is not null ? values.Required(starters, "groups") : draft.Lane?.Group is { } lane ? new BpmnValue.Fixed(lane) : null,
        };
    }

    private string? OutputCollection(SourceElement adHoc)
    {
        var (collection, output) = (IsGiven(adHoc, "outputCollection"), IsGiven(adHoc, "outputElement"));
        if (collection != output) values.Missing(adHoc, collection ? "outputElement" : "outputCollection");
        return values.Variable(adHoc, "outputCollection", required: false, path: false);
    }

    private void RefuseUnexecuted(NodeDraft draft)
    {
        var element = draft.Element;
        if (element.Extension(Namespaces.Zeebe, "taskDefinition") is { } job)
            report.Add(
                BpmnDescriptors.AttributeNotExecuted, job, Words.Qualified(job), draft.Id, "People, the interface and activeElementsCollection choose what begins; let a service task inside ask a worker.");
        Refuse(element, "ordering", "Sequential", "Let the completion condition, or the people who choose, keep the order; or draw flows.");
        if (XmlBoolean.Read(element.Attribute("triggeredByEvent"), false))
            Refuse(element, "triggeredByEvent", element.Attribute("triggeredByEvent")!.Value.Trim(), "Put the ad-hoc sub-process into an event sub-process.");
    }

    private void Refuse(SourceElement element, string name, string refused, string advice)
    {
        if (element.Attribute(name) is { } attribute && attribute.Value.Trim() == refused)
            report.Add(BpmnDescriptors.AttributeNotExecuted, element, attribute.Span, $"{name}=\"{refused}\"", element.Name, advice);
    }

    private static bool IsGiven(SourceElement element, string attribute) => !string.IsNullOrWhiteSpace(element.Attribute(attribute)?.Value);
}
