using Orchestrator.Feel;
using static Orchestrator.Dmn.Tests.DmnTesting;
using static Orchestrator.Dmn.Tests.Tables.TableText;

namespace Orchestrator.Dmn.Tests.Tables;

/// <summary>DMN 1.5, 8.2.8: what a table does with no, one and several matching rules.</summary>
internal sealed class HitPolicyTests
{
    private static readonly string[] Overlapping = [">= 10 => \"low\"", ">= 20 => \"high\"", ">= 30 => \"mid\""];

    private static DmnResult Decide(string attributes, int amount, string output, params string[] rules) =>
        Evaluate(Read(Model(Input("Amount", "number") + Decision("d", Table(attributes, ["Amount"], [output], rules), "", "Amount"))), "d", $"{{Amount: {amount}}}");

    [TestCase("hitPolicy=\"FIRST\"", 30, "\"low\"")]
    [TestCase("hitPolicy=\"PRIORITY\"", 30, "\"high\"")]
    [TestCase("hitPolicy=\"PRIORITY\"", 10, "\"low\"")]
    [TestCase("hitPolicy=\"OUTPUT ORDER\"", 30, "[\"high\", \"mid\", \"low\"]")]
    [TestCase("hitPolicy=\"RULE ORDER\"", 30, "[\"low\", \"high\", \"mid\"]")]
    [TestCase("hitPolicy=\"COLLECT\"", 20, "[\"low\", \"high\"]")]
    [TestCase("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", 30, "3")]
    [TestCase("hitPolicy=\"UNIQUE\"", 10, "\"low\"")]
    [TestCase("", 10, "\"low\"")]
    [TestCase("hitPolicy=\"COLLECT\"", 1, "null")]
    public void A_hit_policy_makes_one_value_of_the_matching_rules(string attributes, int amount, string expected) =>
        Assert.That(Decide(attributes, amount, "level: \"high\", \"mid\", \"low\"", Overlapping).Value, Is.EqualTo(Value(expected)));

    [TestCase("SUM", "42")]
    [TestCase("MIN", "2")]
    [TestCase("MAX", "30")]
    public void An_aggregation_works_on_the_outputs_of_the_matching_rules(string aggregation, string expected) =>
        Assert.That(Decide($"hitPolicy=\"COLLECT\" aggregation=\"{aggregation}\"", 5, "o", "> 1 => 10", "> 2 => 30", "> 3 => 2", "> 9 => 99").Value, Is.EqualTo(Value(expected)));

    [Test]
    public void Several_hits_under_UNIQUE_are_null_and_the_warning_names_the_rules()
    {
        var result = Decide("hitPolicy=\"UNIQUE\"", 20, "level", Overlapping);
        Assert.That(result.Value, Is.EqualTo(FeelNull.Instance));
        Assert.That(result.Warnings.Single().ToString(), Does.StartWith("DMN0303").And.Contain("1, 2"));
    }

    [Test]
    public void ANY_accepts_several_hits_only_when_they_agree()
    {
        Assert.That(Decide("hitPolicy=\"ANY\"", 5, "o", "> 1 => 7", "> 2 => 7.0").Value, Is.EqualTo(Value("7")));
        var different = Decide("hitPolicy=\"ANY\"", 5, "o", "> 1 => 7", "> 2 => 8");
        Assert.That((different.Value, different.Warnings.Single().Code), Is.EqualTo(((FeelValue)FeelNull.Instance, "DMN0304")));
    }

    [Test]
    public void The_default_output_stands_in_when_no_rule_matches() =>
        Assert.That(Decide("", 1, "level: \"high\", \"low\"; \"low\"", "> 5 => \"high\"").Value, Is.EqualTo(Value("\"low\"")));

    [Test]
    public void Several_outputs_give_a_context_and_priorities_count_from_the_left()
    {
        var table = Table("hitPolicy=\"PRIORITY\"", ["Amount"], ["a: 1, 2", "b: \"x\", \"y\""], "> 1 => 2 | \"x\"", "> 1 => 1 | \"y\"", "> 1 => 1 | \"x\"");
        var model = Read(Model(Input("Amount", "number") + Decision("d", table, "", "Amount")));
        Assert.That(Evaluate(model, "d", "{Amount: 5}").Value, Is.EqualTo(Value("{a: 1, b: \"x\"}")));
    }

    [TestCase("-", true)]
    [TestCase("[1..5]", true)]
    [TestCase("not(5)", false)]
    [TestCase("? > 2 and ? < 9", true)]
    [TestCase("1, 2, 5", true)]
    [TestCase("Limit", true)]
    [TestCase("> Limit", false)]
    public void A_cell_tests_the_input_and_may_read_what_the_decision_requires(string cell, bool matches)
    {
        var model = Read(Model(Input("Amount", "number") + Input("Limit", "number") + Decision("d", Table("", ["Amount"], ["o"], $"{cell} => true"), "", "Amount", "Limit")));
        Assert.That(Evaluate(model, "d", "{Amount: 5, Limit: 5}").Value, Is.EqualTo(matches ? FeelBoolean.True : (FeelValue)FeelNull.Instance));
    }

    [Test]
    public void A_value_that_the_input_does_not_list_matches_nothing_and_is_told()
    {
        var table = Table("", ["Amount"], ["o"], "- => 1").Replace("</inputExpression>", "</inputExpression><inputValues><text>1, 2</text></inputValues>", StringComparison.Ordinal);
        var result = Evaluate(Read(Model(Input("Amount", "number") + Decision("d", table, "", "Amount"))), "d", "{Amount: 5}");
        Assert.That((result.Value, result.Warnings.Single().Code), Is.EqualTo(((FeelValue)FeelNull.Instance, "DMN0305")));
    }
}
