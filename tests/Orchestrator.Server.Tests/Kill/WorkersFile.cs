using System.Globalization;
using System.Text;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>A <c>lavoratori.csv</c> of invented people whose codes carry a right check character.</summary>
internal static class WorkersFile
{
    private const string Consonants = "BCDFGLMNPRSTVZ";

    public static string AddressOf(int worker) => string.Create(CultureInfo.InvariantCulture, $"prova{worker:000}@example.invalid");

    /// <summary>So many workers, and one more whose row has an error, so that somebody has to decide.</summary>
    public static string Of(int workers)
    {
        var text = new StringBuilder("codice_fiscale;cognome;nome;email;comune_domicilio_istat;mansione;ambito;profilo\n");
        for (var worker = 1; worker <= workers; worker++)
            text.Append(CultureInfo.InvariantCulture, $"{TaxCode(worker)};Prova{worker:000};Persona;{AddressOf(worker)};001272;Operaio;Montaggio;Operaio montatore\n");
        text.Append(CultureInfo.InvariantCulture, $"{TaxCode(workers + 1)};Errata;Persona;errata@example.invalid;000000;Operaio;Montaggio;Operaio montatore\n");
        return text.ToString();
    }

    private static string TaxCode(int worker)
    {
        var letters = new string([.. Enumerable.Range(0, 6).Select(place => Consonants[worker / (int)Math.Pow(7, place) % Consonants.Length])]);
        var code = string.Create(CultureInfo.InvariantCulture, $"{letters}{60 + (worker % 30):00}{"ABCDEHLMPRST"[worker % 12]}{1 + (worker % 28):00}L219");
        return code + CodiceFiscaleReader.CheckCharacter(code);
    }
}
