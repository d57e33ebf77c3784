using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>What tasks, sub-processes and call activities do. Null means that something is missing and was reported.</summary>
internal sealed class TaskReader(Report report, Values values, ExtensionReader extensions, EventReader events)
{
    private readonly AdHocReader _adHoc = new(report, values);

    public ActivityNode? Read(NodeDraft draft) => draft.Kind switch
    {
        NodeKind.UserTask => User(draft),
        NodeKind.ServiceTask => Service(draft),
        NodeKind.SendTask => Send(draft),
        NodeKind.ReceiveTask => Receive(draft),
        NodeKind.ScriptTask => Script(draft),
        NodeKind.BusinessRuleTask => BusinessRule(draft),
        NodeKind.SubProcess => new SubProcessNode(draft.Id, draft.IsEventSubProcess),
        NodeKind.CallActivity => Call(draft),
        NodeKind.AdHocSubProcess => _adHoc.Read(draft),
        _ => null,
    };

    /// <summary>What a message event or send task does: publish, or a job; exactly one of the two.</summary>
    public (EventDefinition.Publish? Publish, JobDefinition? Job) Thrown(NodeDraft draft, SourceElement holder)
    {
        var publish = events.Publish(draft, holder);
        var job = extensions.Job(draft.Element);
        if (publish is null && job is null)
            report.Add(BpmnDescriptors.NothingToDo, draft.Element, Words.Of(draft), draft.Id, "orch:publish nor zeebe:taskDefinition");
        else if (publish is not null && job is not null)
            report.Add(BpmnDescriptors.TwoThingsToDo, draft.Element, Words.Of(draft), draft.Id, "orch:publish and zeebe:taskDefinition");
        return (publish, job);
    }

    public FormReference? Form(SourceElement definition)
    {
        if (Texts.TrimmedOrNull(definition.Attribute("formId")?.Text) is null)
        {
            report.Add(BpmnDescriptors.FormIdMissing, definition, definition.Parent?.Parent?.Id ?? "");
            return null;
        }
        var binding = extensions.BindingOf(definition);
        if (binding == Binding.VersionTag)
            RefuseAttribute(definition, "bindingType", "versionTag", "Use bindingType=\"deployment\" (the default) or \"latest\".");
        return values.OptionalFixed(definition, "formId") is { } id ? new FormReference(id, binding) : null;
    }

    public void RefuseUnexecuted(NodeDraft draft)
    {
        RefuseAttribute(draft.Element, "isForCompensation", "true", "Draw the path that undoes the work behind an error or message event.");
        RefuseCount(draft.Element, "startQuantity");
        RefuseCount(draft.Element, "completionQuantity");
        foreach (var association in draft.Element.Children.Where(child => child.IsBpmn && child.Name is "dataInputAssociation" or "dataOutputAssociation"))
        {
            // An association alone is a drawing; one that computes would be silently ignored.
            if (association.Children.FirstOrDefault(child => child.IsBpmn && child.Name is "assignment" or "transformation") is { } computing)
                report.Add(BpmnDescriptors.NotExecuted, draft.Element, computing.Span, computing.Name, "Use zeebe:ioMapping with a FEEL expression.");
        }
    }

    public void RefuseAttribute(SourceElement element, string name, string refused, string advice)
    {
        if (element.Attribute(name) is { } attribute && attribute.Value.Trim() == refused)
            report.Add(BpmnDescriptors.AttributeNotExecuted, element, attribute.Span, $"{name}=\"{refused}\"", Words.Qualified(element), advice);
    }

    private void RefuseCount(SourceElement element, string name)
    {
        if (element.Attribute(name) is { } attribute && attribute.Value.Trim() != "1")
            report.Add(BpmnDescriptors.AttributeNotExecuted, element, attribute.Span, $"{name}=\"{attribute.Value}\"", element.Name, "Remove it: one token starts an activity and one leaves it.");
    }

    private UserTaskNode User(NodeDraft draft)
    {
        var element = draft.Element;
        var assignment = element.Extension(Namespaces.Zeebe, "assignmentDefinition");
        var schedule = element.Extension(Namespaces.Zeebe, "taskSchedule");
        var form = element.Extension(Namespaces.Zeebe, "formDefinition") is { } definition ? Form(definition) : null;
        var escalation = element.Extension(Namespaces.Orch, "escalation");
        var users = values.Optional(assignment, "candidateUsers");
        var groups = values.Optional(assignment, "candidateGroups");
        return new UserTaskNode(draft.Id)
        {
            Assignee = values.Optional(assignment, "assignee"),
            CandidateGroups = groups ?? (users is null && draft.Lane?.Group is { } lane ? new BpmnValue.Fixed(lane) : null),
            CandidateUsers = users,
            DueDate = values.Optional(schedule, "dueDate", Constants.IsInstant, Constants.Instant),
            FollowUpDate = values.Optional(schedule, "followUpDate", Constants.IsInstant, Constants.Instant),
            Priority = values.Optional(element.Extension(Namespaces.Zeebe, "priorityDefinition"), "priority", Constants.IsPriority, Constants.Priority),
            FormId = form?.Id,
            FormBinding = form?.Binding ?? Binding.Deployment,
            EscalationOf = escalation is not null && values.RequiredFixed(escalation, "of") is { } timer ? new ElementId(timer) : null,
            Headers = extensions.Headers(element),
        };
    }

    private ServiceTaskNode? Service(NodeDraft draft)
    {
        if (extensions.Job(draft.Element) is { } job) return new ServiceTaskNode(draft.Id, job);
        report.Add(BpmnDescriptors.ReferenceMissing, draft.Element, Words.Of(draft), draft.Id, "job type (zeebe:taskDefinition)");
        return null;
    }

    private SendTaskNode Send(NodeDraft draft)
    {
        var (publish, job) = Thrown(draft, draft.Element);
        return new SendTaskNode(draft.Id, job, publish);
    }

    private ReceiveTaskNode? Receive(NodeDraft draft)
    {
        RefuseAttribute(draft.Element, "instantiate", "true", "Begin the process with a message start event.");
        return events.Message(draft, draft.Element) is { } message ? new ReceiveTaskNode(draft.Id, message) : null;
    }

    private ScriptTaskNode? Script(NodeDraft draft)
    {
        var (script, job) = EvaluatedOrJob(draft, "script");
        if (script is null && job is null) return null;
        var derived = draft.Element.Extension(Namespaces.Orch, "derived");
        if (derived is not null && script is null)
            report.Add(BpmnDescriptors.AttributeNotExecuted, derived, Words.Qualified(derived), draft.Id, "Only the result of a zeebe:script can be computed again; remove the mark.");
        if (script is null) return new ScriptTaskNode(draft.Id, null, null, job);
        var expression = values.RequiredExpression(script, "expression");
        return new ScriptTaskNode(draft.Id, expression, values.Variable(script, "resultVariable", required: true, path: false), null) { Derived = derived is not null };
    }

    private BusinessRuleTaskNode? BusinessRule(NodeDraft draft)
    {
        var (called, job) = EvaluatedOrJob(draft, "calledDecision");
        if (called is null) return job is null ? null : new BusinessRuleTaskNode(draft.Id, null, job);
        var decision = values.Required(called, "decisionId");
        var (binding, tag) = extensions.VersionOf(called);
        var result = values.Variable(called, "resultVariable", required: true, path: false);
        return decision is null || result is null ? null : new BusinessRuleTaskNode(draft.Id, new CalledDecision(decision, binding, tag, result), null);
    }

    /// <summary>What a script or business-rule task does: evaluate what <paramref name="evaluated"/> says, or a job; exactly one of the two.</summary>
    private (SourceElement? Evaluated, JobDefinition? Job) EvaluatedOrJob(NodeDraft draft, string evaluated)
    {
        var found = draft.Element.Extension(Namespaces.Zeebe, evaluated);
        var job = extensions.Job(draft.Element);
        if (found is null && job is null)
            report.Add(BpmnDescriptors.NothingToDo, draft.Element, Words.Of(draft), draft.Id, $"zeebe:{evaluated} nor zeebe:taskDefinition");
        else if (found is not null && job is not null)
            report.Add(BpmnDescriptors.TwoThingsToDo, draft.Element, Words.Of(draft), draft.Id, $"zeebe:{evaluated} and zeebe:taskDefinition");
        return (found, job);
    }

    private CallActivityNode? Call(NodeDraft draft)
    {
        var called = draft.Element.Extension(Namespaces.Zeebe, "calledElement");
        var process = values.Optional(called, "processId");
        // Plain BPMN names the process in an attribute, as a QName.
        if (process is null && called?.Attribute("processId") is null && draft.Element.Attribute("calledElement")?.Value is { } plain && plain.Trim().Length > 0)
            process = new BpmnValue.Fixed(Texts.LocalName(plain));
        if (process is null)
        {
            if (string.IsNullOrWhiteSpace(called?.Attribute("processId")?.Value))
                report.Add(BpmnDescriptors.CalledProcessMissing, draft.Element, draft.Id);
            return null;
        }
        var (binding, tag) = extensions.VersionOf(called);
        return new CallActivityNode(
            draft.Id, process, binding, tag, values.Boolean(called, "propagateAllParentVariables", true), values.Boolean(called, "propagateAllChildVariables", true));
    }
}
