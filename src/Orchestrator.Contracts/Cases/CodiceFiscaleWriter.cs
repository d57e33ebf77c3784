using System.Globalization;

namespace Orchestrator.Contracts.Cases;

/// <summary>
/// Writes the codice fiscale that follows from what is known of a person, as <see cref="CodiceFiscaleReader"/> reads it. Whether the tax agency has issued
/// that code to that person nobody else can tell: this is for invented persons and for comparing.
/// </summary>
public static class CodiceFiscaleWriter
{
    /// <summary>The code in capitals, 16 characters, without omocodia.</summary>
    /// <param name="surname">Accents, apostrophes and spaces do not count.</param>
    /// <param name="name">Likewise.</param>
    /// <param name="birthDate">Of its year only the last two digits are written.</param>
    /// <param name="gender">Forty is added to the day of a woman.</param>
    /// <param name="birthPlace">Belfiore code: a capital letter and three digits.</param>
    /// <exception cref="ArgumentException">The birth place is no Belfiore code.</exception>
    public static string Write(string surname, string name, DateOnly birthDate, Gender gender, string birthPlace)
    {
        if (birthPlace is not { Length: 4 } || !char.IsAsciiLetterUpper(birthPlace[0]) || !birthPlace.Skip(1).All(char.IsAsciiDigit))
            throw new ArgumentException("Expected a Belfiore code, a capital letter and three digits, but found another text.", nameof(birthPlace));
        var day = birthDate.Day + (gender == Gender.Female ? CodiceFiscaleReader.WomensDay : 0);
        var first = string.Create(
            CultureInfo.InvariantCulture,
            $"{PersonCode.OfSurname(surname)}{PersonCode.OfName(name)}{birthDate.Year % 100:D2}{CodiceFiscaleReader.Months[birthDate.Month - 1]}{day:D2}{birthPlace}");
        return first + CodiceFiscaleReader.CheckCharacter(first);
    }
}
