using Orchestrator.Diagnostics;

namespace Orchestrator.Bpmn;

/// <summary>Every diagnostic of definitions: BPMN0… structure, BPMN1… references, BPMN2… executability. A code is never used again for something else.</summary>
public static class BpmnDescriptors
{
    // BPMN00..: the file
    public static readonly Descriptor NotWellFormed = Error("BPMN0001", "Expected well-formed XML without a document type, but found: {0}", "Correct the file at this place; a modeler writes it correctly.");
    public static readonly Descriptor TooLarge = Error("BPMN0002", "Expected a file of at most {1} characters, but found {0}.", "Split the file: one process each, called by call activities.");
    public static readonly Descriptor TooDeep = Error("BPMN0003", "Expected at most {0} elements inside each other, but found more.", "Draw inner sub-processes as processes of their own and call them.");
    public static readonly Descriptor NotBpmn = Error("BPMN0004", "Expected 'definitions' of BPMN 2.0 as the root, but found '{0}' of '{1}'.", "Save the diagram as BPMN 2.0 XML (namespace http://www.omg.org/spec/BPMN/20100524/MODEL).");
    public static readonly Descriptor NoExecutableProcess = Error("BPMN0005", "Expected at least one process with isExecutable=\"true\", but found {0} without it.", "Mark the process as executable, or do not deploy the file.");
    public static readonly Descriptor MissingId = Error("BPMN0006", "Expected an id on '{0}', but it has none.", "Give the element an id that is unique in the file.");
    public static readonly Descriptor DuplicateId = Error("BPMN0007", "Expected each id once, but '{0}' already stands at {1}.", "Rename one of the two elements.");
    public static readonly Descriptor UnknownElement = Error("BPMN0008", "Expected an element of BPMN 2.0 that can stand in '{1}', but found '{0}'.", "Check the spelling; put extensions into extensionElements, in a namespace of their own.");
    public static readonly Descriptor TooManyNodes = Error("BPMN0009", "Expected at most {1} {2} in a process, but found {0}.", "Move parts into processes of their own and call them.");
    public static readonly Descriptor MoreDiagnostics = Warning("BPMN0010", "More than {0} diagnostics; the rest of {1} is not listed.", "Correct the ones above first.");

    // BPMN01..: flows
    public static readonly Descriptor FlowEndMissing = Error("BPMN0101", "Expected sequence flow '{0}' to have a {1}, but it has none.", "Connect both ends of the flow.");
    public static readonly Descriptor DanglingFlow = Error("BPMN0104", "Sequence flow '{0}' {1} '{2}', which does not exist in this scope.", "Connect the flow to a node, or delete it.");
    public static readonly Descriptor FlowCrossesScope = Error("BPMN0105", "Sequence flow '{0}' leads from '{1}' to '{2}' across the border of a sub-process.", "End the flow inside the sub-process, or attach an event to its border.");
    public static readonly Descriptor IncomingNotAllowed = Error("BPMN0106", "Expected no incoming flow at the {0} '{1}', but found '{2}'.", "Lead the flow to the node that follows.");
    public static readonly Descriptor OutgoingNotAllowed = Error("BPMN0107", "Expected no outgoing flow at the {0} '{1}', but found '{2}'.", "Use an intermediate event or a task if the path goes on.");
    public static readonly Descriptor OutgoingMissing = Error("BPMN0109", "Expected an outgoing flow at the {0} '{1}', but it leads nowhere.", "Connect it to the node that follows, if only an end event.");
    public static readonly Descriptor ConditionIgnored = Error("BPMN0110", "Sequence flow '{0}' has a condition, but the {1} '{2}' it leaves does not look at conditions.", "Remove the condition, or put an exclusive gateway before the flow.");
    public static readonly Descriptor ConditionMissing = Error("BPMN0111",
        "Expected a condition on sequence flow '{0}', because the exclusive gateway '{1}' has several flows and it is not the default.", "Write a condition that starts with '=', or make it the default flow.");
    public static readonly Descriptor DefaultNotOutgoing = Error("BPMN0112", "Expected the default flow of '{0}' to be one of its outgoing flows, but found '{1}'.", "Choose an outgoing flow as default.");
    public static readonly Descriptor DefaultNotAllowed = Error("BPMN0113", "Expected no default flow at the {0} '{1}', which does not choose.", "Remove the attribute 'default'.");
    public static readonly Descriptor Unreachable = Error("BPMN0114", "No path leads to the {0} '{1}': it can never be reached.", "Connect it, or delete it.");

    // BPMN02..: scopes, events, loops
    public static readonly Descriptor NoStartEvent = Error("BPMN0201", "Expected a start event in {0} '{1}', but found none.", "Draw a start event and connect it to the first node.");
    public static readonly Descriptor SeveralStartEvents = Error("BPMN0202", "Expected one start event without a trigger in {0} '{1}', but found {2}.", "Keep one and lead to the others from it, or give them a message or a timer.");
    public static readonly Descriptor TriggeredStartInSubProcess = Error("BPMN0203", "Expected a start event without a trigger in sub-process '{0}', but found a {1} start.", "Remove the trigger, or mark the sub-process as event sub-process.");
    public static readonly Descriptor EventSubProcessStart = Error("BPMN0204", "Expected exactly one start event, with a trigger, in event sub-process '{0}', but found {1}.", "Give the event sub-process one start event with a timer, a message or an error.");
    public static readonly Descriptor BoundaryHost = Error("BPMN0206", "Expected '{0}' to be attached to a task, sub-process or call activity, but '{1}' is {2}.", "Attach it to an activity, or use an intermediate event.");
    public static readonly Descriptor DuplicateErrorCatch = Error("BPMN0208", "Expected one catch event for {0} at '{1}', but '{2}' and '{3}' both catch it.", "Remove one, or give them different error codes.");
    public static readonly Descriptor DuplicateMessageCatch = Error("BPMN0209", "Expected one catch event for message '{0}' at '{1}', but '{2}' and '{3}' both wait for it.", "Remove one, or use different messages.");
    public static readonly Descriptor EventGatewayTarget = Error("BPMN0210",
        "Expected a message or timer catch event, or a receive task without boundary events, inputs and multi-instance, behind event-based gateway '{0}', but '{1}' is {2}.", "Put a catch event directly behind the gateway.");
    public static readonly Descriptor EventGatewayTooFew = Error("BPMN0211", "Expected at least two outgoing flows at event-based gateway '{0}', but found {1}.", "Add the other event, or use the catch event alone.");
    public static readonly Descriptor EventGatewayTargetShared = Error("BPMN0212", "Expected '{1}' to be reached only from event-based gateway '{0}', but it has {2} incoming flows.", "Give the other path a catch event of its own.");
    public static readonly Descriptor EventDefinitionCount = Error("BPMN0213", "Expected {2} event definition in the {0} '{1}', but found {3}.", "Draw one event for each trigger.");
    public static readonly Descriptor ErrorMustInterrupt = Error("BPMN0214", "Expected '{0}' to interrupt, because an error always ends what it is thrown in.", "Make the event interrupting, or use a message.");
    public static readonly Descriptor UnconditionalLoop = Error("BPMN0215", "The loop {0} never ends and never waits: no node in it waits and no condition leads out.", "Put a condition with a way out, a timer or a task into the loop.");
    public static readonly Descriptor DuplicateStartMessage = Error("BPMN0216", "Expected one start event for message '{0}', but '{1}' and '{2}' both start with it.", "Keep one start event and branch behind it.");

    public static readonly Descriptor AdHocStartOrEnd = Error("BPMN0217",
        "Expected no start and end events in ad-hoc sub-process '{0}', but found {1} '{2}'.", "Remove it: elements without incoming flows can be chosen, and a path ends where no flow goes on.");
    public static readonly Descriptor AdHocEmpty = Error("BPMN0218", "Expected at least one activity in ad-hoc sub-process '{0}', but found none.", "Draw the activities that can be chosen.");

    // BPMN1...: references
    public static readonly Descriptor UnknownReference = Error("BPMN1001", "Expected '{0}' to name an existing {1}, but there is no '{2}'.", "Choose one that exists in this file, or add it.");
    public static readonly Descriptor ReferenceMissing = Error("BPMN1002", "Expected the {0} '{1}' to name its {2}, but it names none.", "Choose the {2} in the properties of the event or task.");
    public static readonly Descriptor MessageNameMissing = Error("BPMN1003", "Expected message '{0}' to have a name, but it has none.", "Give the message its name: it is what a sender uses.");
    public static readonly Descriptor ErrorCodeMissing = Error("BPMN1004", "Expected error '{0}' to have an errorCode, but it has none.", "Give the error its code, or let the event catch every error by naming none.");
    public static readonly Descriptor CorrelationKeyMissing = Error("BPMN1005", "Expected message '{0}', which '{1}' waits for, to have a correlation key, but it has none.", "Add zeebe:subscription correlationKey=\"=…\" to the message.");
    public static readonly Descriptor CalledProcessMissing = Error("BPMN1006", "Expected call activity '{0}' to name a process, but it names none.", "Add zeebe:calledElement processId=\"…\".");
    public static readonly Descriptor FormIdMissing = Error("BPMN1007", "Expected the form of '{0}' to be named by formId, but it is not.", "Give zeebe:formDefinition a formId; forms embedded in the process (formKey) are not read.");
    public static readonly Descriptor NotABoundaryTimer = Error("BPMN1008", "Expected '{0}' to name a boundary timer of this process, but '{1}' is not one.", "Use the id of a boundary event with a timer.");
    public static readonly Descriptor PersonalSearch = Error("BPMN1009",
        "Variable '{0}' is marked personal and searchable, but what is personal is never kept in plain search columns.", "Remove one of the two marks; persons are searched in the case registry.");
    public static readonly Descriptor DuplicateMark = Error("BPMN1010", "Expected one '{0}' for '{1}', but found a second.", "Join the two into one.");
    public static readonly Descriptor FormNotFound = Error("BPMN1011",
        "Form '{1}' of '{0}' is not in this deployment: the task could never be done.", "Add the form to the folder, or correct formId; a form of an earlier deployment needs bindingType=\"latest\".");
    public static readonly Descriptor ProcessNotFound = Error("BPMN1012", "Process '{1}', which '{0}' calls, is not in this deployment.", "Add it to the folder, or correct processId; a process of an earlier deployment needs bindingType=\"latest\".");
    public static readonly Descriptor DuplicateProcess = Error("BPMN1013", "Expected each process once, but '{0}' also stands in {1}.", "Rename or remove one of the two.");
    public static readonly Descriptor EndlessCalls = Error("BPMN1014", "Process '{0}' calls itself without a condition and without waiting: {1}.", "Put a condition, a timer or a task before the call.");
    public static readonly Descriptor LaneNodeUnknown = Warning("BPMN1015", "Lane '{0}' holds '{1}', which does not exist in this process.", "Save the diagram again with a modeler; the entry is left out.");
    public static readonly Descriptor DecisionNotFound = Error("BPMN1016",
        "Decision '{1}', which '{0}' calls, is not in this deployment.", "Add its .dmn file to the folder, or correct decisionId; a decision of an earlier deployment needs bindingType=\"latest\".");

    // BPMN2...: executability
    public static readonly Descriptor NotExecuted = Error("BPMN2001", "'{0}' is an element of BPMN that is not executed.", "{1}");
    public static readonly Descriptor AttributeNotExecuted = Error("BPMN2002", "'{0}' of '{1}' is not executed.", "{2}");
    public static readonly Descriptor ExpressionExpected = Error("BPMN2003", "Expected {0} to be a FEEL expression that starts with '=', but found '{1}'.", "Write '=' before the expression.");
    public static readonly Descriptor FixedTextExpected = Error("BPMN2004", "Expected {0} to be fixed text, but found an expression.", "Remove the '=' and write the value itself.");
    public static readonly Descriptor ValueMissing = Error("BPMN2005", "Expected {0} on '{1}', but it is missing or empty.", "Give it a value.");
    public static readonly Descriptor BadConstant = Error("BPMN2006", "Expected {0} to be {1}, but found '{2}'.", "Correct the value, or write an expression that starts with '='.");
    public static readonly Descriptor TimerValues = Error("BPMN2007", "Expected one of timeDate, timeDuration and timeCycle on the timer of '{0}', but found {1}.", "Give the timer exactly one of the three.");
    public static readonly Descriptor TimerKindNotAllowed = Error("BPMN2008", "Expected {2} on the timer of '{0}', but found {1}.", "Use another kind of timer, or an event that does not interrupt.");
    public static readonly Descriptor NothingToDo = Error("BPMN2009", "Expected the {0} '{1}' to say what happens, but it has neither {2}.", "Add one of them to its extensionElements.");
    public static readonly Descriptor TwoThingsToDo = Error("BPMN2010", "Expected the {0} '{1}' to say one thing that happens, but it has both {2}.", "Remove one of the two.");
    public static readonly Descriptor BadVariableName = Error("BPMN2011", "Expected {0} to be the name of a variable or a path of names, but found '{1}'.", "Use letters, digits and '_', beginning with a letter; '.' between names.");
    public static readonly Descriptor HalfOutput = Error("BPMN2012", "Expected outputCollection and outputElement together on the multi-instance of '{0}', but found {1} alone.", "Give both, or none.");
    public static readonly Descriptor MultiInstanceWithoutCollection = Error("BPMN2013",
        "Expected the multi-instance of '{0}' to name its inputCollection, but it does not.", "Add zeebe:loopCharacteristics inputCollection=\"=…\"; loopCardinality and data references are not executed.");
    public static readonly Descriptor UnknownChoice = Error("BPMN2014", "Expected {0} to be one of {1}, but found '{2}'.", "Use one of these words.");
    public static readonly Descriptor ExtensionIgnored = Warning("BPMN2101", "'{0}' is not executed and has no effect here.", "Remove it, or do the work in a task of the process.");
    public static readonly Descriptor UnknownExtension = Warning("BPMN2102", "'{0}' is not part of the orch: extension and has no effect.", "Check the spelling in docs/orch-extension.md.");

    private static Descriptor Error(string code, string template, string remedy) => new(code, Severity.Error, template, remedy);

    private static Descriptor Warning(string code, string template, string remedy) => new(code, Severity.Warning, template, remedy);
}
