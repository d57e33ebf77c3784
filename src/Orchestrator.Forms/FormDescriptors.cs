using Orchestrator.Diagnostics;

namespace Orchestrator.Forms;

/// <summary>Every diagnostic of forms: FORM00.. the file, FORM01.. components, FORM02.. the form among the others. A code is never used again for something else.</summary>
public static class FormDescriptors
{
    public static readonly Descriptor NotJson = Error("FORM0001", "Expected {0}, but found {1}.", "Correct the JSON at this place; the form editor writes it correctly.");
    public static readonly Descriptor TooLarge = Error("FORM0002", "Expected a form of at most {1} {2}, but found {0}.", "Split the form into several tasks.");
    public static readonly Descriptor NotAForm = Error("FORM0003", "Expected a form with '{0}', but found {1}.", "Save it with the form editor: {{\"type\": \"default\", \"id\": …, \"components\": […]}}.");
    public static readonly Descriptor DuplicateProperty = Error("FORM0004", "Expected property '{0}' once, but it stands twice.", "Remove one of the two.");

    public static readonly Descriptor UnknownComponent = Error("FORM0101", "Expected a component of form-js, but found the type '{0}'.", "Use one of the components that docs/elements.md lists.");
    public static readonly Descriptor RefusedComponent = Error("FORM0102", "'{0}' is a component of form-js that is not offered here.", "{1}");
    public static readonly Descriptor PropertyMissing = Error("FORM0103", "Expected '{0}' on this {1}, but it is missing or empty.", "Give it a value.");
    public static readonly Descriptor PropertyType = Error("FORM0104", "Expected '{0}' to be {1}, but found {2}.", "Correct the value.");
    public static readonly Descriptor BadKey = Error("FORM0105", "Expected '{0}' to be a name or a path of names, but found '{1}'.", "Use letters, digits and '_', beginning with a letter; '.' between names.");
    public static readonly Descriptor DuplicateKey = Error("FORM0106", "Expected each key once, but '{0}' is also the key of the component at {1}.", "Rename one of the two.");
    public static readonly Descriptor ExpressionExpected = Error("FORM0107", "Expected '{0}' to be a FEEL expression that starts with '=', but found '{1}'.", "Write '=' before the expression.");
    public static readonly Descriptor BadPattern = Error("FORM0108", "Expected a regular expression without look-around and back references, but '{0}' is not: {1}", "Correct the pattern.");
    public static readonly Descriptor OptionsMissing = Error("FORM0109", "Expected one of values, valuesKey and valuesExpression on '{0}', but found {1}.", "Give the component exactly one source of options.");
    public static readonly Descriptor DuplicateOption = Error("FORM0110", "Expected each option once, but '{0}' stands twice.", "Remove or rename one of the two.");
    public static readonly Descriptor NeverShown = Error("FORM0111", "'{0}' can never be shown: its condition to hide is always true.", "Correct the condition, or delete the component.");
    public static readonly Descriptor EmptyRange = Error("FORM0112", "No value of '{0}' can be accepted: {1} is greater than {2}.", "Exchange the two bounds.");
    public static readonly Descriptor EmptyList = Error("FORM0113", "Expected components in the list '{0}', but it has none.", "Add a component to the list.");
    public static readonly Descriptor RuleWithoutMessage = Warning("FORM0114", "The rule of '{0}' has no orchRuleMessage; people will read a general sentence.", "Add properties.orchRuleMessage.");

    public static readonly Descriptor DuplicateForm = Error("FORM0201", "Expected each form once, but '{0}' also stands in {1}.", "Rename or remove one of the two.");
    public static readonly Descriptor NobodyReaches = Error("FORM0202", "Form '{0}' is named by no task and no start event of this deployment: nobody can ever open it.", "Name it in a task with zeebe:formDefinition, or remove the file.");

    private static Descriptor Error(string code, string template, string remedy) => new(code, Severity.Error, template, remedy);

    private static Descriptor Warning(string code, string template, string remedy) => new(code, Severity.Warning, template, remedy);
}
