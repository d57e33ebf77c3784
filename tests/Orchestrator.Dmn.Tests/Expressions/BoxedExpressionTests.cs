using Orchestrator.Feel;
using static Orchestrator.Dmn.Tests.DmnTesting;

namespace Orchestrator.Dmn.Tests.Expressions;

/// <summary>DMN 1.5, 10.2: each boxed expression.</summary>
internal sealed class BoxedExpressionTests
{
    private static string Entry(string name, string value) => $"<contextEntry>{(name.Length == 0 ? "" : $"<variable name=\"{name}\"/>")}{value}</contextEntry>";

    private static string Part(string name, string feel) => $"<{name}>{Literal(feel)}</{name}>";

    private static string Function(string parameter, string body) => $"<functionDefinition><formalParameter name=\"{parameter}\" typeRef=\"number\"/>{body}</functionDefinition>";

    [Test]
    public void An_entry_of_a_context_sees_those_before_it() =>
        Assert.That(Logic($"<context>{Entry("net pay", Literal("100"))}{Entry("tax", Literal("net pay * 0.2"))}</context>").Value, Is.EqualTo(Value("{\"net pay\": 100, tax: 20}")));

    [Test]
    public void An_entry_without_a_name_is_the_result_of_a_context() =>
        Assert.That(Logic($"<context>{Entry("a", Literal("2"))}{Entry("", Literal("a + 1"))}</context>").Value, Is.EqualTo(Value("3")));

    [Test]
    public void A_name_with_symbols_is_one_name_where_it_is_known() =>
        Assert.That(Logic($"<context>{Entry("gross-net", Literal("5"))}{Entry("", Literal("gross-net + 1"))}</context>").Value, Is.EqualTo(Value("6")));

    [Test]
    public void A_boxed_function_may_call_itself_and_remembers_what_it_saw()
    {
        var factorial = Function("n", Literal("if n < 2 then k else n * f(n - 1)"));
        Assert.That(Logic($"<context>{Entry("k", Literal("10"))}{Entry("f", factorial)}{Entry("", Literal("f(4)"))}</context>").Value, Is.EqualTo(Value("240")));
    }

    [Test]
    public void A_function_made_in_one_decision_keeps_its_variables_in_another()
    {
        var model = Read(Model(Decision("base", Literal("100")) + Decision("adder", Literal("function(x) x + base"), "", "base") + Decision("d", Literal("adder(1)"), "", "adder")));
        Assert.That(Evaluate(model, "d").Value, Is.EqualTo(Value("101")));
    }

    [TestCase("n", "4", "16")]
    [TestCase("m", "4", "null")]
    [TestCase("n", "\"4\"", "null")]
    public void An_invocation_binds_parameters_by_name_and_by_type(string parameter, string argument, string expected)
    {
        var function = $"<businessKnowledgeModel id=\"bkm\" name=\"bkm\"><variable name=\"bkm\"/><encapsulatedLogic><formalParameter name=\"n\" typeRef=\"number\"/>{Literal("n * n")}</encapsulatedLogic></businessKnowledgeModel>";
        var invocation = $"<invocation>{Literal("bkm")}<binding><parameter name=\"{parameter}\"/>{Literal(argument)}</binding></invocation>";
        var result = Evaluate(Read(Model(function + Decision("d", invocation, "", "bkm"))), "d");
        Assert.That(result.Value, Is.EqualTo(Value(expected)));
        Assert.That(result.Warnings.IsEmpty, Is.EqualTo(expected != "null"));
    }

    [Test]
    public void A_list_and_a_relation_hold_their_values()
    {
        Assert.That(Logic($"<list>{Literal("1")}{Literal("\"a\"")}</list>").Value, Is.EqualTo(Value("[1, \"a\"]")));
        var relation = $"<relation><column name=\"a\"/><column name=\"b\"/><row>{Literal("1")}{Literal("2")}</row><row>{Literal("3")}{Literal("4")}</row></relation>";
        Assert.That(Logic(relation).Value, Is.EqualTo(Value("[{a: 1, b: 2}, {a: 3, b: 4}]")));
    }

    [TestCase("true", "1")]
    [TestCase("false", "2")]
    [TestCase("null", "2")]
    public void A_conditional_takes_the_other_way_unless_its_condition_is_true(string condition, string expected) =>
        Assert.That(Logic($"<conditional>{Part("if", condition)}{Part("then", "1")}{Part("else", "2")}</conditional>").Value, Is.EqualTo(Value(expected)));

    [TestCase("[{a: 1}, {a: 5}]", "a > 2", "[{a: 5}]")]
    [TestCase("[1, 2, 3]", "item > 1", "[2, 3]")]
    [TestCase("[1, 2, 3]", "2", "2")]
    [TestCase("[1, 2, 3]", "-1", "3")]
    [TestCase("[1, 2, 3]", "\"x\"", "null")]
    [TestCase("null", "true", "null")]
    public void A_filter_keeps_what_matches(string source, string match, string expected) =>
        Assert.That(Logic($"<filter>{Part("in", source)}{Part("match", match)}</filter>").Value, Is.EqualTo(Value(expected)));

    [TestCase("[1, 2, 3]", "x * 2", "[2, 4, 6]")]
    [TestCase("[1..3]", "x", "[1, 2, 3]")]
    [TestCase("[1, 2, 3]", "count(partial) + x", "[1, 3, 5]")]
    [TestCase("null", "x", "null")]
    public void A_for_goes_through_its_list(string source, string body, string expected) =>
        Assert.That(Logic($"<for iteratorVariable=\"x\">{Part("in", source)}{Part("return", body)}</for>").Value, Is.EqualTo(Value(expected)));

    [TestCase("some", "x > 2", "true")]
    [TestCase("some", "x > 3", "false")]
    [TestCase("every", "x > 0", "true")]
    [TestCase("every", "x > 1", "false")]
    [TestCase("some", "if x = 3 then true else null", "true")]
    [TestCase("some", "null", "null")]
    [TestCase("every", "\"x\"", "null")]
    public void A_quantified_expression_is_true_false_or_open(string kind, string condition, string expected) =>
        Assert.That(Logic($"<{kind} iteratorVariable=\"x\">{Part("in", "[1, 2, 3]")}{Part("satisfies", condition)}</{kind}>").Value, Is.EqualTo(Value(expected)));

    [Test]
    public void A_recursion_without_end_gives_null_with_a_warning_and_no_exception()
    {
        var endless = Function("n", Literal("f(n + 1)"));
        var result = Logic($"<context>{Entry("f", endless)}{Entry("", Literal("f(1)"))}</context>");
        Assert.That((result.Value, result.Warnings.Last().Code), Is.EqualTo(((FeelValue)FeelNull.Instance, "FEEL0110")));
    }

    [Test]
    public void Loops_inside_loops_end_at_the_limit()
    {
        var inner = $"<for iteratorVariable=\"y\">{Part("in", "[1..2000]")}{Part("return", "x + y")}</for>";
        var result = Logic($"<for iteratorVariable=\"x\">{Part("in", "[1..2000]")}<return>{inner}</return></for>");
        Assert.That((result.Value, result.Warnings.Last().Code), Is.EqualTo(((FeelValue)FeelNull.Instance, "FEEL0110")));
    }
}
