using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Imports;

/// <summary>What a file must belong to.</summary>
internal static class OwnerRules
{
    /// <summary>Why <paramref name="upload"/> names the wrong owner for its kind; null when it is right.</summary>
    public static FieldProblem? WhyNot(ImportUpload upload) => upload.Kind switch
    {
        ImportKind.Workers when upload.Agreement is null && upload.Crisis is null => new("crisis", "required", "Indicare la crisi o l'accordo al quale appartiene l'elenco."),
        ImportKind.BookingDecisions or ImportKind.ProviderChoices when upload.Agreement is null => new("agreement", "required", "Indicare l'accordo al quale si riferisce il file."),
        ImportKind.EmploymentNotices or ImportKind.AccreditedOperators or ImportKind.Vacancies when upload.Agreement is not null || upload.Crisis is not null =>
            new("agreement", "notAllowed", "Il file riguarda tutte le crisi: caricarlo senza indicare un accordo."),
        _ => null,
    };
}
