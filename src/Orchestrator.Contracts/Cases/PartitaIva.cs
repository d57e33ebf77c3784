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
        var sum = 0;
        for (var i = 0; i < Length; i++)
        {
            var digit = text[i] - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
