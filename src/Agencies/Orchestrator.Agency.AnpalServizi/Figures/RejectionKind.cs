namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>The reasons of refusals in few kinds: reports are published, and free text might name somebody.</summary>
public static class RejectionKind
{
    private static readonly (string Word, string Kind)[] s_words =
        [("termin", "fuori termine"), ("scadu", "fuori termine"), ("requisit", "requisiti mancanti"), ("dati", "dati errati o incoerenti"), ("incoeren", "dati errati o incoerenti"), ("document", "documenti mancanti")];

    /// <summary>By the first word that is recognized, whatever its case.</summary>
    public static string Of(string? reason) => reason is null
        ? "senza motivo"
        : s_words.FirstOrDefault(word => reason.Contains(word.Word, StringComparison.OrdinalIgnoreCase)).Kind ?? "altro";
}
