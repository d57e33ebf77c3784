using System.Numerics;

namespace Orchestrator.Feel.Builtins;

/// <summary>Powers, roots, logarithms and exponentials, computed with guard digits on whole numbers and rounded once. Null where there is no real result in range.</summary>
internal static class DecimalMath
{
    /// <summary>What one of these functions costs in steps.</summary>
    public const int Steps = 150;

    private const int Digits = 60;
    private static readonly BigInteger Unit = BigInteger.Pow(10, Digits);
    private static readonly BigInteger Ln10 = LnOfFraction(new BigInteger(10) * Unit);

    public static Decimal34? Power(Decimal34 number, Decimal34 exponent)
    {
        if (exponent.IsZero) return Decimal34.One;
        if (number.IsZero) return exponent.IsNegative ? null : Decimal34.Zero;
        if (exponent.TryToInt64(out var whole) && Math.Abs(whole) <= 1_000_000) return WholePower(number, whole);
        if (number.IsNegative) return null;
        if (Ln(number) is not { } ln) return null;
        return Exp(Scaled(exponent) is { } scaled ? ln * scaled / Unit : null);
    }

    /// <summary>By squaring, on coefficients cut to guard digits: exact while the result fits.</summary>
    private static Decimal34? WholePower(Decimal34 number, long exponent)
    {
        var normal = number.Normalized();
        var power = (Value: BigInteger.One, Exponent: 0L);
        var square = (Value: (BigInteger)normal.Coefficient, Exponent: (long)normal.Exponent);
        for (var rest = Math.Abs(exponent); rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1) power = Cut(power.Value * square.Value, power.Exponent + square.Exponent);
            if (rest > 1) square = Cut(square.Value * square.Value, square.Exponent * 2);
            if (Math.Abs(square.Exponent) > 100_000_000) return Math.Sign(square.Exponent) * exponent < 0 ? Decimal34.Zero : null;
        }
        var negative = number.IsNegative && (exponent & 1) == 1;
        if (exponent < 0)
        {
            power = (BigInteger.Pow(10, Rounding.CountDigits(power.Value) + Digits) / power.Value, -power.Exponent - Rounding.CountDigits(power.Value) - Digits);
        }
        if (power.Exponent > 10_000) return null;
        if (power.Exponent < -20_000) return Decimal34.Zero;
        var result = Decimal34.From(negative ? -power.Value : power.Value, (int)power.Exponent);
        return exponent < 0 ? result?.Normalized() : result;
    }

    private static (BigInteger, long) Cut(BigInteger value, long exponent)
    {
        var extra = Rounding.CountDigits(value) - 2 * Digits;
        return extra <= 0 ? (value, exponent) : (value / BigInteger.Pow(10, extra), exponent + extra);
    }

    public static Decimal34? Sqrt(Decimal34 number)
    {
        if (number.IsNegative) return null;
        if (number.IsZero) return Decimal34.Zero;
        var shift = 2 * Digits + (number.Exponent & 1);
        var scaled = number.Coefficient * BigInteger.Pow(10, shift);
        var root = SquareRoot(scaled);
        var exact = root * root == scaled;
        var result = Rounding.Fit(negative: false, root, (number.Exponent - shift) / 2, sticky: !exact);
        return exact ? result?.Normalized() : result;
    }

    private static BigInteger SquareRoot(BigInteger value)
    {
        var guess = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var better = (guess + value / guess) >> 1;
            if (better >= guess) return guess;
            guess = better;
        }
    }

    public static Decimal34? Log(Decimal34 number) => Ln(number) is { } ln ? Decimal34.From(ln, -Digits)?.Normalized() : null;

    public static Decimal34? Exp(Decimal34 number) => number.AdjustedExponent > 6 && !number.IsZero ? (number.IsNegative ? Decimal34.Zero : null) : Exp(Scaled(number));

    /// <summary>The number as a whole count of 10^-60; null when it is far too large for anything here.</summary>
    private static BigInteger? Scaled(Decimal34 number)
    {
        if (!number.IsZero && number.AdjustedExponent > 40) return null;
        var shift = number.Exponent + Digits;
        var value = shift >= 0 ? number.Coefficient * BigInteger.Pow(10, shift) : number.Coefficient / BigInteger.Pow(10, -shift);
        return number.IsNegative ? -value : value;
    }

    private static BigInteger? Ln(Decimal34 number)
    {
        if (number.Sign <= 0) return null;
        var adjusted = number.AdjustedExponent;
        var leading = number.Coefficient * Unit / BigInteger.Pow(10, Rounding.DigitCount(number.Coefficient) - 1);
        return LnOfFraction(leading) + adjusted * Ln10;
    }

    /// <summary>ln x for x between 1 and 10, scaled: roots bring it near 1, then the series of artanh.</summary>
    private static BigInteger LnOfFraction(BigInteger scaled)
    {
        var halvings = 0;
        while (scaled > Unit * 11 / 10)
        {
            scaled = SquareRoot(scaled * Unit);
            halvings++;
        }
        var y = (scaled - Unit) * Unit / (scaled + Unit);
        var square = y * y / Unit;
        var sum = y;
        for (var (term, n) = (y, 3); !term.IsZero; n += 2)
        {
            term = term * square / Unit;
            sum += term / n;
        }
        return sum * 2 * BigInteger.Pow(2, halvings);
    }

    private static Decimal34? Exp(BigInteger? scaled)
    {
        if (scaled is not { } x) return null;
        // e^x = 10^n · e^(x − n ln 10) with a small rest.
        var n = BigInteger.Divide(x, Ln10);
        if (BigInteger.Abs(n) > 10_000) return n.Sign < 0 ? Decimal34.Zero : null;
        var rest = x - n * Ln10;
        BigInteger sum = Unit, term = Unit;
        for (var i = 1; !term.IsZero; i++)
        {
            term = term * rest / Unit / i;
            sum += term;
        }
        return Decimal34.From(sum, (int)n - Digits)?.Normalized();
    }
}
