namespace Orchestrator.Contracts.Cases;

/// <summary>
/// Partita IVA and the tax code of companies and bodies: eleven digits, the last one a check digit (digits in odd positions as they are, in even
/// positions doubled, nine subtracted above nine; the sum must end in zero).
/// </summary>
public static class PartitaIva
{
    /// <summary>Digits of a partita IVA.</summary>
    public const int Length = 11;

    /// <summary>Eleven digits, not all zero, with the right check digit. Outer spaces are not forgiven: trim first.</summary>
    public static bool IsValid(string? text)
    {
        if (text is not { Length: Length } || !text.All(char.IsAsciiDigit) || text.All(digit => digit == '0'))
            return false;
        return Sum(text) % 10 == 0;
    }

    /// <summary>The number whose first ten digits are <paramref name="first"/>, with its check digit.</summary>
    /// <exception cref="ArgumentException">There are not ten digits, or all are zero.</exception>
    public static string Write(string first)
    {
        if (first is not { Length: Length - 1 } || !first.All(char.IsAsciiDigit) || first.All(digit => digit == '0'))
            throw new ArgumentException("Expected ten digits that are not all zero, but found another text.", nameof(first));
        return first + (char)('0' + ((10 - (Sum(first) % 10)) % 10));
    }

    private static int Sum(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum;
    }
}
