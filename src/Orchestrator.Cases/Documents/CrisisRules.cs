using System.Text.RegularExpressions;
using Orchestrator.Cases.Agreements;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>What the dossier of a crisis must be, apart from what only the database knows.</summary>
internal static partial class CrisisRules
{
    private const int SitesMax = 50;
    private const int WorkersMax = 1_000_000;

    /// <summary>Everything that is wrong, in the order of the form.</summary>
    public static IReadOnlyList<FieldProblem> WhyNot(string crisis, CrisisFacts facts) =>
        [.. Key(crisis), .. Company(facts), .. Sites(facts), .. Totals(facts), .. Choices(facts)];

    /// <summary>Whether the text is a code of a crisis.</summary>
    public static bool IsCode(string crisis) => Code().IsMatch(crisis);

    /// <summary>An address as two dossiers are compared by it.</summary>
    public static string AddressKey(string address) =>
        string.Join(' ', string.Concat(address.Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<FieldProblem> Key(string crisis)
    {
        if (!IsCode(crisis))
            yield return new("crisis", "pattern", "Il codice della crisi è scritto come CR-2026-0007: aprire il tavolo dalla pagina, che lo assegna.");
    }

    private static IEnumerable<FieldProblem> Company(CrisisFacts facts)
    {
        if (RegistrationRules.WhyNotText("title", facts.Title, "la denominazione della crisi") is { } title)
            yield return title;
        if (facts.CompanyTaxCode is not { } code || !TaxCode.IsValid(code))
            yield return new("companyTaxCode", "checkDigit", "Il codice fiscale dell'azienda ha 11 cifre, o 16 caratteri per un titolare, e il controllo giusto: ricontrollarlo.");
        if (facts.VatNumber is { } vat && !PartitaIva.IsValid(vat))
            yield return new("vatNumber", "checkDigit", "La partita IVA deve avere 11 cifre e la cifra di controllo giusta: ricontrollarla o lasciare vuoto.");
        if (RegistrationRules.WhyNotText("companyName", facts.CompanyName, "la ragione sociale") is { } name)
            yield return name;
        if (facts.Ateco is null || !Ateco().IsMatch(facts.Ateco))
            yield return new("ateco", "pattern", "Il codice ATECO è scritto come 29.32.09: da due a sei cifre, a coppie, con il punto.");
    }

    private static IEnumerable<FieldProblem> Sites(CrisisFacts facts)
    {
        if (facts.Sites.Count is 0 or > SitesMax)
            yield return new("sites", facts.Sites.Count == 0 ? "required" : "max", FormattableString.Invariant($"Indicare da 1 a {SitesMax} sedi."));
        for (var i = 0; i < facts.Sites.Count; i++)
        {
            var path = FormattableString.Invariant($"sites[{i}]");
            if (RegistrationRules.WhyNotText(path + ".address", facts.Sites[i].Address, "l'indirizzo della sede") is { } address)
                yield return address;
            if (facts.Sites[i].Workers is not (>= 0 and <= WorkersMax))
                yield return new(path + ".workers", "min", FormattableString.Invariant($"Gli addetti della sede sono un numero intero da 0 a {WorkersMax}."));
        }
    }

    private static IEnumerable<FieldProblem> Totals(CrisisFacts facts)
    {
        var inSites = facts.Sites.Sum(site => (long)Math.Clamp(site.Workers ?? 0, 0, WorkersMax));
        if (facts.TotalWorkers is not (>= 1 and <= WorkersMax))
            yield return new("totalWorkers", "min", FormattableString.Invariant($"Gli addetti totali sono un numero intero da 1 a {WorkersMax}."));
        else if (facts.TotalWorkers < inSites)
            yield return new("totalWorkers", "min", FormattableString.Invariant($"Gli addetti totali sono meno della somma delle sedi, {inSites}: correggere il totale o le sedi."));
        if (facts.Redundancies is not >= 0)
            yield return new("redundancies", "min", "Gli esuberi sono un numero intero, 0 se non sono dichiarati.");
        else if (facts.Redundancies > facts.TotalWorkers)
            yield return new("redundancies", "max", FormattableString.Invariant($"Gli esuberi superano gli addetti totali, {facts.TotalWorkers}."));
    }

    private static IEnumerable<FieldProblem> Choices(CrisisFacts facts)
    {
        if (FormTexts.ReasonOf(facts.Reason) is null)
            yield return new("reason", "notAnOption", "Indicare la tipologia della crisi.");
        if (facts.CigsRequested || facts.CigsGround is not null)
        {
            if (FormTexts.GroundOf(facts.CigsGround) is null)
                yield return new("cigsGround", "notAnOption", "Indicare la causale CIGS.");
        }
        if (facts.CigsTo <= facts.CigsFrom)
            yield return new("cigsTo", "min", "La fine della CIGS deve essere dopo l'inizio.");
        if (FormTexts.InterestOf(facts.RegionalInterest) is null)
            yield return new("regionalInterest", "notAnOption", "Indicare l'interesse regionale: sì, no o da valutare.");
    }

    [GeneratedRegex(@"^CR-2[0-9]{3}-[0-9]{4,6}\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[0-9]{2}(\.[0-9]{1,2}(\.[0-9]{1,2})?)?\z")]
    private static partial Regex Ateco();
}
