using System.Collections.Immutable;

namespace Orchestrator.Feel.Tests.Properties;

/// <summary>Laws that hold for every expression. A failure names the seed and the expression.</summary>
public sealed class ExpressionProperties
{
    private static readonly FeelContext Variables = FeelContext.Of(
        ("x", FeelValue.Of(2)),
        ("y z", FeelValue.Of("text")),
        ("xs", FeelJson.Read("[{\"a\":1,\"b c\":\"u\"},{\"a\":2},5,null]")));

    [Test]
    public void An_expression_never_throws_and_its_warnings_lie_inside_it([Range(1, 8)] int seed)
    {
        var generator = new ExpressionGenerator(seed);
        for (var i = 0; i < 400; i++)
        {
            var text = generator.Next(1 + i % 4);
            var parsed = FeelExpression.Parse(text);
            Assert.That(parsed.Diagnostics, Is.Empty, text);
            AssertInside(text, parsed.Expression!.Evaluate(Variables, FeelTesting.Environment).Warnings);
        }
    }

    [Test]
    public void A_broken_expression_is_refused_inside_its_text_or_evaluated([Range(1, 8)] int seed)
    {
        var generator = new ExpressionGenerator(seed);
        for (var i = 0; i < 400; i++)
        {
            var text = generator.Broken(1 + i % 3);
            var parsed = FeelExpression.Parse(text);
            Assert.That(parsed.Expression is null, Is.EqualTo(parsed.Diagnostics.Length > 0), text);
            foreach (var diagnostic in parsed.Diagnostics)
                Assert.That(diagnostic.Span.Start >= 0 && diagnostic.Span.End <= text.Length, $"{diagnostic} in {text}");
            if (parsed.Expression is not null) AssertInside(text, parsed.Expression.Evaluate(Variables, FeelTesting.Environment).Warnings);
            UnaryTests.Parse(text).Tests?.Evaluate(FeelValue.Of(1), Variables, FeelTesting.Environment);
        }
    }

    [Test]
    public void A_printed_expression_means_the_same_and_prints_the_same([Range(1, 8)] int seed)
    {
        var generator = new ExpressionGenerator(1000 + seed);
        for (var i = 0; i < 400; i++)
        {
            var text = generator.Next(1 + i % 4);
            var first = FeelTesting.Parse(text);
            var printed = first.Print();
            var second = FeelTesting.Parse(printed);

            Assert.That(second.Print(), Is.EqualTo(printed), text);
            Assert.That(second.FreeNames, Is.EqualTo(first.FreeNames), text);
            Assert.That(
                second.Evaluate(Variables, FeelTesting.Environment).Value.ToString(),
                Is.EqualTo(first.Evaluate(Variables, FeelTesting.Environment).Value.ToString()),
                $"{text} printed as {printed}");
        }
    }

    [Test]
    public void Parentheses_that_are_not_printed_were_not_needed([Range(1, 4)] int seed)
    {
        var generator = new ExpressionGenerator(5000 + seed);
        var values = 0;
        for (var i = 0; i < 500; i++)
        {
            var text = i % 2 == 0 ? generator.NextNumber(4) : generator.NextTruth(4);
            var first = FeelTesting.Parse(text);
            var value = first.Evaluate(Variables, FeelTesting.Environment).Value;
            if (!value.IsNull) values++;
            Assert.That(FeelTesting.Parse(first.Print()).Evaluate(Variables, FeelTesting.Environment).Value, Is.EqualTo(value), $"{text} printed as {first.Print()}");
        }
        Assert.That(values, Is.GreaterThan(400), "the law says little about null");
    }

    [Test]
    public void An_evaluation_gives_the_same_each_time([Range(1, 4)] int seed)
    {
        var generator = new ExpressionGenerator(2000 + seed);
        for (var i = 0; i < 200; i++)
        {
            var expression = FeelTesting.Parse(generator.Next(3));
            var first = expression.Evaluate(Variables, FeelTesting.Environment);
            var second = expression.Evaluate(Variables, FeelTesting.Environment);
            Assert.That(second.Value.ToString(), Is.EqualTo(first.Value.ToString()), expression.Text);
            Assert.That(second.Warnings.Select(one => one.ToString()), Is.EqualTo(first.Warnings.Select(one => one.ToString())), expression.Text);
        }
    }

    [Test]
    public void What_is_called_constant_needs_no_variable_and_no_clock([Range(1, 4)] int seed)
    {
        var generator = new ExpressionGenerator(3000 + seed);
        var later = FeelTesting.At("2031-05-05T05:05:05Z");
        for (var i = 0; i < 600; i++)
        {
            var expression = FeelTesting.Parse(generator.Next(2));
            if (!expression.IsConstant) continue;
            Assert.That(
                expression.Evaluate(DictionaryScope.Empty, later).Value.ToString(),
                Is.EqualTo(expression.Evaluate(Variables, FeelTesting.Environment).Value.ToString()),
                expression.Text);
        }
    }

    [Test]
    public void Every_function_takes_any_arguments([ValueSource(typeof(ExpressionGenerator), nameof(ExpressionGenerator.FunctionNames))] string name)
    {
        var generator = new ExpressionGenerator(name.Length);
        for (var i = 0; i < 150; i++)
        {
            var text = $"{name}({string.Join(", ", Enumerable.Range(0, i % 5).Select(_ => generator.Argument()))})";
            AssertInside(text, FeelTesting.Parse(text).Evaluate(Variables, FeelTesting.Environment).Warnings);
        }
    }

    [Test]
    public void Json_of_any_value_is_read_as_its_variable([Range(1, 4)] int seed)
    {
        var generator = new ExpressionGenerator(4000 + seed);
        for (var i = 0; i < 400; i++)
        {
            var value = FeelTesting.Parse(generator.Next(3)).Evaluate(Variables, FeelTesting.Environment).Value;
            Assert.That(FeelJson.Read(FeelJson.Write(value)), Is.EqualTo(FeelJson.ToVariable(value)), value.ToString());
        }
    }

    private static void AssertInside(string text, ImmutableArray<FeelWarning> warnings)
    {
        foreach (var warning in warnings)
        {
            Assert.That(warning.Span.Start >= 0 && warning.Span.End <= text.Length, $"{warning} at {warning.Span} in {text}");
            Assert.That(warning.ToDiagnostic().ToString(), Does.Contain(warning.Code));
        }
    }
}
