using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>Events of a history as sentences: «Anna Rossi ha completato «Pianifica la presentazione»».</summary>
public static partial class EventWords
{
    // What the engine does by itself between two acts; an auditor may ask for it, nobody else misses it.
    private static readonly HashSet<string> Technical =
    [
        "event.elemententered", "event.elementactivated", "event.elementcompleting", "event.elementcompleted", "event.flowtaken",
        "event.tokensjoined", "event.messagesubscribed", "event.messageunsubscribed", "event.continuationrequested",
        "event.multiinstancestarted", "event.multiinstanceitemcompleted", "event.jobcreated", "event.timerdisarmed", "event.adhocopened",
    ];

    // What follows by itself from what somebody did: part of the story, but not of its short form.
    private static readonly HashSet<string> Derived =
        ["event.conditionsevaluated", "event.decisionevaluated", "event.variablesset", "event.timerarmed", "event.timerskipped", "event.multiinstancestarted", "event.messagepublished"];

    private const string WorkerPrefix = "worker:";
    private const string SystemPrefix = "system";

    /// <summary>The sentence without its actor; an unknown event shows its own name.</summary>
    public static string SentenceOf(IStringLocalizer<Words> words, StoryEntry entry)
    {
        if (entry.ElementName is null && words.Known(KeyOf(entry.EventName) + ".case") is { } ofTheCase)
            return ofTheCase;

        var sentence = words.Known(KeyOf(entry.EventName)) ?? entry.EventName + (entry.ElementName is null ? "" : ": «{0}»");
        return entry.ElementName is { } element
            ? sentence.Replace("{0}", element, StringComparison.Ordinal)
            : sentence.Replace("«{0}»", "{0}", StringComparison.Ordinal).Replace("“{0}”", "{0}", StringComparison.Ordinal)
                .Replace("{0}", words["event.case"].Value, StringComparison.Ordinal);
    }

    /// <summary>What the sentence is about, in words: a term's instant, the names of data and messages; null when there is nothing more to say.</summary>
    public static string? DetailOf(IStringLocalizer<Words> words, StoryEntry entry)
    {
        if (entry.Detail is not { Length: > 0 } detail)
            return null;

        return KeyOf(entry.EventName) switch
        {
            "event.decisionevaluated" => Decided(words, detail),
            "event.attachmentadded" => Attached(words, detail),
            "event.timerarmed" => Dated(words, detail, "story.due"),
            "event.timerskipped" => Dated(words, detail, "story.skipped"),
            "event.escalationkept" => Dated(words, detail, "story.kept"),
            "event.usertaskassigned" => words["story.assigned", entry.PersonName ?? detail],
            "event.usertasktakenover" => words["story.takenOver", entry.PersonName ?? detail],
            "event.variablesset" => NamesOf(words, detail),
            "event.variablescorrected" when detail.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon => NamesOf(words, detail[..colon]) + detail[colon..],
            "event.messagepublished" or "event.messagesubscribed" or "event.messagecorrelated" => words.Known($"message.{detail}") ?? detail,
            _ => detail,
        };
    }

    // Name, size and hash, with tabs between.
    private static string Attached(IStringLocalizer<Words> words, string detail) =>
        detail.Split('\t') is [var name, var size, var hash] && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? words["story.attached", name, FileSizes.Of(bytes), hash] : detail;

    // «2026-12-22T23:00:00.0000000+00:00», with the code of a reason behind it or not: the words stand under the key and the code.
    private static string Dated(IStringLocalizer<Words> words, string detail, string key)
    {
        var space = detail.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? detail : detail[..space];
        if (!DateTimeOffset.TryParseExact(first, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)) return detail;
        return words[space < 0 ? key : $"{key}.{detail[(space + 1)..].ToLowerInvariant()}", Dates.DueInWords(due)];
    }

    // «Scelta del percorso v3: 2 art. 4»; nothing behind the colon when no rule matched, or the decision is no table. What the author noted may have colons too.
    private static string Decided(IStringLocalizer<Words> words, string detail)
    {
        if (Decision().Match(detail) is not { Success: true, Groups: var parts }) return detail;
        var decision = $"{ValueWords.NameOf(words, parts[1].Value)} {parts[2].Value}";
        return parts[3].Length == 0 ? words["story.decision.none", decision] : words["story.decision", decision, parts[3].Value];
    }

    private static string NamesOf(IStringLocalizer<Words> words, string names) =>
        string.Join(", ", names.Split(", ").Select(name => ValueWords.NameOf(words, name)));

    /// <summary>Who did it, in words.</summary>
    public static string ActorOf(IStringLocalizer<Words> words, StoryEntry entry)
    {
        if (entry.ActorName is { } name)
            return name;
        if (entry.Actor.StartsWith(WorkerPrefix, StringComparison.Ordinal))
            return words["actor.worker", entry.Actor[WorkerPrefix.Length..].ToUpperInvariant()];
        if (words.Known($"actor.{entry.Actor}") is { } known)
            return known;

        return entry.Actor.Length == 0 || entry.Actor is "engine" || entry.Actor.StartsWith(SystemPrefix, StringComparison.Ordinal)
            ? words["event.engine"]
            : entry.Actor;
    }

    /// <summary>True for the engine's own steps between two acts.</summary>
    public static bool IsTechnical(StoryEntry entry) => entry.IsPath || Technical.Contains(KeyOf(entry.EventName));

    /// <summary>True for what somebody did, or what befell the case: the short form of a story.</summary>
    public static bool IsFact(StoryEntry entry) => !IsTechnical(entry) && !Derived.Contains(KeyOf(entry.EventName));

    // «user-task-completed» and «UserTaskCompleted» are the same event to a reader.
    private static string KeyOf(string eventName) =>
        "event." + string.Concat(eventName.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"^(.+?) (v\d+): (.*)$", RegexOptions.Singleline)]
    private static partial Regex Decision();
}
