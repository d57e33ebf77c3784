using Orchestrator.Diagnostics;

namespace Orchestrator.Dmn;

/// <summary>Every diagnostic of decisions: DMN00.. the file, DMN01.. references and types, DMN02.. logic; DMN03.. are warnings of an evaluation. A code is never used again for something else.</summary>
public static class DmnDescriptors
{
    public static readonly Descriptor NotWellFormed = Error("DMN0001", "Expected well-formed XML without a document type, but found: {0}", "Correct the file at this place; a modeler writes it correctly.");
    public static readonly Descriptor TooLarge = Error("DMN0002", "Expected a file of at most {1} characters, but found {0}.", "Split the model: parts of it can be imported.");
    public static readonly Descriptor TooDeep = Error("DMN0003", "Expected at most {0} elements inside each other, but found more.", "Move inner expressions into decisions or business knowledge models of their own.");
    public static readonly Descriptor NotDmn = Error("DMN0004", "Expected 'definitions' of DMN 1.2 to 1.5 as the root, but found '{0}' of '{1}'.", "Save the model as DMN 1.3 or later.");
    public static readonly Descriptor NoDecision = Error("DMN0005", "Expected at least one decision, but found none.", "Draw a decision, or import this model into one that has decisions.");
    public static readonly Descriptor DuplicateId = Error("DMN0006", "Expected each id once, but '{0}' already stands at {1}.", "Rename one of the two elements.");
    public static readonly Descriptor MissingName = Error("DMN0007", "Expected a name on '{0}', but it has none.", "Give the element a name: expressions use it.");
    public static readonly Descriptor DuplicateName = Error("DMN0008", "Expected each name once, but '{0}' is also the name of {1}.", "Rename one of the two: expressions could not tell them apart.");
    public static readonly Descriptor DuplicateModel = Error("DMN0010", "Expected the definitions of each file to have an id of their own, but '{0}' is also that of {1}.", "Give one of the two files another id on its definitions.");
    public static readonly Descriptor DuplicateDecision = Error("DMN0011", "Expected each decision once, but '{0}' also stands in {1}.", "Rename or remove one of the two: a process could not tell them apart.");
    public static readonly Descriptor MoreDiagnostics = Warning("DMN0009", "More than {0} diagnostics; the rest of {1} is not listed.", "Correct the ones above first.");

    public static readonly Descriptor UnknownReference = Error("DMN0101", "Expected '{0}' to lead to {1}, but there is no '{2}'.", "Connect it again in the diagram, or give the imported model together with this one.");
    public static readonly Descriptor ImportMissing = Error("DMN0102", "Expected the model with namespace '{0}', which is imported as '{1}', but it was not given.", "Give the imported model together with this one.");
    public static readonly Descriptor ImportKind = Error("DMN0103", "Expected '{0}' to import a DMN model, but found importType '{1}'.", "Only DMN models are imported; PMML and XML schemas are not read.");
    public static readonly Descriptor UnknownType = Error("DMN0104", "Expected a type of FEEL or an item definition, but found '{0}'.", "Correct the type, or add the item definition.");
    public static readonly Descriptor CyclicRequirement = Error("DMN0105", "'{0}' needs its own result: {1}.", "Remove one of the requirements.");
    public static readonly Descriptor CyclicType = Error("DMN0106", "Item definition '{0}' is its own base.", "Choose another type for it.");

    public static readonly Descriptor UnknownExpression = Error("DMN0201", "Expected an expression of DMN, but found '{0}'.", "Use a literal expression, decision table, context, invocation, list, relation, function, conditional, filter, for, some or every.");
    public static readonly Descriptor ExpressionMissing = Error("DMN0202", "Expected {0} in '{1}', but it is missing or empty.", "Write the expression.");
    public static readonly Descriptor ForeignFunction = Error("DMN0203", "Expected a function whose body is FEEL, but '{0}' is of kind {1}: {2}.", "Foreign functions are refused; write the body in FEEL or use a service task.");
    public static readonly Descriptor ForeignLanguage = Error("DMN0204", "Expected an expression in FEEL, but its language is '{0}'.", "Write it in FEEL.");
    public static readonly Descriptor UnknownHitPolicy = Error("DMN0205", "Expected a hit policy of DMN, but found '{0}'.", "Choose UNIQUE, ANY, PRIORITY, FIRST, RULE ORDER, OUTPUT ORDER or COLLECT.");
    public static readonly Descriptor UnknownAggregation = Error("DMN0206", "Expected SUM, MIN, MAX or COUNT, but found '{0}'.", "Choose one of them, or none for the list of outputs.");
    public static readonly Descriptor RuleShape = Error("DMN0207", "Expected {0} {1} cells in rule {2}, but found {3}.", "Add or remove cells, so that the rule fits the columns.");
    public static readonly Descriptor AggregatedOutputs = Error("DMN0208", "Expected one output for the aggregation {0}, but found {1}.", "Aggregate one output in a table of its own.");
    public static readonly Descriptor PrioritiesMissing = Error("DMN0209", "Expected output values for the hit policy {0}, because they order the outputs, but there are none.", "List the output values, the most important first.");
    public static readonly Descriptor TableTooLarge = Error("DMN0210", "Expected a table of at most {1} cells, but found {0}.", "Split the table.");
    public static readonly Descriptor DuplicateEntry = Error("DMN0211", "Expected each entry once, but '{0}' stands twice.", "Rename or remove one of the two.");

    public static readonly Descriptor NotReadable = Warning("DMN0301", "Expected an expression that can be read, but: {0}", "{1}");
    public static readonly Descriptor WrongType = Warning("DMN0302", "Expected {0} to be {1}, but found {2}.", "Give a value of this type, or correct the type.");
    public static readonly Descriptor SeveralHits = Warning("DMN0303", "Expected at most one rule to match under the hit policy UNIQUE, but rules {0} do.", "Make the rules exclude each other, or choose another hit policy.");
    public static readonly Descriptor DifferentHits = Warning("DMN0304", "Expected all matching rules to give the same output under the hit policy ANY, but rules {0} differ.", "Give them the same output, or choose another hit policy.");
    public static readonly Descriptor NotAllowed = Warning("DMN0305", "Expected {0} to be one of {1}, but found {2}.", "Give an allowed value, or extend the list.");
    public static readonly Descriptor MissingInput = Warning("DMN0306", "Expected a value for the input '{0}', but there is none.", "Give the input a value.");
    public static readonly Descriptor NotCallable = Warning("DMN0308", "Expected a function to call, but '{0}' is {1}.", "Call a business knowledge model, a decision service or a function.");
    public static readonly Descriptor WrongArguments = Warning("DMN0309", "Expected the parameters {1} of '{0}', but found {2}.", "Give each parameter once.");
    public static readonly Descriptor Endless = Warning("DMN0310", "'{0}' needs its own result.", "Remove one of the requirements.");
    public static readonly Descriptor NoLogic = Warning("DMN0311", "Expected '{0}' to have an expression, but it has none.", "Write the expression.");

    private static Descriptor Error(string code, string template, string remedy) => new(code, Severity.Error, template, remedy);

    private static Descriptor Warning(string code, string template, string remedy) => new(code, Severity.Warning, template, remedy);
}
