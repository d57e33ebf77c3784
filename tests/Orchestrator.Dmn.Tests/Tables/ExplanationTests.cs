using static Orchestrator.Dmn.Tests.DmnTesting;
using static Orchestrator.Dmn.Tests.Tables.TableText;

namespace Orchestrator.Dmn.Tests.Tables;

/// <summary>A result says how it came about.</summary>
internal sealed class ExplanationTests
{
    private static readonly DmnModel Model2 = Read(Model(
        Input("Amount", "number") + Input("Status", "string")
        + Decision("class", Table("hitPolicy=\"FIRST\"", ["Amount", "Status"], ["level"], "> 100 | \"open\" => \"high\"", "> 10 | - => \"mid\"", "- | - => \"low\""), "string", "Amount", "Status")
        + Decision("answer", Literal("class + \"!\""), "string", "class")));

    [Test]
    public void Each_rule_that_did_not_match_names_its_first_failed_cell()
    {
        var table = Evaluate(Model2, "class", "{Amount: 200, Status: \"shut\"}").Decisions.Single().Tables.Single();
        Assert.That(table.Inputs, Is.EqualTo(new[] { Value("200"), Value("\"shut\"") }));
        Assert.That(table.Unmatched, Is.EqualTo(new[] { new UnmatchedRule(1, 2) }));
        Assert.That(table.Matched.Select(hit => (hit.Rule, hit.Id, hit.Outputs.Single())), Is.EqualTo(new[] { (2, "r2", Value("\"mid\"")) }));
        Assert.That(table.Table.Rules[0].Inputs[1], Is.EqualTo("\"open\""));
    }

    [Test]
    public void Behind_the_first_match_of_FIRST_nothing_is_looked_at()
    {
        var table = Evaluate(Model2, "class", "{Amount: 200, Status: \"open\"}").Decisions.Single().Tables.Single();
        Assert.That((table.Matched.Length, table.Unmatched.Length), Is.EqualTo((1, 0)));
    }

    [Test]
    public void An_input_that_the_table_does_not_list_is_named_with_what_it_lists_and_no_rule_is_looked_at()
    {
        var listed = Table("", ["Status"], ["o"], "- => 1").Replace("</inputExpression>", "</inputExpression><inputValues><text>\"open\", \"shut\"</text></inputValues>", StringComparison.Ordinal);
        var model = Read(Model(Input("Status", "string") + Decision("d", listed, "", "Status")));

        var refused = Evaluate(model, "d", "{Status: \"lost\"}").Decisions.Single().Tables.Single();
        var fine = Evaluate(model, "d", "{Status: \"shut\"}").Decisions.Single().Tables.Single();

        Assert.That(refused.Refused, Is.EqualTo(new[] { new RefusedInput(1, "\"open\", \"shut\"") }));
        Assert.That((refused.Matched.Length, refused.Unmatched.Length, fine.Refused.Length, fine.Matched.Length), Is.EqualTo((0, 0, 0, 1)));
    }

    [Test]
    public void The_description_of_a_rule_stands_among_its_annotations()
    {
        var described = Table("", ["Status"], ["o"], "- => 1").Replace("</rule>", "<description> why </description></rule>", StringComparison.Ordinal);
        var table = Evaluate(Read(Model(Input("Status", "string") + Decision("d", described, "", "Status"))), "d", "{Status: \"open\"}").Decisions.Single().Tables.Single();
        Assert.That(table.Table.Rules.Single().Annotations, Is.EqualTo(new[] { "why" }));
    }

    [Test]
    public void Required_decisions_are_explained_first_and_each_with_its_inputs()
    {
        var result = Evaluate(Model2, "answer", "{Amount: 1, Status: \"open\"}");
        Assert.That(result.Decisions.Select(one => (one.Name, one.Value)), Is.EqualTo(new[] { ("class", Value("\"low\"")), ("answer", Value("\"low!\"")) }));
        Assert.That(result.Decisions[1].Inputs, Is.EqualTo(new[] { new DmnVariable("class", Value("\"low\"")) }));
    }

    [Test]
    public void The_table_of_a_function_is_explained_with_the_decision_that_called_it()
    {
        var function = "<businessKnowledgeModel id=\"bkm\" name=\"bkm\"><variable name=\"bkm\"/><encapsulatedLogic><formalParameter name=\"n\"/>"
            + Table("", ["n"], ["o"], "> 1 => true", "<= 1 => false") + "</encapsulatedLogic></businessKnowledgeModel>";
        var result = Evaluate(Read(Model(function + Decision("d", Literal("bkm(1) or bkm(2)"), "", "bkm"))), "d");
        Assert.That(result.Decisions.Single().Tables.Select(table => (table.Table.Name, table.Value)), Is.EqualTo(new[] { ("bkm", Value("false")), ("bkm", Value("true")) }));
    }
}
