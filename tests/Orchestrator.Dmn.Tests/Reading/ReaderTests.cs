using Orchestrator.Diagnostics;
using Orchestrator.Feel;
using static Orchestrator.Dmn.Tests.DmnTesting;
using static Orchestrator.Dmn.Tests.Tables.TableText;

namespace Orchestrator.Dmn.Tests.Reading;

/// <summary>What is wrong with a file is told with its code, its place and a remedy; nothing is thrown.</summary>
internal sealed class ReaderTests
{
    private static DmnRead ReadAny(string xml, params string[] others) => DmnReader.Read(new SourceText("a.dmn", xml), others.Select(other => new SourceText("b.dmn", other)));

    [TestCase("http://www.omg.org/spec/DMN/20180521/MODEL/")]
    [TestCase("https://www.omg.org/spec/DMN/20191111/MODEL/")]
    [TestCase("https://www.omg.org/spec/DMN/20211108/MODEL/")]
    [TestCase("https://www.omg.org/spec/DMN/20230324/MODEL/")]
    public void DMN_1_2_to_1_5_are_read(string dmn) =>
        Assert.That(Evaluate(Read(Model(Decision("d", Literal("1 + 1")), dmn: dmn)), "d").Value, Is.EqualTo(Value("2")));

    [TestCase("", "DMN0001")]
    [TestCase("<definitions", "DMN0001")]
    [TestCase("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", "DMN0001")]
    [TestCase("<definitions xmlns=\"http://www.omg.org/spec/DMN/20151101/dmn.xsd\"/>", "DMN0004")]
    public void What_is_no_DMN_gives_no_model(string xml, string code)
    {
        var read = ReadAny(xml);
        Assert.That(read.Model, Is.Null);
        Assert.That(read.Diagnostics.Single().Descriptor.Code, Is.EqualTo(code));
    }

    [TestCase("<decision id=\"d\" name=\"d\"/>", "DMN0202")]
    [TestCase("<decision id=\"d\" name=\"\"><literalExpression><text>1</text></literalExpression></decision>", "DMN0007")]
    [TestCase("<decision id=\"d\" name=\"d\"><variable name=\"d\" typeRef=\"tNone\"/><literalExpression><text>1</text></literalExpression></decision>", "DMN0104")]
    [TestCase("<decision id=\"d\" name=\"d\"><informationRequirement><requiredInput href=\"#no\"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>", "DMN0101")]
    [TestCase("<decision id=\"d\" name=\"d\"><literalExpression expressionLanguage=\"urn:js\"><text>1</text></literalExpression></decision>", "DMN0204")]
    [TestCase("<decision id=\"d\" name=\"d\"><functionDefinition kind=\"PMML\"/></decision>", "DMN0203")]
    [TestCase("<import name=\"x\" namespace=\"urn:no\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>", "DMN0102")]
    [TestCase("<import name=\"x\" namespace=\"urn:no\" importType=\"http://www.dmg.org/PMML-4_1\"/>", "DMN0103")]
    [TestCase("<itemDefinition name=\"t\"><typeRef>t</typeRef></itemDefinition>", "DMN0106")]
    [TestCase("<itemDefinition name=\"t\"><typeRef>list&lt;tNone&gt;</typeRef></itemDefinition>", "DMN0104")]
    [TestCase("<itemDefinition name=\"t\"><typeRef>list&lt;number</typeRef></itemDefinition>", "DMN0104")]
    [TestCase("<itemDefinition name=\"t\"><typeRef>context&lt;number&gt;</typeRef></itemDefinition>", "DMN0104")]
    [TestCase("<itemDefinition name=\"t\"><typeRef>function&lt;number&gt;</typeRef></itemDefinition>", "DMN0104")]
    [TestCase("<itemDefinition name=\"t\"><typeRef>list&lt;number&gt; more</typeRef></itemDefinition>", "DMN0104")]
    [TestCase("<itemDefinition name=\"t\"><typeRef>list&lt;t&gt;</typeRef></itemDefinition>", "DMN0106")]
    [TestCase("<itemDefinition name=\"t\"><functionItem outputTypeRef=\"tNone\"><parameters name=\"a\" typeRef=\"number\"/></functionItem></itemDefinition>", "DMN0104")]
    [TestCase("<itemDefinition name=\"t\"><functionItem><parameters name=\"a\" typeRef=\"tNone\"/></functionItem></itemDefinition>", "DMN0104")]
    [TestCase("<itemDefinition name=\"t\"><functionItem><parameters typeRef=\"number\"/></functionItem></itemDefinition>", "DMN0007")]
    public void A_fault_in_the_model_is_told_at_its_place(string content, string code)
    {
        var read = ReadAny(Model(content));
        Assert.That(read.Diagnostics.Select(one => one.Descriptor.Code), Does.Contain(code));
        Assert.That((read.HasErrors, read.Diagnostics.All(one => one.Position.Line == 2 && one.Remedy.Length > 0)), Is.EqualTo((true, true)));
    }

    [Test]
    public void An_error_in_FEEL_points_into_the_file_behind_entities()
    {
        var xml = Model("<decision id=\"d\" name=\"d\"><literalExpression><text>1 &lt; )</text></literalExpression></decision>");
        var diagnostic = ReadAny(xml).Diagnostics.Single();
        Assert.That(diagnostic.Span.Start, Is.EqualTo(xml.IndexOf(')', StringComparison.Ordinal)));
    }

    [Test]
    public void A_part_that_cannot_be_read_gives_null_with_the_reason_and_the_rest_still_works()
    {
        var model = ReadAny(Model(Decision("bad", Literal("1 +")) + Decision("good", Literal("2")))).Model!;
        var bad = Evaluate(model, "bad");
        Assert.That((bad.Value, bad.Warnings.Single().Code), Is.EqualTo(((FeelValue)FeelNull.Instance, "DMN0301")));
        Assert.That(Evaluate(model, "good").Value, Is.EqualTo(Value("2")));
    }

    [TestCase("hitPolicy=\"BEST\"", "=> 1", "DMN0205")]
    [TestCase("hitPolicy=\"COLLECT\" aggregation=\"AVG\"", "=> 1", "DMN0206")]
    [TestCase("hitPolicy=\"PRIORITY\"", "=> 1", "DMN0209")]
    [TestCase("", "| 1 => 1", "DMN0207")]
    public void A_fault_in_a_table_is_told(string attributes, string rule, string code)
    {
        var read = ReadAny(Model(Decision("d", Table(attributes, ["1"], ["o"], "-" + rule))));
        Assert.That(read.Diagnostics.Single().Descriptor.Code, Is.EqualTo(code));
    }

    [Test]
    public void A_Java_function_is_refused_by_its_name_and_gives_null()
    {
        const string Java = "<functionDefinition kind=\"Java\"><context><contextEntry><variable name=\"class\"/><literalExpression><text>\"java.lang.Runtime\"</text></literalExpression></contextEntry></context></functionDefinition>";
        var read = ReadAny(Model(Decision("d", $"<invocation>{Literal("f")}</invocation>", "", "bkmJ")
            + $"<businessKnowledgeModel id=\"bkmJ\" name=\"f\"><encapsulatedLogic{Java["<functionDefinition".Length..^"</functionDefinition>".Length]}</encapsulatedLogic></businessKnowledgeModel>"));
        Assert.That(read.Diagnostics.Single().Message, Does.Contain("Java").And.Contain("java.lang.Runtime").And.Contain("'f'"));
        Assert.That(Evaluate(read.Model!, "d").Value, Is.EqualTo(FeelNull.Instance));
    }

    [Test]
    public void A_decision_that_needs_its_own_result_is_refused_and_gives_null()
    {
        var read = ReadAny(Model(Decision("a", Literal("b"), "", "b") + Decision("b", Literal("a"), "", "a")));
        Assert.That(read.Diagnostics.Select(one => one.Descriptor.Code), Has.Some.EqualTo("DMN0105"));
        Assert.That(Evaluate(read.Model!, "a").Value, Is.EqualTo(FeelNull.Instance));
    }

    [Test]
    public void Any_cut_of_a_file_gives_an_answer_and_every_diagnostic_lies_inside()
    {
        var xml = Model(Input("Amount", "number") + Decision("d", Table("", ["Amount"], ["o: 1, 2"], "> 1 => 1 + 1"), "number", "Amount"));
        for (var length = 0; length < xml.Length; length++)
            foreach (var text in new[] { xml[..length], xml[..length] + xml[(length + 1)..] })
                Assert.That(ReadAny(text).Diagnostics, Has.All.Matches<Diagnostic>(one => one.Span.Start >= 0 && one.Span.End <= text.Length));
    }
}
