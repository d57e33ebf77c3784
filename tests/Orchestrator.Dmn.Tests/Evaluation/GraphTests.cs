using Orchestrator.Feel;
using static Orchestrator.Dmn.Tests.DmnTesting;

namespace Orchestrator.Dmn.Tests.Evaluation;

/// <summary>Graphs of several decisions, decision services and imported models.</summary>
internal sealed class GraphTests
{
    private const string Import = "<import name=\"base model\" namespace=\"urn:base\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>";

    private static string Bkm(string name, string parameter, string body) =>
        $"<businessKnowledgeModel id=\"bkm_{name}\" name=\"{name}\"><variable name=\"{name}\"/><encapsulatedLogic><formalParameter name=\"{parameter}\"/>{Literal(body)}</encapsulatedLogic></businessKnowledgeModel>";

    private static string Service(string name, string[] outputs, string[] inputs) =>
        $"<decisionService id=\"ds_{name}\" name=\"{name}\">{string.Concat(outputs.Select(one => $"<outputDecision href=\"#{one}\"/>"))}"
        + string.Concat(inputs.Select(one => char.IsUpper(one[0]) ? $"<inputData href=\"#{one}\"/>" : $"<inputDecision href=\"#{one}\"/>")) + "</decisionService>";

    [Test]
    public void A_decision_reads_only_what_it_requires()
    {
        var model = Read(Model(Input("A") + Decision("x", Literal("A"), "", "A") + Decision("y", Literal("[x, A]"), "", "x")));
        var result = Evaluate(model, "y", "{A: 1}");
        Assert.That((result.Value, result.Warnings.Single().Code), Is.EqualTo((Value("[1, null]"), "FEEL0101")));
    }

    [Test]
    public void Each_decision_is_evaluated_once()
    {
        var model = Read(Model(Decision("a", Literal("1")) + Decision("b", Literal("a"), "", "a") + Decision("c", Literal("a + b"), "", "a", "b")));
        Assert.That(Evaluate(model, "c").Decisions.Select(one => one.Name), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void A_business_knowledge_model_may_call_itself_and_be_called_directly()
    {
        var model = Read(Model(Bkm("fact", "n", "if n < 2 then 1 else n * fact(n - 1)") + Decision("d", Literal("fact(5)"), "", "bkm_fact")));
        Assert.That(Evaluate(model, "d").Value, Is.EqualTo(Value("120")));
        Assert.That(model.Invoke("fact", FeelContext.Of(("n", FeelValue.Of(4))), World)!.Value, Is.EqualTo(Value("24")));
    }

    [Test]
    public void A_decision_service_sees_its_own_inputs_and_nothing_else()
    {
        var model = Read(Model(
            Input("A") + Decision("inner", Literal("A * 10"), "", "A") + Decision("outer", Literal("inner + A"), "", "inner", "A")
            + Service("s", ["outer"], ["A", "inner"]) + Decision("d", Literal("s(1, 5)"), "", "ds_s")));
        Assert.That(Evaluate(model, "d", "{A: 100}").Value, Is.EqualTo(Value("6")));
        Assert.That(model.Invoke("s", FeelContext.Of(("A", FeelValue.Of(2)), ("inner", FeelValue.Of(3))), World)!.Value, Is.EqualTo(Value("5")));
    }

    [Test]
    public void A_service_with_several_outputs_gives_a_context()
    {
        var model = Read(Model(Decision("a", Literal("1")) + Decision("b", Literal("2")) + Service("s", ["a", "b"], [])));
        Assert.That(model.Invoke("s", FeelContext.Empty, World)!.Value, Is.EqualTo(Value("{a: 1, b: 2}")));
    }

    [Test]
    public void Imported_elements_and_types_are_read_by_the_name_of_the_import()
    {
        var imported = Model("<itemDefinition name=\"tRate\"><typeRef>number</typeRef></itemDefinition>" + Input("Rate", "tRate") + Bkm("twice", "n", "n * 2"), "urn:base");
        var requires = Requires("urn:base#Rate").Replace("requiredDecision", "requiredInput", StringComparison.Ordinal)
            + "<knowledgeRequirement><requiredKnowledge href=\"urn:base#bkm_twice\"/></knowledgeRequirement>";
        var decision = $"<decision id=\"d\" name=\"d\"><variable name=\"d\" typeRef=\"base model.tRate\"/>{requires}{Literal("base model.twice(base model.Rate)")}</decision>";
        var model = Read(Model(Import + decision), imported, Model("<broken", "urn:unused"));
        Assert.That(Evaluate(model, "d", "{Rate: 4}").Value, Is.EqualTo(Value("8")));
        Assert.That(Evaluate(model, "d", "{Rate: 4, \"urn:base#Rate\": 5}").Value, Is.EqualTo(Value("10")));
    }

    [Test]
    public void A_model_is_evaluated_by_many_threads_at_once()
    {
        var model = Read(Model(Input("A", "number") + Bkm("sq", "n", "n * n") + Decision("d", Literal("sum(for i in 1..A return sq(i))"), "", "A", "bkm_sq")));
        var results = Enumerable.Range(1, 200).AsParallel().Select(n => (n, Evaluate(model, "d", $"{{A: {n}}}").Value)).ToList();
        Assert.That(results, Has.All.Matches<(int N, FeelValue Value)>(one => one.Value.Equals(FeelValue.Of((long)one.N * (one.N + 1) * ((2 * one.N) + 1) / 6))));
    }

    [Test]
    public void What_the_model_does_not_have_is_no_result()
    {
        var model = Read(Model(Decision("d", Literal("1"))));
        Assert.That((model.Evaluate("e", FeelContext.Empty, World), model.Invoke("d", FeelContext.Empty, World)), Is.EqualTo(((DmnResult?)null, (DmnResult?)null)));
        Assert.That(model.Elements, Is.EqualTo(new[] { new DmnElement("d", "d", DmnElementKind.Decision, null, DecisionLogic.LiteralExpression) }));
    }

    [Test]
    public void A_table_without_a_diagram_reads_what_was_given_and_the_explanation_lists_it()
    {
        var model = Read(Model(Decision("d", Literal("a + b"), "", "A") + Input("A", "number")));
        var result = Evaluate(model, "d", "{a: 2, b: 3, A: 1, unread: 4}");
        Assert.That(result.Value, Is.EqualTo(FeelValue.Of(5)));
        Assert.That(result.Decisions.Single().Inputs.Select(input => input.Name), Is.EqualTo(new[] { "A", "a", "b" }));
    }

    [Test]
    public void What_a_decision_requires_hides_what_was_given_of_that_name()
    {
        var model = Read(Model(Decision("base", Literal("1")) + Decision("d", Literal("base + 1"), "", "base")));
        Assert.That(Evaluate(model, "d", "{base: 40}").Value, Is.EqualTo(FeelValue.Of(2)));
    }
}
