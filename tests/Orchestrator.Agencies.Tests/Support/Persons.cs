using System.Globalization;
using Orchestrator.Agency.Apl.Workers;

namespace Orchestrator.Agencies.Tests.Support;

/// <summary>Invented persons with proper codes.</summary>
internal static class Persons
{
    private const string Months = "ABCDEHLMPRST";

    /// <summary>The codice fiscale that belongs to these facts.</summary>
    public static string CodeOf(string surname, string name, DateOnly born, Gender gender, string place)
    {
        var day = born.Day + (gender == Gender.Female ? 40 : 0);
        var first = string.Create(
            CultureInfo.InvariantCulture, $"{PersonCode.OfSurname(surname)}{PersonCode.OfName(name)}{born.Year % 100:D2}{Months[born.Month - 1]}{day:D2}{place}");
        return first + CodiceFiscaleReader.CheckCharacter(first);
    }

    /// <summary>The n-th invented person: all different for n below 10 000.</summary>
    public static (string Code, string Surname, string Name) Number(int n)
    {
        var surname = "Zib" + (char)('a' + (n % 26)) + (char)('a' + (n / 26 % 26)) + "rello";
        var born = new DateOnly(1960, 1, 1).AddDays(n);
        return (CodeOf(surname, "Orsola", born, Gender.Female, "H727"), surname, "Orsola");
    }

    /// <summary>A row of <c>lavoratori.csv</c> for the n-th person.</summary>
    public static string Row(int n, string municipality = "004215", string? code = null, string? email = null)
    {
        var person = Number(n);
        return string.Create(
            CultureInfo.InvariantCulture, $"{code ?? person.Code};{person.Surname};{person.Name};{email ?? $"p{n}@example.invalid"};{municipality};Saldatore;2010-05-03;40;50");
    }

    /// <summary>The code with another check character.</summary>
    public static string Spoiled(string code) => code[..^1] + (code[^1] == 'A' ? 'B' : 'A');
}
