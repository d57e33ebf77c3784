using System.Globalization;
using Orchestrator.Diagnostics;

namespace Orchestrator.Server.Client;

/// <summary>What a diagnostic says on a page, in the language of the page. The APIs and the logs do not ask here: they stay English.</summary>
internal static class DiagnosticWords
{
    public static string MessageOf(Diagnostic diagnostic) => IsEnglish ? diagnostic.Message : ItalianTexts.Message(diagnostic);

    public static string RemedyOf(Diagnostic diagnostic) => IsEnglish ? diagnostic.Remedy : ItalianTexts.Remedy(diagnostic);

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
