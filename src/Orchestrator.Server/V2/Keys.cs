using System.Globalization;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.V2;

/// <summary>Keys are decimal texts in JSON and in addresses.</summary>
internal static class Keys
{
    public static string Text(long key) => key.ToString(CultureInfo.InvariantCulture);

    public static string Text(ScopeKey key) => Text(key.Value);

    public static string Text(DefinitionKey key) => Text(key.Value);

    /// <summary>The key of the process instance: that of its root scope.</summary>
    public static string Text(InstanceId instance) => Text(ScopeKey.RootOf(instance));

    /// <exception cref="InvalidRequestException">The text is no positive whole number.</exception>
    public static long Read(string? text, string field) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key) && key > 0
            ? key
            : throw new InvalidRequestException(field, $"Expected a key of decimal digits in {field}.");

    public static ScopeKey Scope(string? text, string field) => new(Read(text, field));

    public static DefinitionKey Definition(string? text, string field) => new(Read(text, field));
}
