using System.Collections.Frozen;
using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>What events catch and throw. Null means that something is missing and was reported.</summary>
internal sealed class EventReader(Report report, Root root, Values values)
{
    private static readonly FrozenDictionary<string, CatchUpPolicy> Policies = new Dictionary<string, CatchUpPolicy>
    {
        ["once"] = CatchUpPolicy.Once,
        ["all"] = CatchUpPolicy.All,
        ["skip"] = CatchUpPolicy.Skip,
        ["ask"] = CatchUpPolicy.Ask,
    }.ToFrozenDictionary();

    /// <summary>How late a firing may be before its catch-up policy decides, when <c>orch:timer</c> does not say.</summary>
    public static readonly TimeSpan CatchUpWindowDefault = TimeSpan.FromHours(1);

    public EventDefinition? Caught(NodeDraft node) => node.Trigger switch
    {
        TriggerKind.Timer => Timer(node),
        TriggerKind.Message => Message(node, node.Definition!),
        TriggerKind.Error => CaughtError(node),
        _ => null,
    };

    public EventDefinition.Timer? Timer(NodeDraft node)
    {
        var found = new List<(TimerKind Kind, SourceElement Element)>();
        foreach (var child in node.Definition!.Children.Where(child => child.IsBpmn))
        {
            if (child.Name == "timeDate") found.Add((TimerKind.Date, child));
            else if (child.Name == "timeDuration") found.Add((TimerKind.Duration, child));
            else if (child.Name == "timeCycle") found.Add((TimerKind.Cycle, child));
        }
        if (found.Count != 1)
        {
            report.Add(BpmnDescriptors.TimerValues, node.Element, node.Definition.Span, node.Id, found.Count);
            return null;
        }
        var (kind, element) = found[0];
        CheckKind(node, kind, element);
        return TimerValue(node, kind, element) is { } value ? new EventDefinition.Timer(kind, value, CatchUp(node), CatchUpWindow(node)) : null;
    }

    public EventDefinition.Message? Message(NodeDraft node, SourceElement holder)
    {
        if (Referenced(node, holder, "messageRef", "message") is not { } message) return null;
        var name = NameOf(message);
        if (IsProcessStart(node)) return name is null ? null : new EventDefinition.Message(name, null);
        var subscription = message.Extension(Namespaces.Zeebe, "subscription");
        if (subscription?.Attribute("correlationKey") is null)
        {
            report.Add(BpmnDescriptors.CorrelationKeyMissing, node.Element, message.Id ?? "", node.Id);
            return null;
        }
        var key = values.RequiredExpression(subscription, "correlationKey");
        return name is null || key is null ? null : new EventDefinition.Message(name, new BpmnValue.Computed(key));
    }

    /// <summary><c>orch:publish</c>, or null when the element has none. The name may be given there or by the message of the event.</summary>
    public EventDefinition.Publish? Publish(NodeDraft node, SourceElement holder)
    {
        if (node.Element.Extension(Namespaces.Orch, "publish") is not { } publish) return null;
        var key = values.Required(publish, "correlationKey");
        var timeToLive = values.Optional(publish, "timeToLive", Constants.IsDuration, Constants.Duration);
        var name = publish.Attribute("name") is not null ? values.Required(publish, "name")
            : Referenced(node, holder, "messageRef", "message") is { } message ? NameOf(message)
            : null;
        return new EventDefinition.Publish(name ?? Nothing, key ?? Nothing, timeToLive, PublishedVariables(publish));
    }

    public EventDefinition.Error? ThrownError(NodeDraft node)
    {
        if (Referenced(node, node.Definition!, "errorRef", "error") is not { } error) return null;
        if (values.Optional(error, "errorCode") is { } code) return new EventDefinition.Error(code);
        if (error.Attribute("errorCode") is null || error.Attribute("errorCode")!.Value.Trim().Length == 0)
            report.Add(BpmnDescriptors.ErrorCodeMissing, node.Element, node.Definition!.Span, error.Id ?? "");
        return null;
    }

    private EventDefinition.Error? CaughtError(NodeDraft node)
    {
        if (node.Definition!.Attribute("errorRef") is null) return new EventDefinition.Error(null);
        if (Referenced(node, node.Definition, "errorRef", "error") is not { } error) return null;
        if (values.OptionalFixed(error, "errorCode") is { } code) return new EventDefinition.Error(new BpmnValue.Fixed(code));
        if (error.Attribute("errorCode") is null || error.Attribute("errorCode")!.Value.Trim().Length == 0)
            report.Add(BpmnDescriptors.ErrorCodeMissing, node.Element, node.Definition.Span, error.Id ?? "");
        return null;
    }

    // Stands in for a value that was reported; a graph is not built then.
    private static readonly BpmnValue Nothing = new BpmnValue.Fixed("");

    private BpmnValue? NameOf(SourceElement message)
    {
        if (string.IsNullOrWhiteSpace(message.Attribute("name")?.Value))
            report.Add(BpmnDescriptors.MessageNameMissing, message, message.Id ?? "");
        return values.Optional(message, "name");
    }

    private ImmutableArray<VariableMapping> PublishedVariables(SourceElement publish)
    {
        var variables = ImmutableArray.CreateBuilder<VariableMapping>();
        foreach (var variable in publish.Children.Where(child => child.IsNamed(Namespaces.Orch, "variable")))
        {
            var name = values.Variable(variable, "name", required: true, path: false);
            var value = values.Required(variable, "value");
            if (name is not null && value is not null) variables.Add(new VariableMapping(value, name));
        }
        return variables.ToImmutable();
    }

    private SourceElement? Referenced(NodeDraft node, SourceElement holder, string attributeName, string elementName)
    {
        var attribute = holder.Attribute(attributeName);
        if (attribute is null || attribute.Value.Trim().Length == 0)
        {
            report.Add(BpmnDescriptors.ReferenceMissing, node.Element, holder.Span, Words.Of(node), node.Id, elementName);
            return null;
        }
        if (root.Find(attribute.Value, elementName) is { } found) return found;
        report.Add(BpmnDescriptors.UnknownReference, node.Element, attribute.ValueSpan, node.Id, elementName, attribute.Value.Trim());
        return null;
    }

    private void CheckKind(NodeDraft node, TimerKind kind, SourceElement element)
    {
        var allowed = (node.Kind, node.Interrupting) switch
        {
            (NodeKind.StartEvent, _) when IsProcessStart(node) => kind is TimerKind.Date or TimerKind.Cycle ? null : "timeDate or timeCycle",
            (NodeKind.CatchEvent, _) or (_, true) => kind is TimerKind.Date or TimerKind.Duration ? null : "timeDate or timeDuration",
            _ => null,
        };
        if (allowed is not null)
            report.Add(BpmnDescriptors.TimerKindNotAllowed, node.Element, element.Span, node.Id, element.Name, allowed);
    }

    private BpmnValue? TimerValue(NodeDraft node, TimerKind kind, SourceElement element)
    {
        if (Texts.TrimmedOrNull(element.Text()) is not { } text)
        {
            report.Add(BpmnDescriptors.ValueMissing, node.Element, element.Span, element.Name, node.Id);
            return null;
        }
        var value = values.Of(text, node.Element);
        if (value is not BpmnValue.Fixed constant) return value;
        var (isValid, expected) = kind switch
        {
            TimerKind.Date => (Constants.IsInstant(constant.Text), Constants.Instant),
            TimerKind.Duration => (Constants.IsDuration(constant.Text), Constants.Duration),
            _ => (Constants.IsCycle(constant.Text), Constants.Cycle),
        };
        if (isValid) return value;
        report.Add(BpmnDescriptors.BadConstant, node.Element, Texts.SpanOf(text), element.Name, expected, constant.Text);
        return null;
    }

    private CatchUpPolicy CatchUp(NodeDraft node)
    {
        var policy = values.Choice(OrchTimer(node), "catchUp", CatchUpPolicy.Once, Policies);
        if (policy is CatchUpPolicy.Skip or CatchUpPolicy.Ask && IsProcessStart(node))
        {
            var timer = OrchTimer(node)!;
            report.Add(
                BpmnDescriptors.AttributeNotExecuted, node.Element, timer.Attribute("catchUp")!.Span, $"catchUp=\"{timer.Attribute("catchUp")!.Value}\"", node.Id,
                "A process that has not begun can neither skip nor ask: use once or all.");
        }
        return policy;
    }

    private TimeSpan CatchUpWindow(NodeDraft node)
    {
        var timer = OrchTimer(node);
        if (Texts.TrimmedOrNull(timer?.Attribute("window")?.Text) is not { } text) return CatchUpWindowDefault;
        if (Constants.TryReadWindow(text.Text, out var window)) return window;
        report.Add(BpmnDescriptors.BadConstant, timer!, Texts.SpanOf(text), "window", Constants.Window, text.Text);
        return CatchUpWindowDefault;
    }

    // On the event, or on its timer definition: modelers offer both places.
    private static SourceElement? OrchTimer(NodeDraft node) =>
        node.Element.Extension(Namespaces.Orch, "timer") ?? node.Definition?.Extension(Namespaces.Orch, "timer");

    private static bool IsProcessStart(NodeDraft node) => node.Kind == NodeKind.StartEvent && node.Scope.Node is null;
}
