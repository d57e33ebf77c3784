using System.Globalization;
using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>What is wrong with a row of a file. The registry's own sentences are Italian and say what to do; for a list of workers, and in English, the catalogue has shorter ones.</summary>
public static class FindingWords
{
    public static string Of(IStringLocalizer<Words> words, FileKind kind, ImportFinding finding) =>
        kind != FileKind.Workers && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "it" ? finding.Message : words.Known($"finding.{finding.Code}") ?? finding.Message;
}
