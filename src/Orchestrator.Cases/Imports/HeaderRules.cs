using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Imports;

/// <summary>What the header of an uploaded file must be.</summary>
internal static class HeaderRules
{
    /// <summary>Why these names, in small letters and without outer spaces, are no header; null when they are one.</summary>
    public static FieldProblem? WhyNot(IReadOnlyList<string> headers, FileFormat format)
    {
        var missing = format.Required.Except(headers).ToList();
        if (missing.Count > 0)
            return Problem($"L'intestazione non ha le colonne obbligatorie {string.Join(", ", missing)}. {Expected(format)}");
        var unknown = headers.Except(format.Columns).Select(Shown).ToList();
        if (unknown.Count > 0)
            return Problem($"L'intestazione ha colonne non previste: {string.Join(", ", unknown)}. {Expected(format)}");
        var twice = headers.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        return twice.Count > 0 ? Problem($"L'intestazione ripete le colonne {string.Join(", ", twice)}. {Expected(format)}") : null;
    }

    private static string Expected(FileFormat format) => $"Colonne previste: {string.Join(", ", format.Columns)}; separatore «;» oppure «,».";

    // A file without a header has a person in its first line: what is shown of it is cut to where no person can be read.
    private static string Shown(string name) => name.Length == 0 ? "(senza nome)" : name.All(c => char.IsAsciiLetterLower(c) || c == '_') && name.Length <= 30 ? $"«{name}»" : "(non riconosciuta)";

    private static FieldProblem Problem(string message) => new("content", "BAD_HEADER", message);
}
