using System.Text.RegularExpressions;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Agreements;

/// <summary>What the registration of an agreement must be.</summary>
internal static partial class RegistrationRules
{
    private const int NotesCharsMax = 2_000;

    // Art. 24-bis d.lgs. 148/2015 is in force since this day.
    private static readonly DateOnly s_inForce = new(2018, 1, 1);

    /// <summary>Everything that is wrong, in the order of the form.</summary>
    public static IReadOnlyList<FieldProblem> WhyNot(AgreementRegistration form, DateOnly today) =>
        [.. Company(form), .. Dates(form, today), .. Scopes(form.Scopes), .. Notes(form)];

    /// <summary>What is wrong with a signing date.</summary>
    public static FieldProblem? WhyNotSigned(DateOnly signingDate, DateOnly today) =>
        signingDate > today ? new("signingDate", "max", FormattableString.Invariant($"La data di sottoscrizione non può essere dopo oggi, {today:dd/MM/yyyy}."))
        : signingDate < s_inForce ? new("signingDate", "min", FormattableString.Invariant($"La data di sottoscrizione non può essere prima del {s_inForce:dd/MM/yyyy}, quando l'accordo di ricollocazione è entrato in vigore."))
        : null;

    private static IEnumerable<FieldProblem> Company(AgreementRegistration form)
    {
        if (form.Request == Guid.Empty)
            yield return new("request", "required", "Manca la chiave della richiesta: ricaricare la pagina e riprovare.");
        if (WhyNotText("companyName", form.CompanyName, "la ragione sociale") is { } name)
            yield return name;
        if (!PartitaIva.IsValid(form.CompanyTaxCode))
            yield return new("companyTaxCode", "checkDigit", "Il codice fiscale dell'azienda deve avere 11 cifre e la cifra di controllo giusta: ricontrollarlo.");
        if (form.VatNumber is not null && !PartitaIva.IsValid(form.VatNumber))
            yield return new("vatNumber", "checkDigit", "La partita IVA deve avere 11 cifre e la cifra di controllo giusta: ricontrollarla o lasciare vuoto.");
        if (form.CompanyMunicipality is { } municipality && (municipality.Length != 6 || !municipality.All(char.IsAsciiDigit)))
            yield return new("companyMunicipality", "pattern", "Il codice ISTAT del comune ha 6 cifre.");
    }

    /// <summary>What is wrong with the days, the place and the ground.</summary>
    public static IEnumerable<FieldProblem> Dates(AgreementRegistration form, DateOnly today)
    {
        if (WhyNotSigned(form.SigningDate, today) is { } signing)
            yield return signing;
        if (!Enum.IsDefined(form.SigningPlace))
            yield return new("signingPlace", "notAnOption", "Indicare il luogo di sottoscrizione.");
        if (form.Ground == CigsGround.Solidarity)
            yield return new("cigsGround", "notAllowed", "Con il contratto di solidarietà non è possibile l'assegno di ricollocazione CIGS: i lavoratori seguono il percorso 2.");
        else if (!Enum.IsDefined(form.Ground))
            yield return new("cigsGround", "notAnOption", "Indicare la causale CIGS.");
        if (form.CigsTo <= form.CigsFrom)
            yield return new("cigsTo", "min", "La fine della CIGS deve essere dopo l'inizio.");
    }

    /// <summary>What is wrong with the plan.</summary>
    public static IEnumerable<FieldProblem> Scopes(IReadOnlyList<PlanScopeEntry> scopes)
    {
        if (scopes.Count is 0 or > CaseLimits.ScopesMax)
            yield return new("scopes", scopes.Count == 0 ? "required" : "max", FormattableString.Invariant($"Indicare da 1 a {CaseLimits.ScopesMax} ambiti e profili."));
        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < scopes.Count; i++)
        {
            var path = FormattableString.Invariant($"scopes[{i}]");
            var scope = scopes[i];
            if (WhyNotText(path + ".area", scope.Area, "l'ambito") is { } area)
                yield return area;
            if (WhyNotText(path + ".profile", scope.Profile, "il profilo") is { } profile)
                yield return profile;
            if (scope.Cp2021 is { } code && !IsCp2021(code))
                yield return new(path + ".cp2021", "pattern", "Il codice CP2021 è scritto come 6.2.1.7.0.");
            if (scope.Quota is < 1 or > CaseLimits.QuotaMax)
                yield return new(path + ".quota", "min", FormattableString.Invariant($"Il contingente è un numero intero da 1 a {CaseLimits.QuotaMax}."));
            if (!seen.Add((scope.Area.Trim().ToUpperInvariant(), scope.Profile.Trim().ToUpperInvariant())))
                yield return new(path + ".profile", "duplicate", "Ambito e profilo sono già indicati in un'altra riga: unire i contingenti.");
        }
    }

    private static IEnumerable<FieldProblem> Notes(AgreementRegistration form)
    {
        if (form.Notes?.Length > NotesCharsMax)
            yield return new("notes", "maxLength", FormattableString.Invariant($"Le note superano {NotesCharsMax} caratteri: abbreviarle."));
    }

    /// <summary>What is wrong with a required text.</summary>
    public static FieldProblem? WhyNotText(string path, string? text, string whatItalian) =>
        string.IsNullOrWhiteSpace(text) ? new(path, "required", $"Indicare {whatItalian}.")
        : text.Length > CaseLimits.TextCharsMax ? new(path, "maxLength", FormattableString.Invariant($"Il testo supera {CaseLimits.TextCharsMax} caratteri: abbreviarlo."))
        : null;

    /// <summary>Whether <paramref name="code"/> has the form of CP2021: one to five levels.</summary>
    public static bool IsCp2021(string code) => Cp2021().IsMatch(code);

    [GeneratedRegex(@"^[1-9](\.[0-9](\.[0-9](\.[0-9](\.[0-9]{1,2})?)?)?)?\z")]
    private static partial Regex Cp2021();
}
