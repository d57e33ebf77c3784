using System.Numerics;

namespace Orchestrator.Feel;

/// <content>Arithmetic: exact, then rounded once. Null means that the result has no value (overflow, division by zero).</content>
public readonly partial struct Decimal34
{
    public static Decimal34? Add(Decimal34 left, Decimal34 right)
    {
        if (left._exponent == right._exponent) return AddSameExponent(left, right, left._exponent);
        if (left.IsZero) return right;
        if (right.IsZero) return left;
        var (high, low) = left._exponent > right._exponent ? (left, right) : (right, left);
        var shift = high._exponent - low._exponent;
        if (shift + Rounding.DigitCount(high._coefficient) <= 37)
        {
            var shifted = new Decimal34(high._negative, high._coefficient * Rounding.Power(shift), low._exponent);
            return AddSameExponent(shifted, low, low._exponent);
        }
        return AddWide(high, low, shift);
    }

    public static Decimal34? Subtract(Decimal34 left, Decimal34 right) => Add(left, -right);

    private static Decimal34? AddSameExponent(Decimal34 left, Decimal34 right, int exponent)
    {
        if (left._negative == right._negative)
            return Rounding.Fit(left._negative, left._coefficient + right._coefficient, exponent);
        return left._coefficient >= right._coefficient
            ? Rounding.Fit(left._negative, left._coefficient - right._coefficient, exponent)
            : Rounding.Fit(right._negative, right._coefficient - left._coefficient, exponent);
    }

    private static Decimal34? AddWide(Decimal34 high, Decimal34 low, int shift)
    {
        // Beyond this distance the lower number only decides a rounding: a one far behind the last digit does the same.
        const int Far = 2 * DigitsMax + 4;
        var lowDigits = Rounding.DigitCount(low._coefficient);
        if (shift > Far + lowDigits)
        {
            var raised = BigInteger.Pow(10, Far) * high._coefficient;
            var sum = high._negative == low._negative ? raised + 1 : raised - 1;
            return Rounding.Fit(high._negative, sum, high._exponent - Far, sticky: false);
        }
        var wide = BigInteger.Pow(10, shift) * high._coefficient * (high._negative ? -1 : 1) + (BigInteger)low._coefficient * (low._negative ? -1 : 1);
        return Rounding.Fit(wide.Sign < 0, BigInteger.Abs(wide), low._exponent, sticky: false);
    }

    public static Decimal34? Multiply(Decimal34 left, Decimal34 right)
    {
        var negative = left._negative != right._negative;
        var exponent = left._exponent + right._exponent;
        if (left._coefficient <= ulong.MaxValue && right._coefficient <= ulong.MaxValue)
            return Rounding.Fit(negative, left._coefficient * right._coefficient, exponent);
        return Rounding.Fit(negative, (BigInteger)left._coefficient * right._coefficient, exponent, sticky: false);
    }

    public static Decimal34? Divide(Decimal34 left, Decimal34 right)
    {
        if (right.IsZero) return null;
        if (left.IsZero) return Zero;
        var negative = left._negative != right._negative;
        if (right._coefficient <= SmallDivisorMax) return DivideBySmall(left, right._coefficient, right._exponent, negative);
        const int Extra = 2 * DigitsMax + 2;
        var quotient = BigInteger.DivRem((BigInteger)left._coefficient * BigInteger.Pow(10, Extra), right._coefficient, out var remainder);
        return Rounding.Fit(negative, quotient, left._exponent - Extra - right._exponent, sticky: !remainder.IsZero)?.Trimmed();
    }

    private static readonly UInt128 SmallDivisorMax = Rounding.Power(19);

    /// <summary>Long division in steps of up to 19 digits: ordinary numbers need no big integer.</summary>
    private static Decimal34? DivideBySmall(Decimal34 left, UInt128 divisor, int divisorExponent, bool negative)
    {
        var exponent = left._exponent - divisorExponent;
        var (quotient, rest) = UInt128.DivRem(left._coefficient, divisor);
        while (rest != 0 && Rounding.DigitCount(quotient) is var digits && digits <= DigitsMax + 1)
        {
            var step = Math.Min(19, DigitsMax + 2 - digits);
            var (next, nextRest) = UInt128.DivRem(rest * Rounding.Power(step), divisor);
            quotient = quotient * Rounding.Power(step) + next;
            rest = nextRest;
            exponent -= step;
        }
        return Rounding.Fit(negative, quotient, exponent, sticky: rest != 0)?.Trimmed();
    }

    /// <summary>Removes the zeros that a division by a raised dividend leaves, so that later sums keep equal exponents.</summary>
    private Decimal34 Trimmed()
    {
        if (_exponent >= 0) return this;
        var normal = Normalized();
        return normal._exponent > 0 ? normal.Rescaled(0) : normal;
    }

    private Decimal34 Rescaled(int exponent)
    {
        var shift = _exponent - exponent;
        return shift + Rounding.DigitCount(_coefficient) <= DigitsMax ? new(_negative, _coefficient * Rounding.Power(shift), exponent) : this;
    }

    /// <summary>FEEL's <c>modulo</c>: dividend − divisor · floor(dividend / divisor), so the result has the divisor's sign; null for a zero divisor.</summary>
    public static Decimal34? Modulo(Decimal34 dividend, Decimal34 divisor)
    {
        if (divisor.IsZero) return null;
        if (dividend.IsZero) return Zero;
        var shift = dividend._exponent - divisor._exponent;
        // The divisor is larger than any such dividend: only the sign can matter.
        if (shift < -2 * DigitsMax) return dividend._negative == divisor._negative ? dividend : Add(dividend, divisor);
        var right = Signed(divisor) * (shift < 0 ? BigInteger.Pow(10, -shift) : BigInteger.One);
        // Powers are reduced on the way: thousands of digits are never written out.
        var left = Signed(dividend) * (shift > 0 ? BigInteger.ModPow(10, shift, right) : BigInteger.One);
        var rest = BigInteger.Remainder(left, right);
        if (!rest.IsZero && rest.Sign != right.Sign) rest += right;
        return From(rest, Math.Min(dividend._exponent, divisor._exponent));
    }

    private static BigInteger Signed(Decimal34 value) => value._negative ? -(BigInteger)value._coefficient : value._coefficient;

    /// <summary>Rounds to <paramref name="scale"/> digits behind the point (negative: before it).</summary>
    public Decimal34? Round(int scale, RoundingRule rule)
    {
        if (_exponent >= -(long)scale) return this;
        var drop = -(long)scale - _exponent;
        UInt128 quotient = 0;
        int half;
        bool exact;
        if (drop > DigitsMax)
        {
            half = -1;
            exact = IsZero;
        }
        else
        {
            var power = Rounding.Power((int)drop);
            (quotient, var rest) = UInt128.DivRem(_coefficient, power);
            exact = rest == 0;
            half = (rest * 2).CompareTo(power);
        }
        if (!exact && RoundsAway(rule, quotient, half)) quotient++;
        return Rounding.Fit(_negative, quotient, -scale);
    }

    private bool RoundsAway(RoundingRule rule, UInt128 quotient, int half) => rule switch
    {
        RoundingRule.HalfEven => half > 0 || (half == 0 && UInt128.IsOddInteger(quotient)),
        RoundingRule.HalfUp => half >= 0,
        RoundingRule.HalfDown => half > 0,
        RoundingRule.Up => true,
        RoundingRule.Down => false,
        RoundingRule.Floor => _negative,
        RoundingRule.Ceiling => !_negative,
        _ => throw new System.Diagnostics.UnreachableException($"No rounding rule {rule}."),
    };
}
