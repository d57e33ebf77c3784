using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Imports;

/// <summary>What the header of <c>lavoratori.csv</c> must be.</summary>
internal static class HeaderRules
{
    /// <summary>Why these names, in small letters and without outer spaces, are no header; null when they are one.</summary>
    public static FieldProblem? WhyNot(IReadOnlyList<string> headers)
    {
        var missing = WorkerColumns.Required.Except(headers).ToList();
        if (missing.Count > 0)
            return Problem($"L'intestazione non ha le colonne obbligatorie {string.Join(", ", missing)}. {Expected}");
        var unknown = headers.Except(WorkerColumns.All).Select(Shown).ToList();
        if (unknown.Count > 0)
            return Problem($"L'intestazione ha colonne non previste: {string.Join(", ", unknown)}. {Expected}");
        var twice = headers.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        return twice.Count > 0 ? Problem($"L'intestazione ripete le colonne {string.Join(", ", twice)}. {Expected}") : null;
    }

    private static string Expected => $"Colonne previste: {string.Join(", ", WorkerColumns.All)}; separatore «;» oppure «,».";

    // A file without a header has a person in its first line: what is shown of it is cut to where no person can be read.
    private static string Shown(string name) => name.Length == 0 ? "(senza nome)" : name.All(c => char.IsAsciiLetterLower(c) || c == '_') && name.Length <= 30 ? $"«{name}»" : "(non riconosciuta)";

    private static FieldProblem Problem(string message) => new("content", "BAD_HEADER", message);
}
