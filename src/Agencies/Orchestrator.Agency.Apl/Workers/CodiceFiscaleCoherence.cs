using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.Apl.Workers;

/// <summary>Whether a codice fiscale agrees with what else is said about the person. Only warnings: the tax agency alone can certify a code.</summary>
public static class CodiceFiscaleCoherence
{
    private const string Field = WorkerColumns.CodiceFiscale;

    /// <summary>What does not agree; a provisional code says nothing about the person and agrees with everything.</summary>
    public static IEnumerable<RowIssue> Warnings(CodiceFiscale code, PersonFacts person)
    {
        if (code.IsProvisional)
            yield break;
        if (person.Surname is { Length: > 0 } surname && PersonCode.OfSurname(surname) != code.Canonical[..3])
            yield return Warning(RowCode.CfSurnameDiffers, "Le prime tre lettere non corrispondono al cognome: controllare il codice e il cognome.");
        if (person.Name is { Length: > 0 } name && PersonCode.OfName(name) != code.Canonical[3..6])
            yield return Warning(RowCode.CfNameDiffers, "Le lettere dalla quarta alla sesta non corrispondono al nome: controllare il codice e il nome.");
        if (person.BirthDate is { } born && born != code.BirthDate)
            yield return Warning(RowCode.CfDateDiffers, "La data di nascita del codice è diversa da quella indicata: controllarle.");
        if (person.Gender is { } gender && gender != code.Gender)
            yield return Warning(RowCode.CfGenderDiffers, "Il sesso del codice è diverso da quello indicato: controllarli.");
        if (person.BirthPlace is { Length: > 0 } place && !string.Equals(place, code.BirthPlace, StringComparison.OrdinalIgnoreCase))
            yield return Warning(RowCode.CfPlaceDiffers, "Il luogo di nascita del codice è diverso da quello indicato: controllarli.");
    }

    private static RowIssue Warning(string code, string message) => new(Field, code, RowSeverity.Warning, message);
}
