namespace Orchestrator.Server.Tests.Privacy;

/// <summary>An invented person. Names are random syllables, so that finding one somewhere is no accident.</summary>
internal sealed record Person(string Surname, string Name, string TaxCode, string Email, string Mobile)
{
    private const string Consonants = "bcdfglmnprstvz";
    private const string Vowels = "aeiou";
    private const string Months = "ABCDEHLMPRST";

    // Values of the characters in odd places, 0-9 and A-Z (D.M. 23.12.1976); written here anew, since the product's own are what is tested.
    private static readonly int[] s_odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    public static Person Invent(Random chance, int number)
    {
        var surname = Word(chance, 5) + (chance.Next(8) == 0 ? "ò" : "");
        if (chance.Next(12) == 0) surname = "D'" + surname;
        var name = Word(chance, 4);
        var year = 1962 + chance.Next(38);
        var first = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Letters(surname, false)}{Letters(name, true)}{year % 100:D2}{Months[chance.Next(12)]}{1 + chance.Next(28) + (chance.Next(2) * 40):D2}L219");
        return new(
            surname, name, first + Check(first), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Word(chance, 4).ToLowerInvariant()}.{number}@lavoratori.example"),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"+3933{chance.Next(10_000_000, 99_999_999)}"));
    }

    /// <summary>The same code with a check character that is not its own.</summary>
    public string WrongCode => TaxCode[..15] + (char)('A' + ((TaxCode[15] - 'A' + 7) % 26));

    private static char Check(string code) => (char)('A' + (code.Select((letter, place) => place % 2 == 0 ? s_odd[Value(letter)] : Value(letter)).Sum() % 26));

    private static int Value(char letter) => char.IsAsciiDigit(letter) ? letter - '0' : letter - 'A';

    private static string Letters(string word, bool isName)
    {
        var letters = word.Replace("ò", "o", StringComparison.Ordinal).ToLowerInvariant().Where(char.IsAsciiLetterLower).ToList();
        var consonants = letters.Where(letter => !Vowels.Contains(letter, StringComparison.Ordinal)).ToList();
        if (isName && consonants.Count >= 4) consonants = [consonants[0], consonants[2], consonants[3]];
        return new string([.. consonants.Concat(letters.Where(letter => Vowels.Contains(letter, StringComparison.Ordinal))).Concat("xxx").Take(3)]).ToUpperInvariant();
    }

    private static string Word(Random chance, int syllables)
    {
        var letters = Enumerable.Range(0, syllables).SelectMany(_ => new[] { Consonants[chance.Next(Consonants.Length)], Vowels[chance.Next(Vowels.Length)] }).ToArray();
        letters[0] = char.ToUpperInvariant(letters[0]);
        return new string(letters);
    }
}
