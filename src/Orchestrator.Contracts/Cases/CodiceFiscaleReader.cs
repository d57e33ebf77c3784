namespace Orchestrator.Contracts.Cases;

/// <summary>
/// Reads a codice fiscale: three letters of the surname, three of the name, year, month letter, day (women + 40), birth place, check character;
/// seven positions may hold a letter of omocodia instead of a digit. A code of eleven digits is provisional and is checked like a partita IVA.
/// </summary>
public static class CodiceFiscaleReader
{
    /// <summary>Who is in the list of a company is at least fifteen: it decides the century of a birth year of two digits.</summary>
    public const int AgeYearsMin = 15;

    internal const string OmocodiaLetters = "LMNPQRSTUV";
    internal static readonly int[] DigitPositions = [6, 7, 9, 10, 12, 13, 14];

    private const int Length = 16;
    internal const int WomensDay = 40;
    internal const string Months = "ABCDEHLMPRST";

    // Values of 0…9 and of A…J are the same: 0/A = 1, 1/B = 0, …
    private static readonly int[] OddValues =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>
    /// Reads <paramref name="text"/> (outer spaces and case do not matter). Exactly one of the two results is null.
    /// <paramref name="today"/> decides the century: the latest one in which the person is fifteen or more this year.
    /// </summary>
    public static (CodiceFiscale? Code, CodiceFiscaleProblem? Problem) Read(string? text, DateOnly today)
    {
        var given = (text ?? "").Trim().ToUpperInvariant();
        if (given.Length == PartitaIva.Length && given.All(char.IsAsciiDigit))
        {
            return PartitaIva.IsValid(given)
                ? (new CodiceFiscale(given, given, null, null, null), null)
                : (null, CodiceFiscaleProblem.Check);
        }
        if (!HasStructure(given))
            return (null, CodiceFiscaleProblem.Structure);

        var plain = Decode(given);
        var month = Months.IndexOf(plain[8], StringComparison.Ordinal) + 1;
        var writtenDay = Number(plain, 9);
        var day = writtenDay > WomensDay ? writtenDay - WomensDay : writtenDay;
        var year = BirthYear(Number(plain, 6), today);
        if (day < 1 || day > DateTime.DaysInMonth(year, month))
            return (null, CodiceFiscaleProblem.Date);
        if (CheckCharacter(given.AsSpan(0, Length - 1)) != given[^1])
            return (null, CodiceFiscaleProblem.Check);

        var canonical = plain[..^1] + CheckCharacter(plain.AsSpan(0, Length - 1));
        var gender = writtenDay > WomensDay ? Gender.Female : Gender.Male;
        return (new CodiceFiscale(given, canonical, new DateOnly(year, month, day), gender, plain[11..15]), null);
    }

    /// <summary>The check character that belongs to <paramref name="first"/>, the first fifteen characters as written (capitals and digits).</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first)
    {
        var sum = 0;
        for (var i = 0; i < first.Length; i++)
        {
            var value = char.IsAsciiDigit(first[i]) ? first[i] - '0' : first[i] - 'A';
            sum += i % 2 == 0 ? OddValues[value] : value; // the first character is "odd": positions are counted from one
        }
        return (char)('A' + (sum % 26));
    }

    private static bool HasStructure(string code)
    {
        if (code.Length != Length)
            return false;
        for (var i = 0; i < Length; i++)
        {
            var right = DigitPositions.Contains(i)
                ? char.IsAsciiDigit(code[i]) || OmocodiaLetters.Contains(code[i], StringComparison.Ordinal)
                : i == 8 ? Months.Contains(code[i], StringComparison.Ordinal) : char.IsAsciiLetterUpper(code[i]);
            if (!right)
                return false;
        }
        return true;
    }

    private static string Decode(string code)
    {
        var plain = code.ToCharArray();
        foreach (var position in DigitPositions)
        {
            if (!char.IsAsciiDigit(plain[position]))
                plain[position] = (char)('0' + OmocodiaLetters.IndexOf(plain[position], StringComparison.Ordinal));
        }
        return new string(plain);
    }

    private static int Number(string plain, int at) => ((plain[at] - '0') * 10) + plain[at + 1] - '0';

    private static int BirthYear(int twoDigits, DateOnly today)
    {
        var latest = today.Year - AgeYearsMin;
        var year = (latest / 100 * 100) + twoDigits;
        return year > latest ? year - 100 : year;
    }
}
