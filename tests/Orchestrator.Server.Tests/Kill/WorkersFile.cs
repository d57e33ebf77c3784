using System.Globalization;
using System.Text;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>A <c>lavoratori.csv</c> of invented people whose codes carry a right check character.</summary>
internal static class WorkersFile
{
    private const string Consonants = "BCDFGLMNPRSTVZ";

    // Values of the characters in odd places, 0-9 and A-Z (the check of the codice fiscale).
    private static readonly int[] s_odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    public static string AddressOf(int worker) => string.Create(CultureInfo.InvariantCulture, $"prova{worker:000}@example.invalid");

    public static string Of(int workers)
    {
        var text = new StringBuilder("codice_fiscale;cognome;nome;email;comune_domicilio_istat;mansione\n");
        for (var worker = 1; worker <= workers; worker++)
            text.Append(CultureInfo.InvariantCulture, $"{TaxCode(worker)};Prova{worker:000};Persona;{AddressOf(worker)};001272;Operaio\n");
        return text.ToString();
    }

    private static string TaxCode(int worker)
    {
        var letters = new string([.. Enumerable.Range(0, 6).Select(place => Consonants[worker / (int)Math.Pow(7, place) % Consonants.Length])]);
        var code = string.Create(CultureInfo.InvariantCulture, $"{letters}{60 + (worker % 30):00}{"ABCDEHLMPRST"[worker % 12]}{1 + (worker % 28):00}L219");
        var sum = code.Select((letter, place) => place % 2 == 0 ? s_odd[Value(letter)] : Value(letter)).Sum();
        return code + (char)('A' + (sum % 26));
    }

    private static int Value(char letter) => char.IsAsciiDigit(letter) ? letter - '0' : letter - 'A';
}
