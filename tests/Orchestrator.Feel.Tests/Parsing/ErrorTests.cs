using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Tests.Parsing;

public sealed class ErrorTests
{
    [TestCase("", "1,1 FEEL0001 Expected an expression, but found the end of the expression.")]
    [TestCase("1 +", "1,4 FEEL0001 Expected an expression, but found the end of the expression.")]
    [TestCase("1 2", "1,3 FEEL0001 Expected an operator or the end of the expression, but found '2'.")]
    [TestCase("(1", "1,3 FEEL0001 Expected ')', but found the end of the expression.")]
    [TestCase("[1, 2", "1,6 FEEL0001 Expected ']', but found the end of the expression.")]
    [TestCase("[1, 2,]", "1,7 FEEL0001 Expected an expression, but found ']'.")]
    [TestCase("f(1, ]", "1,6 FEEL0001 Expected an expression, but found ']'.")]
    [TestCase("if a then b", "1,12 FEEL0001 Expected 'else', but found the end of the expression.")]
    [TestCase("a\n  and )", "2,7 FEEL0001 Expected an expression, but found ')'.")]
    [TestCase("\"open", "1,1 FEEL0002 Expected the string to end with \", but found the end of the expression.")]
    [TestCase("1 /* no end", "1,3 FEEL0002 Expected the comment to end with */, but found the end of the expression.")]
    [TestCase("a # b", "1,3 FEEL0003 Expected a character of FEEL, but found '#'.")]
    [TestCase("a && b", "1,3 FEEL0003 Expected a character of FEEL, but found '&'.")]
    [TestCase("@\"tomorrow\"", "1,1 FEEL0005 Expected a date, time, date and time or duration, but found @\"tomorrow\".")]
    [TestCase("@\"2026-02-30\"", "1,1 FEEL0005 Expected a date, time, date and time or duration, but found @\"2026-02-30\".")]
    [TestCase("1e9999", "1,1 FEEL0005 Expected a number of FEEL's range, but found '1e9999'.")]
    [TestCase("{a: 1, a: 2}", "1,8 FEEL0006 Expected each key once, but 'a' stands twice.")]
    [TestCase("function(x) external {java: {class: \"A\", method signature: \"b(int)\"}}", "1,13 FEEL0007 Expected a function whose body is FEEL, but found the external function 'java A b(int)'.")]
    [TestCase("function(x) external {}", "1,13 FEEL0007 Expected a function whose body is FEEL, but found the external function without a name.")]
    [TestCase("x instance of worker", "1,15 FEEL0008 Expected a FEEL type, but found 'worker'.")]
    [TestCase("f(a: 1, 2)", "1,1 FEEL0001 Expected arguments that all have names or none, but found some of each.")]
    [TestCase("for x in", "1,9 FEEL0001 Expected an expression, but found the end of the expression.")]
    [TestCase("x in [1..2", "1,11 FEEL0001 Expected ']', ')' or '[' at the end of the range, but found the end of the expression.")]
    public void An_error_says_where_it_is_and_what_was_expected(string expression, string expected)
    {
        var parsed = FeelExpression.Parse(expression);

        Assert.That(parsed.Expression, Is.Null);
        var first = parsed.Diagnostics[0];
        Assert.That($"{first.Position} {first.Descriptor.Code} {first.Message}", Is.EqualTo(expected));
        Assert.That(first.Descriptor.Severity, Is.EqualTo(Severity.Error));
    }

    [Test]
    public void An_error_in_an_attribute_is_shown_at_its_place_in_the_file()
    {
        var file = new SourceText("p1.bpmn", "<bpmn>\n  <condition>a &lt; </condition>\n</bpmn>");
        var start = file.Text.IndexOf("a &lt;", StringComparison.Ordinal);
        // "a < ": the entity is four characters in the file and one in the expression.
        var text = new EmbeddedText(file, "a < ", [start, start + 1, start + 2, start + 6, start + 7]);

        var diagnostic = FeelExpression.Parse(text).Diagnostics.Single();

        Assert.That(diagnostic.ToString(), Does.StartWith("p1.bpmn(2,21): error FEEL0001: Expected an expression"));
    }

    [Test]
    public void A_warning_becomes_a_diagnostic_of_the_file()
    {
        var file = new SourceText("p1.bpmn", "due = missing + 1");
        var text = EmbeddedText.Whole(file).Slice(new TextSpan(6, 11));

        var result = FeelExpression.Parse(text).Expression!.Evaluate(DictionaryScope.Empty, FeelTesting.Environment);

        Assert.That(result.Warnings[0].ToDiagnostic("Timer_1").ToString(), Does.StartWith("p1.bpmn(1,7): warning FEEL0101: Expected a variable 'missing', but there is none. [Timer_1]"));
    }

    [Test]
    public void An_expression_that_nests_too_deep_is_refused() => Assert.Multiple(() =>
    {
        Assert.That(CodeOf(new string('(', 100_000)), Is.EqualTo("FEEL0004"));
        Assert.That(CodeOf(new string('(', 5_000) + "1" + new string(')', 5_000)), Is.EqualTo("FEEL0004"));
        Assert.That(CodeOf(string.Join("+", Enumerable.Repeat("1", 5_000))), Is.EqualTo("FEEL0004"));
        Assert.That(CodeOf(string.Concat(Enumerable.Repeat("-", 5_000)) + "1"), Is.EqualTo("FEEL0004"));
        Assert.That(CodeOf("a" + string.Concat(Enumerable.Repeat(".b", 5_000))), Is.EqualTo("FEEL0004"));
        Assert.That(CodeOf("x instance of " + string.Concat(Enumerable.Repeat("list<", 5_000))), Is.EqualTo("FEEL0004"));
    });

    [Test]
    public void An_expression_of_ordinary_size_is_read() =>
        Assert.That(FeelTesting.Value(string.Join("+", Enumerable.Repeat("1", 300))), Is.EqualTo("300"));

    [Test]
    public void Nested_in_lists_are_read_in_linear_time() =>
        Assert.That(FeelExpression.Parse(string.Concat(Enumerable.Repeat("a in (", 120)) + "b" + new string(')', 120)).Expression, Is.Not.Null);

    private static string CodeOf(string expression) => FeelExpression.Parse(expression).Diagnostics[0].Descriptor.Code;
}
