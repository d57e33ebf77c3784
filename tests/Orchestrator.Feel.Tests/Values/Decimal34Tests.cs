using System.Globalization;
using System.Numerics;

namespace Orchestrator.Feel.Tests.Values;

public sealed class Decimal34Tests
{
    [TestCase("0", "0")]
    [TestCase("-0", "0")]
    [TestCase("1.10", "1.1")]
    [TestCase("100", "100")]
    [TestCase("1e3", "1000")]
    [TestCase("1E-3", "0.001")]
    [TestCase(".5", "0.5")]
    [TestCase("-12.5e1", "-125")]
    [TestCase("1e40", "10000000000000000000000000000000000000000")]
    [TestCase("1e41", "1E+41")]
    [TestCase("1.25e-50", "1.25E-50")]
    [TestCase("1234567890123456789012345678901234", "1234567890123456789012345678901234")]
    [TestCase("12345678901234567890123456789012345", "12345678901234567890123456789012340", Description = "half to even, down")]
    [TestCase("12345678901234567890123456789012355", "12345678901234567890123456789012360", Description = "half to even, up")]
    [TestCase("99999999999999999999999999999999995", "100000000000000000000000000000000000")]
    [TestCase("1e-9999", "0")]
    public void A_number_is_read_and_written_in_canonical_form(string text, string canonical)
    {
        Assert.That(Decimal34.TryParse(text, out var number), Is.True);
        Assert.That(number.ToString(), Is.EqualTo(canonical));
        Assert.That(Decimal34.TryParse(canonical, out var again) && again == number, Is.True);
    }

    [TestCase("")]
    [TestCase("-")]
    [TestCase("1.")]
    [TestCase(".")]
    [TestCase("1e")]
    [TestCase("1e+")]
    [TestCase("1,5")]
    [TestCase("1.2.3")]
    [TestCase("0x10")]
    [TestCase("1e7000")]
    [TestCase("e5")]
    [TestCase("-e5")]
    public void Anything_else_is_no_number(string text) => Assert.That(Decimal34.TryParse(text, out _), Is.False);

    [Test]
    public void Equal_values_of_different_scale_are_equal_and_hash_alike()
    {
        var one = Number("1.000");

        Assert.That(one, Is.EqualTo(Decimal34.One));
        Assert.That(one.GetHashCode(), Is.EqualTo(Decimal34.One.GetHashCode()));
        Assert.That(Number("1e3").GetHashCode(), Is.EqualTo(Number("1000").GetHashCode()));
    }

    [Test]
    public void A_sum_of_very_different_sizes_is_rounded_once() => Assert.Multiple(() =>
    {
        Assert.That(Decimal34.Add(Number("1e40"), Number("1e-40")), Is.EqualTo(Number("1e40")));
        Assert.That(Decimal34.Subtract(Number("1e34"), Number("1e-40")), Is.EqualTo(Number("1e34")));
        Assert.That(Decimal34.Subtract(Number("1e33"), Number("1"))!.Value.ToString(), Is.EqualTo(new string('9', 33)));
        Assert.That(Decimal34.Add(Number("1e6144"), Number("-1e-6176")), Is.EqualTo(Number("1e6144")));
    });

    [Test]
    public void Beyond_the_range_there_is_no_result() => Assert.Multiple(() =>
    {
        Assert.That(Decimal34.Multiply(Number("1e6000"), Number("1e6000")), Is.Null);
        Assert.That(Decimal34.Divide(1, 0), Is.Null);
        Assert.That(Decimal34.Multiply(Number("1e-6000"), Number("1e-6000")), Is.EqualTo(Decimal34.Zero));
    });

    [Test]
    public void Arithmetic_agrees_with_exact_fractions()
    {
        var random = new Random(8123);
        for (var i = 0; i < 3_000; i++)
        {
            var (a, aExact) = Next(random);
            var (b, bExact) = Next(random);
            AssertNearest(Decimal34.Add(a, b)!.Value, aExact.Numerator * bExact.Denominator + bExact.Numerator * aExact.Denominator, aExact.Denominator * bExact.Denominator);
            AssertNearest(Decimal34.Subtract(a, b)!.Value, aExact.Numerator * bExact.Denominator - bExact.Numerator * aExact.Denominator, aExact.Denominator * bExact.Denominator);
            AssertNearest(Decimal34.Multiply(a, b)!.Value, aExact.Numerator * bExact.Numerator, aExact.Denominator * bExact.Denominator);
            if (!b.IsZero) AssertNearest(Decimal34.Divide(a, b)!.Value, aExact.Numerator * bExact.Denominator, aExact.Denominator * bExact.Numerator);
            Assert.That(a.CompareTo(b), Is.EqualTo((aExact.Numerator * bExact.Denominator).CompareTo(bExact.Numerator * aExact.Denominator)));
        }
    }

    private static (Decimal34, (BigInteger Numerator, BigInteger Denominator)) Next(Random random)
    {
        var digits = string.Concat(Enumerable.Range(0, random.Next(1, 35)).Select(_ => (char)('0' + random.Next(10))));
        var exponent = random.Next(-45, 20);
        var sign = random.Next(2) == 0 ? "-" : "";
        Assert.That(Decimal34.TryParse(string.Create(CultureInfo.InvariantCulture, $"{sign}{digits}e{exponent}"), out var number), Is.True);
        var numerator = BigInteger.Parse(sign + digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, Math.Max(exponent, 0));
        return (number, (numerator, BigInteger.Pow(10, Math.Max(-exponent, 0))));
    }

    /// <summary>The result is exact, or has 34 digits and is not further from the exact value than half a unit of its last digit.</summary>
    private static void AssertNearest(Decimal34 result, BigInteger numerator, BigInteger denominator)
    {
        var text = result.ToString();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var mantissaEnd = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = mantissaEnd < 0 ? 0 : int.Parse(text[(mantissaEnd + 1)..], CultureInfo.InvariantCulture);
        var mantissa = mantissaEnd < 0 ? text : text[..mantissaEnd];
        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        var whole = BigInteger.Parse(mantissa.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var (resultNumerator, resultDenominator) = scale >= 0 ? (whole, BigInteger.Pow(10, scale)) : (whole * BigInteger.Pow(10, -scale), BigInteger.One);

        var error = BigInteger.Abs(resultNumerator * denominator - numerator * resultDenominator) * 2;
        var size = BigInteger.Abs(resultNumerator * denominator);
        Assert.That(error * BigInteger.Pow(10, 33), Is.LessThanOrEqualTo(size), $"{text} for {numerator}/{denominator}");
    }

    [TestCase("2.5", 0, RoundingRule.HalfEven, "2")]
    [TestCase("-2.5", 0, RoundingRule.Floor, "-3")]
    [TestCase("0.004", 2, RoundingRule.Up, "0.01")]
    [TestCase("0.004", 2, RoundingRule.HalfUp, "0")]
    [TestCase("1e-40", 2, RoundingRule.Ceiling, "0.01")]
    [TestCase("149", -2, RoundingRule.HalfUp, "100")]
    [TestCase("150", -2, RoundingRule.HalfUp, "200")]
    [TestCase("1e30", 2, RoundingRule.HalfUp, "1000000000000000000000000000000")]
    public void Rounding_follows_its_rule(string text, int scale, RoundingRule rule, string expected) =>
        Assert.That(Number(text).Round(scale, rule)!.Value.ToString(), Is.EqualTo(expected));

    [Test]
    public void Whole_numbers_convert_when_they_fit() => Assert.Multiple(() =>
    {
        Assert.That(Number("12.00").TryToInt64(out var twelve) && twelve == 12);
        Assert.That(Number("-9223372036854775808").TryToInt64(out var least) && least == long.MinValue);
        Assert.That(Number("9223372036854775808").TryToInt64(out _), Is.False);
        Assert.That(Number("12.5").TryToInt64(out _), Is.False);
        Assert.That(Number("1e6000").TryToInt64(out _), Is.False);
        Assert.That(Decimal34.FromInt64(long.MinValue).ToString(), Is.EqualTo("-9223372036854775808"));
        Assert.That(Decimal34.From(12.50m).ToString(), Is.EqualTo("12.5"));
        Assert.That(Number("12.5").TryToDecimal(out var money) && money == 12.5m);
    });

    private static Decimal34 Number(string text)
    {
        Assert.That(Decimal34.TryParse(text, out var number), Is.True, text);
        return number;
    }

    [TestCase("1.50", 2, 3)]
    [TestCase("-0.0500", 4, 3)]
    [TestCase("15", 0, 2)]
    [TestCase("1e3", 0, 1)]
    [TestCase("0", 0, 1)]
    public void A_number_knows_the_decimals_and_digits_it_was_written_with(string text, int scale, int precision)
    {
        Assert.That(Decimal34.TryParse(text, out var value), Is.True);
        Assert.That((value.Scale, value.Precision), Is.EqualTo((scale, precision)));
    }

    /// <summary>Expected values by Python's whole numbers.</summary>
    [TestCase("1e6000", "7", "1")]
    [TestCase("-1e6000", "7", "6")]
    [TestCase("1e6000", "-7", "-6")]
    [TestCase("123e6100", "1e-6176", "0")]
    [TestCase("5", "1e6000", "5")]
    [TestCase("-5", "1e6000", "1E+6000")]
    [TestCase("12.5", "0.7", "0.6")]
    [TestCase("-12.5", "0.7", "0.1")]
    [TestCase("5", "12e1", "5")]
    public void Modulo_is_exact_however_far_apart_its_numbers_are(string dividend, string divisor, string expected)
    {
        Assert.That(Decimal34.TryParse(dividend, out var left) & Decimal34.TryParse(divisor, out var right), Is.True);
        Assert.That(Decimal34.Modulo(left, right).ToString(), Is.EqualTo(expected));
    }
}
