namespace Orchestrator.Feel.Tests.Evaluation;

public sealed class OperatorTests
{
    [TestCase("1 + 2 * 3", "7")]
    [TestCase("10 - 4 - 3", "3")]
    [TestCase("2 ** 3 ** 2", "64", Description = "from left to right")]
    [TestCase("-2 ** 2", "4", Description = "the sign binds stronger")]
    [TestCase("7 / 2", "3.5")]
    [TestCase("1 / 3", "0.3333333333333333333333333333333333")]
    [TestCase("2 / 3", "0.6666666666666666666666666666666667")]
    [TestCase("1 / 0", "null")]
    [TestCase("0.1 + 0.2 = 0.3", "true")]
    [TestCase("\"a\" + \"b\"", "\"ab\"")]
    [TestCase("\"a\" + 1", "null")]
    [TestCase("null + 1", "null")]
    [TestCase("1.0 = 1", "true")]
    [TestCase("1 = \"1\"", "null")]
    [TestCase("null = null", "true")]
    [TestCase("1 = null", "false")]
    [TestCase("1 != null", "true")]
    [TestCase("[1, 2] = [1, 2]", "true")]
    [TestCase("[1, 2] = [2, 1]", "false")]
    [TestCase("{a: 1, b: 2} = {b: 2, a: 1}", "true")]
    [TestCase("{a: 1} = {a: 1, b: null}", "false")]
    [TestCase("\"b\" > \"a\"", "true")]
    [TestCase("1 < \"2\"", "null")]
    [TestCase("true < false", "null")]
    [TestCase("[1] < [2]", "null")]
    [TestCase("3 between 1 and 5", "true")]
    [TestCase("3 between 4 and 5", "false")]
    [TestCase("null between 1 and 5", "null")]
    [TestCase("5 in (1, 2, 5)", "true")]
    [TestCase("5 in (1, > 4)", "true")]
    [TestCase("5 in > 5", "false")]
    [TestCase("5 in [1..5]", "true")]
    [TestCase("5 in [1..5)", "false")]
    [TestCase("5 in ]5..9]", "false")]
    [TestCase("5 in (1..9)", "true")]
    [TestCase("5 in ([1..2], [5..6])", "true")]
    [TestCase("5 in [1, 2, 5]", "true")]
    [TestCase("5 in [10..1]", "false", Description = "table 55: 5 >= 10 and 5 <= 1")]
    [TestCase("null in [10..1]", "null")]
    [TestCase("null in [1..10]", "null")]
    [TestCase("null in [5..5]", "null")]
    [TestCase("null in (< null)", "null", Description = "null < null, and not null = null")]
    [TestCase("null in (1, <= null)", "null")]
    [TestCase("5 in [\"a\"..5]", "null")]
    [TestCase("6 in [\"a\"..5]", "false")]
    [TestCase("true in (= true)", "true")]
    [TestCase("null in (= null)", "true")]
    [TestCase("5 in [[1..3], [4..6]]", "true")]
    [TestCase("[1, 2] in [[1, 2], [3]]", "true")]
    [TestCase("null in (null, 1)", "true")]
    [TestCase("5 in (2 + 3)", "true")]
    [TestCase("\"b\" in [\"a\"..\"c\"]", "true")]
    [TestCase("@\"2026-01-15\" in [@\"2026-01-01\"..@\"2026-01-31\"]", "true")]
    [TestCase("if true then 1 else 2", "1")]
    [TestCase("if null then 1 else 2", "2")]
    [TestCase("if 1 then 1 else 2", "2")]
    [TestCase("1 instance of number", "true")]
    [TestCase("null instance of number", "false")]
    [TestCase("null instance of Any", "false")]
    [TestCase("[1, 2] instance of list<number>", "true")]
    [TestCase("[1, \"a\"] instance of list<number>", "false")]
    [TestCase("{a: 1, b: 2} instance of context<a: number>", "true")]
    [TestCase("@\"P1D\" instance of days and time duration", "true")]
    [TestCase("@\"P1D\" instance of years and months duration", "false")]
    [TestCase("@\"2026-01-01T00:00:00\" instance of date and time", "true")]
    [TestCase("[1..2] instance of range<number>", "true")]
    public void An_operator_gives_what_the_specification_says(string expression, string expected) =>
        Assert.That(FeelTesting.Value(expression), Is.EqualTo(expected));

    private static readonly string[] Truth = ["true", "false", "null"];

    [Test, Pairwise]
    public void Conjunction_and_disjunction_are_three_valued([Values("true", "false", "null")] string left, [Values("true", "false", "null", "1")] string right)
    {
        string? and = left == "false" || right == "false" ? "false" : left == "true" && right == "true" ? "true" : "null";
        string? or = left == "true" || right == "true" ? "true" : left == "false" && right == "false" ? "false" : "null";

        Assert.Multiple(() =>
        {
            Assert.That(FeelTesting.Value($"{left} and {right}"), Is.EqualTo(and));
            Assert.That(FeelTesting.Value($"{left} or {right}"), Is.EqualTo(or));
            Assert.That(Truth, Does.Contain(FeelTesting.Value($"not({right})")));
        });
    }

    [TestCase("missing", "FEEL0101")]
    [TestCase("missing and false", "FEEL0101")]
    [TestCase("false and missing", "")]
    [TestCase("nothing(1)", "FEEL0101 FEEL0102")]
    [TestCase("upper case(1)", "FEEL0103")]
    [TestCase("upper case(\"a\", \"b\")", "FEEL0104")]
    [TestCase("1 + \"a\"", "FEEL0105")]
    [TestCase("1 / 0", "FEEL0106")]
    [TestCase("date(\"soon\")", "FEEL0107")]
    [TestCase("[1, 2][3]", "FEEL0108")]
    [TestCase("if 1 then 2 else 3", "FEEL0109")]
    [TestCase("{a: 1}.b", "FEEL0111")]
    [TestCase("time(\"10:00:00@Nowhere\")", "FEEL0107")]
    [TestCase("@\"2026-01-01T00:00:00@Nowhere/City\"", "FEEL0113")]
    [TestCase("matches(\"a\", \"(\")", "FEEL0114")]
    [TestCase("for i in null return i", "FEEL0116")]
    [TestCase("[5..1]", "FEEL0117")]
    [TestCase("null = 1 or true", "")]
    public void A_value_that_cannot_be_computed_is_null_with_a_warning(string expression, string codes) =>
        Assert.That(FeelTesting.Codes(expression), Is.EqualTo(codes));

    [Test]
    public void A_warning_names_its_place()
    {
        var warning = FeelTesting.Evaluate("1 + upper case(2)").Warnings[0];

        Assert.That((warning.Span.Start, warning.Span.Length), Is.EqualTo((4, 13)));
        Assert.That(warning.Message, Is.EqualTo("Expected string as 'string' of upper case, but found number."));
    }
}
