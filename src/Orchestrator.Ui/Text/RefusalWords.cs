using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Ui.Text;

/// <summary>Refusals and field errors in the page's language; a code that the catalogue does not know shows its own message.</summary>
public static class RefusalWords
{
    public static string TitleOf(this IStringLocalizer<Words> words, Refusal refusal) =>
        words.Known($"refusal.{refusal.Code}.title") ?? words[$"refusal.{refusal.Kind}.title"];

    public static string TextOf(this IStringLocalizer<Words> words, Refusal refusal) =>
        words.Known($"refusal.{refusal.Code}") ?? refusal.Message;

    public static string TextOf(this IStringLocalizer<Words> words, FieldError error) =>
        words.Known($"field.{error.Code}") is { } text && (error.Limit is not null || !text.Contains("{0}", StringComparison.Ordinal))
            ? text.Replace("{0}", error.Limit, StringComparison.Ordinal)
            : error.Message;

    /// <summary>Who was faster, as a sentence; null when it is not known.</summary>
    public static string? TextOf(this IStringLocalizer<Words> words, Faster? faster)
    {
        if (faster is null)
            return null;

        var when = faster.At is { } at ? Dates.Of(at) : words["faster.before"].Value;
        var who = faster.By ?? words["faster.engine"].Value;
        return words.Known($"faster.{faster.What}") is { } sentence
            ? sentence.Replace("{0}", who, StringComparison.Ordinal).Replace("{1}", when, StringComparison.Ordinal)
            : null;
    }

    /// <summary>The catalogue's text, or null when the key is not there.</summary>
    public static string? Known(this IStringLocalizer<Words> words, string key) =>
        words[key] is { ResourceNotFound: false } text ? text.Value : null;
}
