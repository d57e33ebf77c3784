using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports;

/// <summary>Whether an import may be decided.</summary>
internal static class DecisionRules
{
    /// <summary>Why <paramref name="decision"/> is not carried out; null when it is, or when it is the one that was carried out before.</summary>
    public static FieldProblem? WhyNot(FileImport import, ImportDecision decision)
    {
        if (import.State == ImportState.Staged)
            return new("", RefusalCode.WrongState, "Il controllo delle righe non è ancora finito: attendere e ricaricare la pagina.");
        if (IsDecided(import))
        {
            return decision.Accept == (import.State == ImportState.Accepted)
                ? null
                : new("", RefusalCode.WrongState, import.State == ImportState.Accepted ? "L'elenco è già stato accettato." : "L'elenco è già stato respinto.");
        }
        if (decision.Version != import.Version)
            return new("version", RefusalCode.Stale, "L'elenco è cambiato dopo che la pagina è stata aperta: ricaricarla e decidere di nuovo.");
        if (decision.Accept && import.GoodCount == 0)
            return new("", RefusalCode.WrongState, "Nessuna riga può essere accettata: respingere l'elenco e chiederne uno corretto.");
        if ((!decision.Accept || import.BadCount > 0) && string.IsNullOrWhiteSpace(decision.Reason))
            return new("reason", "REQUIRED", decision.Accept ? "Indicare il motivo per cui le righe con errori restano fuori." : "Indicare il motivo del rifiuto.");
        return decision.Reason?.Length > CaseLimits.TextCharsMax
            ? new("reason", RowCode.TooLong, FormattableString.Invariant($"Il motivo supera {CaseLimits.TextCharsMax} caratteri: abbreviarlo."))
            : null;
    }

    /// <summary>Accepted or rejected.</summary>
    public static bool IsDecided(FileImport import) => import.State is ImportState.Accepted or ImportState.Rejected;
}
