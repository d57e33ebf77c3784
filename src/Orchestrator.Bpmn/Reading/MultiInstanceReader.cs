using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>Multi-instance characteristics (BPMN 2.0.2, clause 10.3.8) in the <c>zeebe:</c> dialect. What the dialect does not say is refused.</summary>
internal sealed class MultiInstanceReader(Report report, Values values)
{
    public MultiInstance? Read(SourceElement activity)
    {
        if (activity.BpmnChild("standardLoopCharacteristics") is { } loop)
            report.Add(BpmnDescriptors.NotExecuted, loop, loop.Name, "Draw the loop with an exclusive gateway, or use a sequential multi-instance.");
        if (activity.BpmnChild("multiInstanceLoopCharacteristics") is not { } element) return null;
        RefuseBehavior(element);
        if (element.Extension(Namespaces.Zeebe, "loopCharacteristics") is not { } loopCharacteristics || loopCharacteristics.Attribute("inputCollection") is null)
        {
            report.Add(BpmnDescriptors.MultiInstanceWithoutCollection, element, activity.Id ?? "");
            return null;
        }
        return Read(activity, element, loopCharacteristics);
    }

    private MultiInstance? Read(SourceElement activity, SourceElement element, SourceElement loop)
    {
        var collection = values.RequiredExpression(loop, "inputCollection");
        var outputElement = values.OptionalExpression(loop, "outputElement");
        var outputCollection = values.Variable(loop, "outputCollection", required: false, path: false);
        var inputElement = values.Variable(loop, "inputElement", required: false, path: false);
        var hasElement = IsGiven(loop, "outputElement");
        if (hasElement != IsGiven(loop, "outputCollection"))
            report.Add(BpmnDescriptors.HalfOutput, loop, activity.Id ?? "", hasElement ? "outputElement" : "outputCollection");
        var condition = Texts.TrimmedOrNull(element.BpmnChild("completionCondition")?.Text()) is { } text
            ? values.Expression(text, "completionCondition", element)
            : null;
        return collection is null
            ? null
            : new MultiInstance(values.Boolean(element, "isSequential", false), collection, inputElement, outputCollection, outputElement, condition);
    }

    private void RefuseBehavior(SourceElement element)
    {
        if (element.Attribute("behavior") is { } behavior && behavior.Value.Trim() is not "All")
            report.Add(
                BpmnDescriptors.AttributeNotExecuted, element, behavior.Span, $"behavior=\"{behavior.Value}\"", element.Name, "Use a completionCondition and an event behind the activity.");
    }

    private static bool IsGiven(SourceElement element, string attribute) => !string.IsNullOrWhiteSpace(element.Attribute(attribute)?.Value);
}
