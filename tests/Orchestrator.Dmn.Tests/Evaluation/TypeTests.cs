using static Orchestrator.Dmn.Tests.DmnTesting;

namespace Orchestrator.Dmn.Tests.Evaluation;

/// <summary>DMN 1.5, 10.3.2.9.4 and 7.3.3: values are converted to their types, or are null with a warning.</summary>
internal sealed class TypeTests
{
    private const string Items =
        "<itemDefinition name=\"tLevel\"><typeRef>string</typeRef><allowedValues><text>\"low\", \"high\"</text></allowedValues></itemDefinition>"
        + "<itemDefinition name=\"tLevels\" isCollection=\"true\"><typeRef>tLevel</typeRef></itemDefinition>"
        + "<itemDefinition name=\"tFew\" isCollection=\"true\"><typeRef>number</typeRef><typeConstraint><text>count(?) &lt; 3</text></typeConstraint></itemDefinition>"
        + "<itemDefinition name=\"tPerson\"><itemComponent name=\"name\"><typeRef>string</typeRef></itemComponent><itemComponent name=\"levels\" isCollection=\"true\"><typeRef>tLevel</typeRef></itemComponent></itemDefinition>"
        + "<itemDefinition name=\"tRule\"><functionItem outputTypeRef=\"number\"><parameters name=\"a\"/></functionItem></itemDefinition>";

    [TestCase("number", "[5]", "5")]
    [TestCase("number", "\"5\"", "null")]
    [TestCase("number", "[5, 6]", "null")]
    [TestCase("list<number>", "5", "[5]")]
    [TestCase("date and time", "@\"2026-03-02\"", "@\"2026-03-02T00:00:00Z\"")]
    [TestCase("string", "null", "null")]
    [TestCase("Any", "[1, \"a\"]", "[1, \"a\"]")]
    [TestCase("tLevel", "\"low\"", "\"low\"")]
    [TestCase("tLevel", "\"mid\"", "null")]
    [TestCase("tLevels", "\"high\"", "[\"high\"]")]
    [TestCase("tLevels", "[\"high\", \"mid\"]", "null")]
    [TestCase("tFew", "[1, 2]", "[1, 2]")]
    [TestCase("tFew", "[1, 2, 3]", "null")]
    [TestCase("tPerson", "{name: \"Ada\", levels: [\"low\"], more: 1}", "{name: \"Ada\", levels: [\"low\"], more: 1}")]
    [TestCase("tPerson", "{name: \"Ada\"}", "null")]
    [TestCase("tPerson", "{name: \"Ada\", levels: [\"mid\"]}", "null")]
    [TestCase("tRule", "1", "null")]
    public void A_result_is_converted_to_the_type_of_its_decision(string type, string feel, string expected)
    {
        var result = Evaluate(Read(Model(Items + Decision("d", Literal(feel), DmnTesting.Escape(type)))), "d");
        Assert.That(result.Value, Is.EqualTo(Value(expected)));
        Assert.That(result.Warnings.Select(one => one.Code), Is.EqualTo(expected == "null" && feel != "null" ? ["DMN0302"] : Array.Empty<string>()));
    }

    [TestCase("{Amount: 5}", "5", "")]
    [TestCase("{Amount: [5]}", "5", "")]
    [TestCase("{Amount: \"x\"}", "null", "DMN0302")]
    [TestCase("{}", "null", "DMN0306")]
    public void An_input_is_checked_by_its_type(string inputs, string expected, string warning)
    {
        var result = Evaluate(Read(Model(Input("Amount", "number") + Decision("d", Literal("Amount"), "", "Amount"))), "d", inputs);
        Assert.That((result.Value, string.Join(",", result.Warnings.Select(one => one.Code))), Is.EqualTo((Value(expected), warning)));
    }

    [Test]
    public void An_item_definition_is_a_type_of_FEEL_too() =>
        Assert.That(Logic(Literal("[{name: \"Ada\", levels: []} instance of tPerson, 1 instance of tPerson]"), "", Items).Value, Is.EqualTo(Value("[true, false]")));
}
