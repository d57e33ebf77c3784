using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>What differs between two definitions, in words.</summary>
public static partial class ChangeWords
{
    private const int ValueCharsMax = 400;

    /// <summary>The kind of a part: an element, a rule, a field.</summary>
    public static string KindOf(IStringLocalizer<Words> words, string kind) =>
        words.Known($"change.kind.{kind}") ?? words.Known($"element.{kind}") ?? words.Known($"element.{kind.Split('.')[0]}") ?? kind;

    /// <summary>Kind and name of a part, and what it stands in: «Evento a tempo sul bordo «Giorno 5» su «Incontro»».</summary>
    public static string TitleOf(IStringLocalizer<Words> words, PartChange part)
    {
        var kind = KindOf(words, part.Kind) is { Length: > 0 } known ? char.ToUpper(known[0], CultureInfo.CurrentCulture) + known[1..] : part.Kind;
        var title = part.Kind == "rule" ? words["change.rule", part.Name ?? part.Id].Value : part.Name is { } name ? words["change.named", kind, name].Value : kind;
        return part.Place is not { } place ? title : part.Kind == "sequenceFlow" ? words["change.flow", title, place] : words["change.in", title, place];
    }

    /// <summary>The name of a property.</summary>
    public static string NameOf(IStringLocalizer<Words> words, PropertyChange property)
    {
        var name = words.Known($"change.property.{property.Path}") ?? words.Known($"change.property.{property.Path.Split('.')[^1]}") ?? property.Path;
        return property.Of is { } of ? words["change.of", name, of] : name;
    }

    /// <summary>A value as people read it; null where there is none.</summary>
    public static string? ValueOf(IStringLocalizer<Words> words, PropertyChange property, string? value)
    {
        if (value is null) return null;
        if (property.Path == "cancelActivity") return words[value == "false" ? "change.keepsRunning" : "change.interrupts"];
        if (property.Path.EndsWith("catchUp", StringComparison.Ordinal)) return words.Known($"orch.catchUp.{value}") ?? value;
        if (property.Path == "type") return KindOf(words, value);
        if (value is "true" or "false") return words[value == "true" ? "change.yes" : "change.no"];
        if (DurationOf(words, value) is { } duration) return duration;
        return value.Length <= ValueCharsMax ? value : value[..ValueCharsMax] + "…";
    }

    /// <summary>True for values of a language for machines: expressions, ids.</summary>
    public static bool IsCode(string? value) => value is not null && (value.StartsWith('=') || value.StartsWith('{') || value.Contains("--", StringComparison.Ordinal) || Instant().IsMatch(value) || Machine().IsMatch(value));

    /// <summary>«5 giorni», «1 giorno, 12 ore»; null when the text is no plain duration.</summary>
    public static string? DurationOf(IStringLocalizer<Words> words, string text)
    {
        if (Duration().Match(text) is not { Success: true } found) return null;
        var parts = new List<string>();
        foreach (var unit in (string[])["years", "months", "weeks", "days", "hours", "minutes", "seconds"])
            if (found.Groups[unit] is { Success: true } group && long.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                parts.Add(words[$"duration.{unit}{(count == 1 ? ".one" : "")}", count]);
        return parts.Count > 0 ? string.Join(", ", parts) : null;
    }

    [GeneratedRegex(@"^P(?=.)(?:(?<years>\d{1,9})Y)?(?:(?<months>\d{1,9})M)?(?:(?<weeks>\d{1,9})W)?(?:(?<days>\d{1,9})D)?(?:T(?=.)(?:(?<hours>\d{1,9})H)?(?:(?<minutes>\d{1,9})M)?(?:(?<seconds>\d{1,9})S)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d")]
    private static partial Regex Instant();

    [GeneratedRegex(@"\b(null|undefined|Expected)\b")]
    private static partial Regex Machine();
}
