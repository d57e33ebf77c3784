using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>Events of a history as sentences: «Anna Rossi ha completato «Pianifica la presentazione»».</summary>
public static class EventWords
{
    private const string WorkerPrefix = "worker:";
    private const string SystemPrefix = "system";

    /// <summary>The sentence without its actor; an unknown event shows its own name.</summary>
    public static string SentenceOf(IStringLocalizer<Words> words, StoryEntry entry)
    {
        var sentence = words.Known(KeyOf(entry.EventName)) ?? entry.EventName + (entry.ElementName is null ? "" : ": «{0}»");
        return sentence.Replace("{0}", entry.ElementName ?? words["event.case"].Value, StringComparison.Ordinal);
    }

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

    // «user-task-completed» and «UserTaskCompleted» are the same event to a reader.
    private static string KeyOf(string eventName) =>
        "event." + string.Concat(eventName.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
