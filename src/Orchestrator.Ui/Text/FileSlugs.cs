using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>What addresses call the kinds of files.</summary>
public static class FileSlugs
{
    private static readonly Dictionary<string, FileKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["lavoratori"] = FileKind.Workers,
        ["esiti"] = FileKind.BookingDecisions,
        ["scelte"] = FileKind.ProviderChoices,
        ["comunicazioni"] = FileKind.EmploymentNotices,
        ["operatori"] = FileKind.AccreditedOperators,
        ["offerte"] = FileKind.Vacancies,
    };

    public static string Of(FileKind kind) => s_kinds.Single(pair => pair.Value == kind).Key;

    public static FileKind? Read(string slug) => s_kinds.TryGetValue(slug, out var kind) ? kind : null;
}
