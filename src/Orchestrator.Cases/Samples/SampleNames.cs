using System.Globalization;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Samples;

/// <summary>
/// Names of nobody. A proper codice fiscale may belong to a living person; a surname of invented syllables whose ending no Italian surname has keeps these from being
/// taken for one.
/// </summary>
internal static class SampleNames
{
    private static readonly string[] s_onsets = ["b", "br", "c", "d", "dr", "f", "fl", "g", "gl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "z"];
    private static readonly string[] s_vowels = ["a", "e", "i", "o", "u"];
    private static readonly string[] s_endings = ["zubo", "xino", "jalo", "kero", "wedi", "ytra", "xurra", "kilbo"];

    private static readonly string[] s_men =
    [
        "Alessandro", "Andrea", "Antonio", "Bruno", "Carlo", "Claudio", "Daniele", "Davide", "Enrico", "Fabio", "Franco", "Giorgio", "Giovanni", "Giuseppe", "Luca",
        "Marco", "Mario", "Massimo", "Paolo", "Pietro", "Roberto", "Sergio", "Stefano", "Vincenzo",
    ];

    private static readonly string[] s_women =
    [
        "Alessandra", "Anna", "Antonella", "Barbara", "Carla", "Chiara", "Cristina", "Daniela", "Elena", "Federica", "Francesca", "Giovanna", "Giulia", "Laura", "Lucia",
        "Maria", "Monica", "Paola", "Patrizia", "Rosa", "Sabrina", "Sara", "Silvia", "Teresa",
    ];

    public static string Surname(SampleChance chance, long number) => Word(chance, number, "surname", 2) + chance.Pick(number, "surname ending", s_endings);

    public static string Given(SampleChance chance, long number, Gender gender) => chance.Pick(number, "given name", gender == Gender.Female ? s_women : s_men);

    /// <summary>The name of a company or body.</summary>
    public static string Company(SampleChance chance, long number) => Word(chance, number, "company", 2) + chance.Pick(number, "company ending", s_endings);

    /// <summary>A street.</summary>
    public static string Street(SampleChance chance, long number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Via {Word(chance, number, "street", 1)}{chance.Pick(number, "street ending", s_endings)} {1 + chance.Below(number, "house", 120)}");

    /// <summary>A job title that no classification knows.</summary>
    public static string UnknownTrade(SampleChance chance, long number) => "Addetto " + Word(chance, number, "trade", 3).ToLowerInvariant() + "x";

    private static string Word(SampleChance chance, long number, string question, int syllables)
    {
        var word = string.Concat(Enumerable.Range(0, syllables).Select(at => string.Create(
            CultureInfo.InvariantCulture, $"{chance.Pick(number, $"{question} onset {at}", s_onsets)}{chance.Pick(number, $"{question} vowel {at}", s_vowels)}")));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
