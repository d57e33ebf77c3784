using System.Text.RegularExpressions;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>The tax code of a company: eleven digits, or the sixteen characters of a sole owner's codice fiscale, each with its check.</summary>
internal static partial class TaxCode
{
    private static readonly int[] s_odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    public static bool IsValid(string code) => code.Length == 11 ? PartitaIva.IsValid(code) : Personal().IsMatch(code) && code[^1] == CheckOf(code);

    private static char CheckOf(string code)
    {
        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var value = char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] - 'A';
            sum += i % 2 == 0 ? s_odd[value] : value;
        }
        return (char)('A' + (sum % 26));
    }

    // Digits may be letters in an omocode.
    [GeneratedRegex(@"^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\z")]
    private static partial Regex Personal();
}
