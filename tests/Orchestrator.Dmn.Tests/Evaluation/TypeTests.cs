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
        + "<itemDefinition name=\"tRule\"><functionItem outputTypeRef=\"number\"><parameters name=\"a\" typeRef=\"tLevel\"/></functionItem></itemDefinition>"
        + "<itemDefinition name=\"tWrittenLevels\"><typeRef>list&lt; tLevel &gt;</typeRef></itemDefinition>"
        + "<itemDefinition name=\"tTable\"><typeRef>list&lt;list&lt;number&gt;&gt;</typeRef></itemDefinition>"
        + "<itemDefinition name=\"tSpan\"><typeRef>range&lt;date and time&gt;</typeRef></itemDefinition>"
        + "<itemDefinition name=\"tPair\"><typeRef>context&lt;the level: tLevel, more: list&lt;number&gt;&gt;</typeRef></itemDefinition>"
        + "<itemDefinition name=\"tPairs\" isCollection=\"true\"><typeRef>tPair</typeRef></itemDefinition>"
        + "<itemDefinition name=\"tTest\"><typeRef>function&lt;number, tLevel&gt; -&gt; boolean</typeRef></itemDefinition>";

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
    [TestCase("tRule", "function(a, b) 1", "null")]
    [TestCase("tWrittenLevels", "[\"low\", \"high\"]", "[\"low\", \"high\"]")]
    [TestCase("tWrittenLevels", "\"low\"", "[\"low\"]")]
    [TestCase("tWrittenLevels", "[\"mid\"]", "null", Description = "what the item definition inside allows counts")]
    [TestCase("list<tLevel>", "[\"mid\"]", "null")]
    [TestCase("tTable", "[[1], [2, 3]]", "[[1], [2, 3]]")]
    [TestCase("tTable", "[[1], [\"2\"]]", "null")]
    [TestCase("tSpan", "[@\"2026-03-02T08:00:00Z\"..@\"2026-03-03T08:00:00Z\"]", "[@\"2026-03-02T08:00:00Z\"..@\"2026-03-03T08:00:00Z\"]")]
    [TestCase("tSpan", "[1..2]", "null")]
    [TestCase("tPair", "{the level: \"low\", more: []}", "{the level: \"low\", more: []}")]
    [TestCase("tPair", "{the level: \"mid\", more: []}", "null")]
    [TestCase("tPair", "{the level: \"low\"}", "null")]
    [TestCase("tPairs", "[{the level: \"low\", more: [1]}]", "[{the level: \"low\", more: [1]}]")]
    [TestCase("tPairs", "[{the level: \"low\", more: [\"1\"]}]", "null")]
    [TestCase("tTest", "function(a) true", "null")]
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

    [TestCase("(function(a) a) instance of tRule", "true")]
    [TestCase("(function(a, b) a) instance of tRule", "false")]
    [TestCase("[\"low\"] instance of tWrittenLevels", "true")]
    [TestCase("[[1]] instance of tTable", "true")]
    [TestCase("[[\"1\"]] instance of tTable", "false")]
    [TestCase("[1..2] instance of tSpan", "false")]
    [TestCase("{the level: \"low\", more: []} instance of tPair", "true")]
    [TestCase("(function(a, b) true) instance of tTest", "true")]
    public void A_type_that_is_written_out_is_a_type_of_FEEL_too(string feel, string expected) =>
        Assert.That(Logic(Literal(feel), "", Items).Value, Is.EqualTo(Value(expected)));

    [Test]
    public void A_function_keeps_its_type_and_may_be_called() =>
        Assert.That(
            Evaluate(Read(Model(Items + Decision("f", Literal("function(a) string length(a)"), "tRule") + Decision("d", Literal("f(\"low\")"), "", "f"))), "d").Value,
            Is.EqualTo(Value("3")));

    [Test]
    public void An_item_definition_is_a_type_of_FEEL_too() =>
        Assert.That(Logic(Literal("[{name: \"Ada\", levels: []} instance of tPerson, 1 instance of tPerson]"), "", Items).Value, Is.EqualTo(Value("[true, false]")));
}
