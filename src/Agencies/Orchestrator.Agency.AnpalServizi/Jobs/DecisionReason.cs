using System.Text.RegularExpressions;

namespace Orchestrator.Agency.AnpalServizi.Jobs;

/// <summary>Why a booking was refused is free text of the national body: what names a person in it stays in the registry.</summary>
internal static partial class DecisionReason
{
    /// <summary>The text without codici fiscali, mail addresses and long numbers (telephones, provisional codes). A name in words is not recognized.</summary>
    public static string WithoutPersons(string reason) => Identifier().Replace(reason, "[omesso]");

    [GeneratedRegex(@"\b[A-Z]{6}[0-9A-Z]{2}[A-Z][0-9A-Z]{2}[A-Z][0-9A-Z]{3}[A-Z]\b|\S+@\S+|\+?\d[\d ./-]{7,}\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
