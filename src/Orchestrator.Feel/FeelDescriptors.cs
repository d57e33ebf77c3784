using Orchestrator.Diagnostics;

namespace Orchestrator.Feel;

/// <summary>Every diagnostic and warning of FEEL: FEEL00… when an expression is read (errors), FEEL01… when it is evaluated (warnings, the value is null).</summary>
public static class FeelDescriptors
{
    public static readonly Descriptor UnexpectedToken = Error("FEEL0001", "Expected {0}, but found {1}.", "Correct the expression at this place.");
    public static readonly Descriptor Unterminated = Error("FEEL0002", "Expected the {0} to end with {1}, but found the end of the expression.", "Close the {0} with {1}.");
    public static readonly Descriptor UnexpectedCharacter = Error("FEEL0003", "Expected a character of FEEL, but found '{0}'.", "Remove the character, or put it into a string.");
    public static readonly Descriptor TooLarge = Error("FEEL0004", "Expected an expression of at most {1} {0}, but found more.", "Split the expression, or compute a part of it in a step before.");
    public static readonly Descriptor BadLiteral = Error("FEEL0005", "Expected {0}, but found {1}.", "Write it as in @\"2019-12-24\", @\"10:30:00\", @\"2019-12-24T10:30:00@Europe/Rome\", @\"P30D\", 12.5.");
    public static readonly Descriptor DuplicateKey = Error("FEEL0006", "Expected each key once, but '{0}' stands twice.", "Rename or remove one of the two entries.");
    public static readonly Descriptor ExternalFunction = Error("FEEL0007", "Expected a function whose body is FEEL, but found the external function {0}.", "External functions run foreign code and are refused; write the body in FEEL or use a service task.");
    public static readonly Descriptor UnknownType = Error("FEEL0008", "Expected a FEEL type, but found '{0}'.", "Use number, string, boolean, date, time, date and time, a duration, list<…>, context<…>, range<…>, function<…>-> … or Any.");
    public static readonly Descriptor BadCalendar = Error("FEEL0009", "Expected {0}, but found {1}.", "Correct the document of calendars; docs/feel.md shows its form.");

    public static readonly Descriptor UnknownVariable = Warning("FEEL0101", "Expected a variable '{0}', but there is none.", "Check the name, or give the variable a value before.");
    public static readonly Descriptor UnknownFunction = Warning("FEEL0102", "Expected a function, but '{0}' is {1}.", "Check the name of the function.");
    public static readonly Descriptor WrongArgument = Warning("FEEL0103", "Expected {1} as '{2}' of {0}, but found {3}.", "Convert the argument, for instance with date(), number() or string().");
    public static readonly Descriptor WrongArguments = Warning("FEEL0104", "Expected the parameters {1} of {0}, but found {2}.", "Give the arguments that the function takes.");
    public static readonly Descriptor WrongOperands = Warning("FEEL0105", "Expected operands that '{0}' can take, but found {1} and {2}.", "Convert one of them, or test for null before.");
    public static readonly Descriptor NoResult = Warning("FEEL0106", "Expected a result of {0}, but it has none: {1}.", "Check the values before, for instance for zero.");
    public static readonly Descriptor BadText = Warning("FEEL0107", "Expected {0}, but found the text '{1}'.", "Write it as ISO 8601: 2019-12-24, 10:30:00, 2019-12-24T10:30:00, P30D.");
    public static readonly Descriptor BadIndex = Warning("FEEL0108", "Expected a position of one of the {0} items, but found {1}.", "Positions count from 1, or from -1 at the end; test the length with count() before.");
    public static readonly Descriptor NotBoolean = Warning("FEEL0109", "Expected true or false for {0}, but found {1}.", "Compare, for instance with '= true', or give the variable a value.");
    public static readonly Descriptor LimitReached = Warning("FEEL0110", "Expected at most {1} {0}, but the expression needs more.", "Work on less data, or end the recursion.");
    public static readonly Descriptor UnknownProperty = Warning("FEEL0111", "Expected a property '{0}', but {1} has none.", "Check the name of the property.");
    public static readonly Descriptor UnknownCalendar = Warning("FEEL0112", "Expected one of the calendars {1}, but found '{0}'.", "Use one of these names, or add the calendar to the configuration.");
    public static readonly Descriptor UnknownZone = Warning("FEEL0113", "Expected a time zone of the IANA data base, but found '{0}'.", "Write it as Europe/Rome.");
    public static readonly Descriptor BadPattern = Warning("FEEL0114", "Expected a regular expression of XPath, but '{0}' is not one: {1}.", "Correct the pattern.");
    public static readonly Descriptor NotStorable = Warning("FEEL0115", "Expected a value that a variable can hold, but found {0}.", "Keep functions and ranges inside the expression.");
    public static readonly Descriptor NotIterable = Warning("FEEL0116", "Expected a list or two ends of a range to iterate over, but found {0}.", "Use a list, or whole numbers or dates with '..' between them.");
    public static readonly Descriptor BadRange = Warning("FEEL0117", "Expected ends of a range that can be compared, but found {0} and {1}.", "Give both ends the same type, the lower one first.");

    private static Descriptor Error(string code, string template, string remedy) => new(code, Severity.Error, template, remedy);

    private static Descriptor Warning(string code, string template, string remedy) => new(code, Severity.Warning, template, remedy);
}
