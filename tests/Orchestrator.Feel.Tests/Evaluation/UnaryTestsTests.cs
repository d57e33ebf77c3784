namespace Orchestrator.Feel.Tests.Evaluation;

public sealed class UnaryTestsTests
{
    [TestCase("-", "1", "true")]
    [TestCase("< 5", "1", "true")]
    [TestCase("< 5", "5", "false")]
    [TestCase("[1..5]", "5", "true")]
    [TestCase("]1..5[", "5", "false")]
    [TestCase("1, 2, 3", "2", "true")]
    [TestCase("\"a\", \"b\"", "\"c\"", "false")]
    [TestCase("not(1, 2)", "2", "false")]
    [TestCase("not(1, 2)", "3", "true")]
    [TestCase("not(< 5)", "7", "true")]
    [TestCase("null", "null", "true")]
    [TestCase("< null", "null", "null")]
    [TestCase("[10..1]", "null", "null")]
    [TestCase("[10..1]", "5", "false")]
    [TestCase("null", "1", "false")]
    [TestCase("? > 3 and ? < 9", "5", "true")]
    [TestCase("? > 3, ? < 1", "2", "false")]
    [TestCase("limit", "10", "true", Description = "a variable")]
    [TestCase("> limit", "11", "true")]
    [TestCase("[1, 2, 3]", "2", "true", Description = "one of a list")]
    [TestCase("true", "false", "false")]
    [TestCase("false", "false", "true")]
    [TestCase("starts with(?, \"AG\")", "\"AG-1\"", "true")]
    [TestCase("not(starts with(?, \"AG\"))", "\"AG-1\"", "false")]
    [TestCase("@\"2026-01-01\"", "@\"2026-01-01\"", "true")]
    [TestCase("< 5", "\"a\"", "false")]
    [TestCase("? = 5", "5", "true")]
    public void A_test_passes_or_not(string tests, string input, string expected)
    {
        var parsed = UnaryTests.Parse(tests);
        Assert.That(parsed.Diagnostics, Is.Empty);

        var result = parsed.Tests!.Evaluate(FeelTesting.Evaluate(input).Value, FeelContext.Of(("limit", FeelValue.Of(10))), FeelTesting.Environment);

        Assert.That(result.Value is FeelBoolean { Value: true }, Is.EqualTo(expected == "true"));
    }

    [Test]
    public void The_input_is_no_free_name() => Assert.That(UnaryTests.Parse("? > limit").Tests!.FreeNames, Is.EqualTo(new[] { "limit" }));

    [TestCase("1,")]
    [TestCase("not(1")]
    [TestCase("")]
    public void A_broken_test_is_refused(string tests) => Assert.That(UnaryTests.Parse(tests).Diagnostics, Is.Not.Empty);
}
