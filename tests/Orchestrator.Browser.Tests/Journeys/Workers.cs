using System.Globalization;
using System.Text;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>Agreements and lists of invented people for journeys.</summary>
internal static class Workers
{
    private const string Consonants = "BCDFGLMNPRSTVZ";

    /// <summary>An agreement signed so many days ago at Torino; its process runs.</summary>
    public static Task<AgreementDetail> RegisterAsync(int signedDaysAgo, int quota = 500, House? house = null)
    {
        house ??= Stage.House;
        var signed = DayOf(house.Now).AddDays(-signedDaysAgo);
        var draft = new AgreementDraft(
            null, "Officine di Prova S.p.A.", "10000000009", "001272", signed, "ministero", "crisi", signed.AddDays(-20), signed.AddMonths(12),
            [new("Montaggio", "Operaio", quota)]);
        return house.PrepareAsync(client => client.Agreements.RegisterAsync(People.Regione, Guid.CreateVersion7(), draft, CancellationToken.None));
    }

    public static DateOnly Today => DayOf(Stage.House.Now);

    /// <summary>The day in Rome.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome")).DateTime);

    /// <summary>A <c>lavoratori.csv</c>; the check character of every <paramref name="wrongEvery"/>th worker is wrong, every <paramref name="telephoneEvery"/>th has a number and no e-mail (0: none).</summary>
    public static string Csv(int count, int wrongEvery = 0, int telephoneEvery = 0)
    {
        var text = new StringBuilder("codice_fiscale;cognome;nome;email;cellulare;comune_domicilio_istat;mansione;ambito;profilo\n");
        for (var worker = 1; worker <= count; worker++)
        {
            // Other people: of those that an earlier list named the registry keeps the e-mail.
            var byTelephone = telephoneEvery > 0 && worker % telephoneEvery == 0;
            var code = TaxCode(byTelephone ? worker + 1000 : worker);
            if (wrongEvery > 0 && worker % wrongEvery == 0)
                code = code[..15] + (code[15] == 'A' ? 'B' : 'A');
            var reached = byTelephone
                ? string.Create(CultureInfo.InvariantCulture, $";333 0000{worker:000}") : string.Create(CultureInfo.InvariantCulture, $"prova{worker:000}@example.invalid;");
            text.Append(CultureInfo.InvariantCulture, $"{code};Prova{worker:000};Persona;{reached};001272;Operaio;Montaggio;Operaio\n");
        }

        return text.ToString();
    }

    private static string TaxCode(int worker)
    {
        var letters = new string([.. Enumerable.Range(0, 6).Select(place => Consonants[(worker / (int)Math.Pow(7, place)) % Consonants.Length])]);
        var code = string.Create(CultureInfo.InvariantCulture, $"{letters}{60 + worker % 30:00}{"ABCDEHLMPRST"[worker % 12]}{1 + worker % 28:00}L219");
        return code + CodiceFiscaleReader.CheckCharacter(code);
    }
}
