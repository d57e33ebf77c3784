using System.Globalization;
using System.Text;

namespace Orchestrator.Contracts.Cases;

/// <summary>The three letters that a codice fiscale takes from a surname and from a name.</summary>
public static class PersonCode
{
    private const int Letters = 3;

    /// <summary>Consonants, then vowels, then X; accents, apostrophes and spaces do not count.</summary>
    public static string OfSurname(string surname)
    {
        var (consonants, vowels) = Split(surname);
        return Fill(consonants, vowels);
    }

    /// <summary>Like a surname, but of four or more consonants the first, the third and the fourth.</summary>
    public static string OfName(string name)
    {
        var (consonants, vowels) = Split(name);
        return consonants.Length > Letters ? $"{consonants[0]}{consonants[2]}{consonants[3]}" : Fill(consonants, vowels);
    }

    private static string Fill(string consonants, string vowels) => (consonants + vowels + "XXX")[..Letters];

    private static (string Consonants, string Vowels) Split(string text)
    {
        var consonants = new StringBuilder();
        var vowels = new StringBuilder();
        // Decomposed, an accented letter is the letter and a mark; the mark is no letter A–Z.
        foreach (var letter in text.Normalize(NormalizationForm.FormD).ToUpper(CultureInfo.InvariantCulture))
        {
            if (char.IsAsciiLetterUpper(letter))
                ("AEIOU".Contains(letter, StringComparison.Ordinal) ? vowels : consonants).Append(letter);
        }
        return (consonants.ToString(), vowels.ToString());
    }
}
