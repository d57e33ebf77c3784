using System.Numerics;

namespace Orchestrator.Feel;

/// <summary>
/// A decimal number of 34 significant digits, as FEEL asks (DMN 1.5, 10.3.2.3.1; IEEE 754-2008 decimal128): results that need more digits are
/// rounded half to even. There are no infinities and no NaN: an operation whose result has none of our values answers null.
/// Two numbers are equal when their values are: 1.0 equals 1 and has the same hash.
/// </summary>
public readonly partial struct Decimal34 : IEquatable<Decimal34>, IComparable<Decimal34>
{
    public const int DigitsMax = 34;

    /// <summary>The largest exponent of the leading digit; beyond it an operation overflows and answers null.</summary>
    public const int ExponentMax = 6144;

    /// <summary>The smallest exponent of the last digit; digits beyond it are rounded away.</summary>
    public const int ExponentMin = -6176;

    private readonly UInt128 _coefficient;
    private readonly int _exponent;
    private readonly bool _negative;

    private Decimal34(bool negative, UInt128 coefficient, int exponent)
    {
        _coefficient = coefficient;
        _exponent = coefficient == 0 ? 0 : exponent;
        _negative = negative && coefficient != 0;
    }

    public static Decimal34 Zero => default;
    public static Decimal34 One { get; } = new(false, 1, 0);

    public bool IsZero => _coefficient == 0;
    public bool IsNegative => _negative;
    public int Sign => _coefficient == 0 ? 0 : _negative ? -1 : 1;

    /// <summary>The decimals that it was written or computed with: 1.50 has 2, 15 and 1e3 have none.</summary>
    public int Scale => Math.Max(0, -_exponent);

    /// <summary>The significant digits that it was written or computed with: 0.50 has 2.</summary>
    public int Precision => Rounding.DigitCount(_coefficient);

    internal UInt128 Coefficient => _coefficient;
    internal int Exponent => _exponent;

    public static implicit operator Decimal34(int value) => FromInt64(value);
    public static implicit operator Decimal34(long value) => FromInt64(value);

    public static Decimal34 FromInt32(int value) => FromInt64(value);

    public static Decimal34 FromInt64(long value) =>
        new(value < 0, value < 0 ? (UInt128)(Int128)(-(Int128)value) : (UInt128)value, 0);

    /// <summary>The number <paramref name="value"/> · 10^<paramref name="exponent"/> rounded to 34 digits; null when it is too large.</summary>
    public static Decimal34? From(BigInteger value, int exponent = 0)
    {
        var magnitude = BigInteger.Abs(value);
        return Rounding.Fit(value.Sign < 0, magnitude, exponent, sticky: false);
    }

    public static Decimal34 From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var coefficient = new UInt128(unchecked((uint)bits[2]), ((ulong)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]));
        return new(bits[3] < 0, coefficient, -((bits[3] >> 16) & 0xFF));
    }

    /// <summary>The value as a whole number that fits; false when it has a fraction or does not fit.</summary>
    public bool TryToInt64(out long value)
    {
        value = 0;
        if (_exponent == 0 && _coefficient <= long.MaxValue)
        {
            value = _negative ? -(long)_coefficient : (long)_coefficient;
            return true;
        }
        if (!IsInteger || AdjustedExponent > 19) return false;
        var whole = ToBigInteger();
        if (whole < long.MinValue || whole > long.MaxValue) return false;
        value = (long)whole;
        return true;
    }

    public bool TryToInt32(out int value)
    {
        var fits = TryToInt64(out var wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)wide : 0;
        return fits;
    }

    /// <summary>The nearest .NET decimal; false when the number is outside its range. Digits beyond the 28th are rounded.</summary>
    public bool TryToDecimal(out decimal value) =>
        decimal.TryParse(ToString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out value);

    public double ToDouble() =>
        double.Parse(ToString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);

    public bool IsInteger
    {
        get
        {
            if (_exponent >= 0) return true;
            if (-_exponent >= DigitsMax + 1) return false;
            return _coefficient % Rounding.Power(-_exponent) == 0;
        }
    }

    /// <summary>The whole part, towards zero. Only for numbers of a size that the caller has bounded.</summary>
    internal BigInteger ToBigInteger()
    {
        var magnitude = (BigInteger)_coefficient;
        magnitude = _exponent >= 0 ? magnitude * BigInteger.Pow(10, _exponent) : magnitude / BigInteger.Pow(10, -_exponent);
        return _negative ? -magnitude : magnitude;
    }

    /// <summary>The exponent of the leading digit: 0 for 1 to 9, 3 for 1000, −1 for 0.1.</summary>
    internal int AdjustedExponent => _exponent + Rounding.DigitCount(_coefficient) - 1;

    internal static Decimal34 Raw(bool negative, UInt128 coefficient, int exponent) => new(negative, coefficient, exponent);

    public static Decimal34 operator -(Decimal34 value) => new(!value._negative, value._coefficient, value._exponent);
    public static Decimal34 Negate(Decimal34 value) => -value;

    public Decimal34 Abs() => new(false, _coefficient, _exponent);

    public static bool operator ==(Decimal34 left, Decimal34 right) => left.Equals(right);
    public static bool operator !=(Decimal34 left, Decimal34 right) => !left.Equals(right);
    public static bool operator <(Decimal34 left, Decimal34 right) => left.CompareTo(right) < 0;
    public static bool operator >(Decimal34 left, Decimal34 right) => left.CompareTo(right) > 0;
    public static bool operator <=(Decimal34 left, Decimal34 right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Decimal34 left, Decimal34 right) => left.CompareTo(right) >= 0;

    public bool Equals(Decimal34 other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Decimal34 other && Equals(other);

    public override int GetHashCode()
    {
        var normal = Normalized();
        return HashCode.Combine(normal._negative, normal._coefficient, normal._exponent);
    }

    public int CompareTo(Decimal34 other)
    {
        if (Sign != other.Sign) return Sign.CompareTo(other.Sign);
        if (Sign == 0) return 0;
        var magnitude = CompareMagnitude(this, other);
        return _negative ? -magnitude : magnitude;
    }

    private static int CompareMagnitude(Decimal34 left, Decimal34 right)
    {
        if (left._exponent == right._exponent) return left._coefficient.CompareTo(right._coefficient);
        var adjusted = left.AdjustedExponent.CompareTo(right.AdjustedExponent);
        if (adjusted != 0) return adjusted;
        // The leading digits stand at the same place, so the difference of exponents is at most 33 and the shifted coefficient still fits 34 digits.
        return left._exponent > right._exponent
            ? (left._coefficient * Rounding.Power(left._exponent - right._exponent)).CompareTo(right._coefficient)
            : left._coefficient.CompareTo(right._coefficient * Rounding.Power(right._exponent - left._exponent));
    }

    /// <summary>After rounding up nines there may be a digit too many, which is then a zero.</summary>
    internal Decimal34 Carried() => _coefficient == Rounding.Power(DigitsMax) ? new(_negative, Rounding.Power(DigitsMax - 1), _exponent + 1) : this;

    /// <summary>The same value without trailing zeros in its coefficient.</summary>
    internal Decimal34 Normalized()
    {
        var coefficient = _coefficient;
        var exponent = _exponent;
        while (coefficient != 0)
        {
            var (quotient, remainder) = UInt128.DivRem(coefficient, 10);
            if (remainder != 0) break;
            coefficient = quotient;
            exponent++;
        }
        return new(_negative, coefficient, exponent);
    }
}
