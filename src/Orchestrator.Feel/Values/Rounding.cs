using System.Numerics;

namespace Orchestrator.Feel;

/// <summary>Fits an exact coefficient of any size into 34 digits, half to even, and keeps the exponent inside decimal128's range.</summary>
internal static class Rounding
{
    private static readonly UInt128[] Powers = MakePowers();
    private static readonly BigInteger CoefficientLimit = BigInteger.Pow(10, Decimal34.DigitsMax);

    /// <summary>10^<paramref name="exponent"/> for 0 to 38.</summary>
    public static UInt128 Power(int exponent) => Powers[exponent];

    public static int DigitCount(UInt128 value)
    {
        if (value == 0) return 1;
        // log10(2) ≈ 1233/4096: a first guess from the bit length that is one too small at most.
        var bits = 128 - (int)UInt128.LeadingZeroCount(value);
        var guess = (bits * 1233) >> 12;
        return value >= Powers[guess] ? guess + 1 : guess;
    }

    public static Decimal34? Fit(bool negative, UInt128 coefficient, int exponent) => Fit(negative, coefficient, exponent, sticky: false);

    /// <summary>The same as for big integers, without one for every exponent in the middle of the range.</summary>
    public static Decimal34? Fit(bool negative, UInt128 coefficient, int exponent, bool sticky)
    {
        var digits = DigitCount(coefficient);
        if (exponent < Decimal34.ExponentMin || exponent + digits > Decimal34.ExponentMax) return Fit(negative, (BigInteger)coefficient, exponent, sticky);
        var drop = digits - Decimal34.DigitsMax;
        if (drop <= 0) return Decimal34.Raw(negative, coefficient, exponent);
        var (quotient, rest) = UInt128.DivRem(coefficient, Powers[drop]);
        // Compared by halves: twice the rest might not fit.
        var half = rest.CompareTo(Powers[drop] / 2);
        if (half > 0 || (half == 0 && (sticky || UInt128.IsOddInteger(quotient)))) quotient++;
        return Decimal34.Raw(negative, quotient, exponent + drop).Carried();
    }

    /// <param name="sticky">True when digits that are not zero were already dropped behind the coefficient.</param>
    public static Decimal34? Fit(bool negative, BigInteger coefficient, int exponent, bool sticky)
    {
        if (coefficient.IsZero) return Decimal34.Zero;
        var drop = Math.Max(CountDigits(coefficient) - Decimal34.DigitsMax, Decimal34.ExponentMin - exponent);
        if (drop > 0)
        {
            if (drop > CountDigits(coefficient) + 1) return Decimal34.Zero;
            coefficient = DropHalfEven(coefficient, drop, sticky);
            exponent += drop;
            if (coefficient >= CoefficientLimit)
            {
                coefficient /= 10;
                exponent++;
            }
        }
        if (coefficient.IsZero) return Decimal34.Zero;
        if (exponent + CountDigits(coefficient) - 1 > Decimal34.ExponentMax) return null;
        return Decimal34.Raw(negative, (UInt128)coefficient, exponent);
    }

    private static BigInteger DropHalfEven(BigInteger coefficient, int drop, bool sticky)
    {
        var power = BigInteger.Pow(10, drop);
        var quotient = BigInteger.DivRem(coefficient, power, out var rest);
        var twice = (rest * 2).CompareTo(power);
        var up = twice > 0 || (twice == 0 && (sticky || !quotient.IsEven));
        return up ? quotient + 1 : quotient;
    }

    public static int CountDigits(BigInteger value)
    {
        if (value.IsZero) return 1;
        var guess = (int)((value.GetBitLength() - 1) * 1233 >> 12);
        // For long numbers the rational estimate drifts; correct it from below.
        while (BigInteger.Pow(10, guess) <= value) guess++;
        while (guess > 1 && BigInteger.Pow(10, guess - 1) > value) guess--;
        return guess;
    }

    private static UInt128[] MakePowers()
    {
        var powers = new UInt128[39];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
