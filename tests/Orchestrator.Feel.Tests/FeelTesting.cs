using System.Globalization;

namespace Orchestrator.Feel.Tests;

/// <summary>What the tests of FEEL share: one environment, and short ways to evaluate.</summary>
internal static class FeelTesting
{
    public static TimeZoneInfo Rome { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    public static FeelEnvironment Environment { get; } = At("2026-11-22T10:00:00Z");

    public static FeelEnvironment At(string instant) => new(
        DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture),
        Rome,
        id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null,
        ItalianCalendars.Default);

    public static FeelExpression Parse(string text, params string[] known)
    {
        var parsed = FeelExpression.Parse(text, new FeelNames(known));
        Assert.That(parsed.Diagnostics, Is.Empty, text);
        return parsed.Expression!;
    }

    public static FeelResult Evaluate(string text, string context = "{}", FeelEnvironment? environment = null)
    {
        var variables = (FeelContext)Parse(context).Evaluate(DictionaryScope.Empty, environment ?? Environment).Value;
        return Parse(text, [.. variables.Names]).Evaluate(variables, environment ?? Environment);
    }

    /// <summary>The value as a FEEL literal.</summary>
    public static string Value(string text, string context = "{}", FeelEnvironment? environment = null) => Evaluate(text, context, environment).Value.ToString();

    /// <summary>The codes of the warnings, in order.</summary>
    public static string Codes(string text, string context = "{}") => string.Join(' ', Evaluate(text, context).Warnings.Select(warning => warning.Code));
}
