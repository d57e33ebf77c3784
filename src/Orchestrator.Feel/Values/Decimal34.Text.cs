using System.Globalization;
using System.Numerics;

namespace Orchestrator.Feel;

/// <content>Text: the canonical form has no trailing zeros, no leading plus, a point and, for very large and very small numbers only, an exponent.</content>
public readonly partial struct Decimal34
{
    private const int PlainExponentMax = 40;
    private const int PlainExponentMin = -40;

    /// <summary>The canonical text, which <see cref="TryParse"/> reads back to an equal number: <c>0</c>, <c>-12.5</c>, <c>1E+60</c>. It is valid JSON.</summary>
    public override string ToString()
    {
        if (_exponent == 0 && _coefficient <= ulong.MaxValue)
        {
            var small = ((ulong)_coefficient).ToString(CultureInfo.InvariantCulture);
            return _negative ? "-" + small : small;
        }
        var normal = Normalized();
        var digits = normal._coefficient.ToString(CultureInfo.InvariantCulture);
        var adjusted = normal._exponent + digits.Length - 1;
        var text = adjusted is > PlainExponentMax or < PlainExponentMin ? Scientific(digits, adjusted) : Plain(digits, normal._exponent);
        return _negative ? "-" + text : text;
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent >= 0) return digits + new string('0', exponent);
        var point = digits.Length + exponent;
        return point > 0 ? $"{digits[..point]}.{digits[point..]}" : $"0.{new string('0', -point)}{digits}";
    }

    private static string Scientific(string digits, int adjusted)
    {
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}E{(adjusted < 0 ? "-" : "+")}{Math.Abs(adjusted)}");
    }

    /// <summary>Reads <c>-12.5</c>, <c>.5</c>, <c>1e3</c>, <c>1E-7</c>; more than 34 digits are rounded half to even. False for anything else and for numbers too large.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Decimal34 value)
    {
        value = Zero;
        var position = 0;
        var negative = false;
        if (position < text.Length && text[position] is '-' or '+') negative = text[position++] == '-';
        var mantissaEnd = text.IndexOfAny('e', 'E');
        var mantissa = mantissaEnd < 0 ? text[position..] : position <= mantissaEnd ? text[position..mantissaEnd] : [];
        if (!TryReadExponent(mantissaEnd < 0 ? [] : text[(mantissaEnd + 1)..], mantissaEnd >= 0, out var exponent)) return false;
        return TryReadMantissa(mantissa, negative, exponent, out value);
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, bool present, out int exponent)
    {
        exponent = 0;
        if (!present) return true;
        var digits = text.Length > 0 && text[0] is '-' or '+' ? text[1..] : text;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9')) return false;
        // Longer exponents say the same: far outside the range.
        var size = digits.TrimStart('0').Length > 6 ? 999_999 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        exponent = text[0] == '-' ? -size : size;
        return true;
    }

    private static bool TryReadMantissa(ReadOnlySpan<char> text, bool negative, int exponent, out Decimal34 value)
    {
        value = Zero;
        UInt128 coefficient = 0;
        int digits = 0, fraction = 0;
        bool seen = false, point = false;
        foreach (var c in text)
        {
            if (c == '.')
            {
                if (point) return false;
                point = true;
                continue;
            }
            if (!char.IsAsciiDigit(c)) return false;
            seen = true;
            if (point) fraction++;
            if (digits == 0 && c == '0') continue;
            digits++;
            if (digits <= DigitsMax) coefficient = coefficient * 10 + (uint)(c - '0');
        }
        if (!seen || text[^1] == '.') return false;
        var fitted = digits <= DigitsMax
            ? Rounding.Fit(negative, coefficient, exponent - fraction)
            : Rounding.Fit(negative, Long(text), exponent - fraction, sticky: false);
        value = fitted ?? Zero;
        return fitted is not null;
    }

    private static BigInteger Long(ReadOnlySpan<char> text)
    {
        var digits = text.ToString().Replace(".", "", StringComparison.Ordinal);
        return BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
