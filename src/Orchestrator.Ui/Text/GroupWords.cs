using Microsoft.Extensions.Localization;

namespace Orchestrator.Ui.Text;

/// <summary>Candidate groups in words: «Regione», «CPI 08».</summary>
public static class GroupWords
{
    private const string CentrePrefix = "cpi:";

    public static string Of(IStringLocalizer<Words> words, string group) =>
        group.StartsWith(CentrePrefix, StringComparison.Ordinal)
            ? words["group.cpi", group[CentrePrefix.Length..]]
            : words.Known($"group.{group}") ?? group;
}
