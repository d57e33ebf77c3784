using System.Text;
using System.Text.Json;

namespace Orchestrator.Feel.Tests.Json;

/// <summary>The encoding of values is the format of stored variables: these rows may grow, but none may change.</summary>
public sealed class FeelJsonTests
{
    [TestCase("null", "null")]
    [TestCase("true", "true")]
    [TestCase("0", "0")]
    [TestCase("-12.50", "-12.5")]
    [TestCase("1e30", "1000000000000000000000000000000")]
    [TestCase("1e60", "1E+60")]
    [TestCase("1e-60", "1E-60")]
    [TestCase("1/3", "0.3333333333333333333333333333333333")]
    [TestCase("1234567890123456789012345678901234", "1234567890123456789012345678901234")]
    [TestCase("\"perché \\\"no\\\"\\n<&>'\"", "\"perché \\\"no\\\"\\n<&>'\"")]
    [TestCase("@\"2019-12-24\"", "\"2019-12-24\"")]
    [TestCase("@\"-0044-03-15\"", "\"-0044-03-15\"")]
    [TestCase("@\"12345-01-01\"", "\"12345-01-01\"")]
    [TestCase("@\"10:30:00\"", "\"10:30:00\"")]
    [TestCase("@\"10:30:00.25Z\"", "\"10:30:00.25Z\"")]
    [TestCase("@\"2019-12-24T10:30:00\"", "\"2019-12-24T10:30:00\"")]
    [TestCase("@\"2019-12-24T10:30:00+01:00\"", "\"2019-12-24T10:30:00+01:00\"")]
    [TestCase("@\"2019-12-24T10:30:00@Europe/Rome\"", "\"2019-12-24T10:30:00@Europe/Rome\"")]
    [TestCase("@\"P30D\"", "\"P30D\"")]
    [TestCase("@\"PT36H\"", "\"P1DT12H\"")]
    [TestCase("@\"-PT0.5S\"", "\"-PT0.5S\"")]
    [TestCase("@\"PT0S\"", "\"PT0S\"")]
    [TestCase("@\"P14M\"", "\"P1Y2M\"")]
    [TestCase("@\"P0M\"", "\"P0M\"")]
    [TestCase("[1, [], \"a\"]", "[1,[],\"a\"]")]
    [TestCase("{b: 1, a: {}, \"c d\": null}", "{\"b\":1,\"a\":{},\"c d\":null}")]
    [TestCase("[1..2]", "null")]
    [TestCase("function(x) x", "null")]
    public void A_value_has_one_encoding(string expression, string json) =>
        Assert.That(FeelJson.Write(FeelTesting.Evaluate(expression).Value), Is.EqualTo(json));

    [TestCase("null")]
    [TestCase("[1,2.5,1E+60,\"x\",true,null]")]
    [TestCase("{\"b\":1,\"a\":{\"z\":[{}]}}")]
    [TestCase("\"2019-12-24\"")]
    [TestCase("0.1234567890123456789012345678901234")]
    public void What_was_read_is_written_again(string json)
    {
        Assert.That(FeelJson.Write(FeelJson.Read(json)), Is.EqualTo(json));
        using var document = JsonDocument.Parse(json);
        Assert.That(FeelJson.Read(document.RootElement), Is.EqualTo(FeelJson.Read(json)));
        Assert.That(FeelJson.Read(Encoding.UTF8.GetBytes(json)), Is.EqualTo(FeelJson.Read(json)));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[1,]")]
    [TestCase("1 2")]
    [TestCase("1e9999")]
    public void Text_from_outside_that_is_no_value_is_refused_with_a_reason(string json)
    {
        Assert.That(FeelJson.TryRead(json, out var value, out var problem), Is.False);
        Assert.That(value, Is.Null);
        Assert.That(problem, Is.Not.Empty);
    }

    [Test]
    public void Text_that_nests_too_deep_is_refused() =>
        Assert.That(FeelJson.TryRead(new string('[', 100_000), out _, out _), Is.False);

    [Test]
    public void Half_a_character_is_written_as_the_replacement_character()
    {
        var json = FeelJson.Write(FeelTesting.Evaluate("{\"\\uD83D\": \"a\\uD83D\"}").Value);

        Assert.That(FeelJson.Read(json), Is.EqualTo(FeelContext.Of(("\uFFFD", FeelValue.Of("a\uFFFD")))));
    }

    [TestCase("\"\\ud800\"")]
    [TestCase("{\"\\udc00\": 1}")]
    [TestCase("[\"a\\ud800b\"]")]
    public void Half_a_character_in_json_from_outside_is_refused_with_a_reason(string json)
    {
        Assert.That(FeelJson.TryRead(json, out _, out var problem), Is.False);
        Assert.That(problem, Does.Contain("text"));
    }

    [Test]
    public void A_number_of_more_digits_is_rounded() =>
        Assert.That(FeelJson.Write(FeelJson.Read("12345678901234567890123456789012345")), Is.EqualTo("12345678901234567890123456789012340"));

    [Test]
    public void A_variable_holds_what_its_json_would_give()
    {
        var value = FeelTesting.Evaluate("{d: @\"2026-01-01\", n: 1, xs: [@\"P1D\"], f: function(x) x, r: [[1..2]]}").Value;

        var variable = FeelJson.ToVariable(value, out var warnings);

        Assert.That(variable, Is.EqualTo(FeelJson.Read(FeelJson.Write(value))));
        Assert.That(variable.ToString(), Is.EqualTo("{d: \"2026-01-01\", n: 1, xs: [\"P1D\"], f: null, r: [null]}"));
        Assert.That(warnings, Is.EqualTo(new[]
        {
            "FEEL0115: Expected a value that a variable can hold, but found a function in 'f'.",
            "FEEL0115: Expected a value that a variable can hold, but found a range in 'r[1]'.",
        }));
    }
}
