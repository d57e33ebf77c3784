using System.Globalization;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agencies.Tests.Support;

/// <summary>Invented persons with proper codes.</summary>
internal static class Persons
{
    /// <summary>The n-th invented person: all different for n below 10 000.</summary>
    public static (string Code, string Surname, string Name) Number(int n)
    {
        var surname = "Zib" + (char)('a' + (n % 26)) + (char)('a' + (n / 26 % 26)) + "rello";
        var born = new DateOnly(1960, 1, 1).AddDays(n);
        return (CodiceFiscaleWriter.Write(surname, "Orsola", born, Gender.Female, "H727"), surname, "Orsola");
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
