namespace Orchestrator.Feel.Tests.Evaluation;

public sealed class LimitTests
{
    [TestCase("for i in 1..1000000000 return i")]
    [TestCase("for i in 1..1000, j in 1..1000 return i")]
    [TestCase("{f: function(n) f(n + 1), r: f(1)}")]
    [TestCase("{f: function(n) [f(n + 1), f(n + 1)], r: f(1)}")]
    [TestCase("count(for i in 1..90000 return count(for j in 1..90000 return j))")]
    [TestCase("for i in 0..200 return if i = 0 then \"xxxxxxxxxx\" else partial[-1] + partial[-1]")]
    [TestCase("for i in 0..200 return if i = 0 then [1, 2] else concatenate(partial[-1], partial[-1])")]
    [TestCase("some i in 1..90000, j in 1..90000 satisfies i + j < 0")]
    [TestCase("for i in 1..90000 return partial")]
    [TestCase("for i in 1..90000 return [partial[-1]]", Description = "a list in a list in a list")]
    [TestCase("for i in 1..90000 return {a: partial[-1]}")]
    [TestCase("for i in 1..60 return [partial[-1], partial[-1]]", Description = "small in memory, without end for who walks through it")]
    [TestCase("{f: function(v, n) if n = 0 then v else f([v, v], n - 1), r: f(1, 60)}")]
    [TestCase("{f: function(v, n) if n = 0 then v else f(context put({}, \"a\", [v, v]), n - 1), r: f(1, 60)}")]
    [TestCase("{s: string join(for i in 1..1000 return string join(for j in 1..1000 return \"x\")), r: every i in 1..90000 satisfies s + \"y\" != s}")]
    [TestCase("{s: string join(for i in 1..1000 return string join(for j in 1..1000 return \"x\")), r: every i in 1..90000 satisfies not(contains(s, \"y\"))}")]
    [TestCase("for i in 1..90000 return sqrt(i)")]
    [TestCase("for i in 1..90000 return matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+\\1$\")")]
    [TestCase("count(for i in 1..90000, j in 1..90000, k in [] return i)", Description = "rounds without a result are work too")]
    [TestCase("some i in 1..90000, j in 1..90000, k in [] satisfies true")]
    public void An_expression_that_costs_too_much_stops_with_a_warning(string expression)
    {
        var result = FeelTesting.Evaluate(expression);

        Assert.That(result.Value.IsNull);
        Assert.That(result.Warnings[^1].Code, Is.EqualTo("FEEL0110"));
    }

    [TestCase("every i in 1..1000, j in 1..100 satisfies count([BODY]) > 0")]
    [TestCase("{f: function(i) count([BODY]), r: every i in 1..90000 satisfies f(i) > 0}")]
    [TestCase("(for i in 1..90000 return {i: i})[count([BODY]) > 0]")]
    public void A_large_body_costs_more_than_a_small_one(string expression)
    {
        var large = string.Join(", ", Enumerable.Repeat("i / 3 * 7", 1_000));

        Assert.That(FeelTesting.Evaluate(expression.Replace("BODY", "i", StringComparison.Ordinal)).Warnings.Select(warning => warning.Code), Has.None.EqualTo("FEEL0110"));
        Assert.That(FeelTesting.Evaluate(expression.Replace("BODY", large, StringComparison.Ordinal)).Warnings[^1].Code, Is.EqualTo("FEEL0110"));
    }

    [Test]
    public void A_loop_that_stops_early_has_not_paid_for_the_rest() =>
        Assert.That(FeelTesting.Value("every i in 1..90000 satisfies some j in 1..90000 satisfies true"), Is.EqualTo("true"));

    [Test]
    public void The_limit_that_ended_an_evaluation_is_told_however_many_warnings_came_before() =>
        Assert.That(FeelTesting.Evaluate("some i in 1..90000, j in 1..90000 satisfies i + \"a\"").Warnings[^1].Code, Is.EqualTo("FEEL0110"));

    [Test]
    public void Warnings_are_kept_up_to_a_number() =>
        Assert.That(FeelTesting.Evaluate("for i in 1..1000 return i + \"a\"").Warnings, Has.Length.EqualTo(FeelLimits.WarningsMax));

    [TestCase("10 ** 7000")]
    [TestCase("(10 ** 6000) * (10 ** 6000)")]
    [TestCase("exp(1000000)")]
    [TestCase("@\"P999999999D\" * 1000000000000")]
    [TestCase("@\"9999-12-31\" + duration(\"P999999999999D\")")]
    [TestCase("decimal(1, 100000)")]
    [TestCase("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+\\1$\")")]
    public void A_result_that_is_out_of_range_is_null(string expression)
    {
        var result = FeelTesting.Evaluate(expression);

        Assert.That(result.Value is FeelNull or FeelBoolean, result.Value.ToString());
    }
}
