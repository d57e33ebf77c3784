namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>What mails call the meetings of the programme.</summary>
internal static class SessionTitles
{
    private static readonly Dictionary<string, string> s_titles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["presentazione"] = "incontro di presentazione dell'assegno di ricollocazione",
        ["operatori"] = "incontro con gli operatori accreditati del territorio",
        ["incontro 1"] = "incontro 1: il mercato del lavoro locale",
        ["incontro 2"] = "incontro 2: ruolo e sistema di competenze",
        ["incontro 3"] = "incontro 3: costruzione del nuovo profilo professionale",
        ["incontro 4"] = "incontro 4: attuazione del piano di ricerca attiva",
        ["modulo 1"] = "modulo 1: mercato del lavoro e profili di tendenza",
        ["modulo 2"] = "modulo 2: informazione orientativa",
        ["modulo di approfondimento"] = "modulo di approfondimento",
    };

    /// <summary>The title of <paramref name="type"/>; of one that has none, the type itself.</summary>
    public static string Of(string type) => s_titles.GetValueOrDefault(type, "incontro: " + type);
}
