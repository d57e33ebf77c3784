using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Jobs;

/// <summary>
/// A session as processes write it: <c>id</c>, <c>startAt</c>, <c>durationMin</c>, <c>venue</c>, <c>capacity</c>, and optionally <c>type</c> (what kind of
/// meeting, <c>presentazione</c> by default), <c>venueType</c> and <c>centre</c> (only cases of this centre).
/// </summary>
internal sealed record SessionInput(string Id, string Type, DateTimeOffset StartsAt, int DurationMinutes, string Venue, int Capacity, string? Centre)
{
    private const string Online = "videoconferenza";

    /// <summary>What the mail calls it.</summary>
    public string Title => SessionTitles.Of(Type);

    /// <summary>The registry's name of the kind of meeting, a key without spaces.</summary>
    public string Purpose => SessionKinds.KeyOf(Type);

    /// <summary>The session <paramref name="node"/>, the <paramref name="index"/>-th of the job.</summary>
    /// <exception cref="JobInputException">A field is missing or of another kind.</exception>
    public static SessionInput Read(JsonNode? node, int index) => Read(node, FormattableString.Invariant($"sessions[{index}]"));

    /// <summary>The session <paramref name="node"/>, the input called <paramref name="path"/>.</summary>
    /// <exception cref="JobInputException">A field is missing or of another kind.</exception>
    public static SessionInput Read(JsonNode? node, string path)
    {
        if (node is not JsonObject session)
            throw new JobInputException($"Expected '{path}' to be a session, but found something else.");
        var type = OptionalText(session, "type", path) is { Length: > 0 } given ? given : SessionKinds.Presentation;
        var place = OptionalText(session, "venueType", path) == Online ? "videoconferenza, " : "";
        return new(
            Text(session, "id", path),
            type,
            RomeTime.Read(path + ".startAt", Text(session, "startAt", path)),
            Number(session, "durationMin", path, CaseLimits.SessionMinutesMax),
            place + Text(session, "venue", path),
            Number(session, "capacity", path, CaseLimits.SessionCasesMax),
            OptionalText(session, "centre", path));
    }

    /// <summary>How long, in words.</summary>
    public string DurationInWords()
    {
        var (hours, minutes) = (DurationMinutes / 60, DurationMinutes % 60);
        var inHours = hours switch { 0 => "", 1 => "1 ora", _ => FormattableString.Invariant($"{hours} ore") };
        var inMinutes = minutes switch { 0 => "", 1 => "1 minuto", _ => FormattableString.Invariant($"{minutes} minuti") };
        return inHours.Length > 0 && inMinutes.Length > 0 ? $"{inHours} e {inMinutes}" : inHours + inMinutes;
    }

    /// <summary>A text of a session, which must be there.</summary>
    public static string Text(JsonObject session, string name, string path) =>
        OptionalText(session, name, path) is { Length: > 0 } text ? text : throw Wrong(name, path, "a text");

    /// <summary>A text of a session, or null.</summary>
    public static string? OptionalText(JsonObject session, string name, string path) => session[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw Wrong(name, path, "a text"),
    };

    /// <summary>A whole number of a session from 1 to <paramref name="max"/>.</summary>
    public static int Number(JsonObject session, string name, string path, int max) =>
        session[name] is JsonValue value && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= max && decimal.Truncate(number) == number
            ? (int)number
            : throw Wrong(name, path, FormattableString.Invariant($"a whole number from 1 to {max}"));

    private static JobInputException Wrong(string name, string path, string expected) => new($"Expected '{path}.{name}' to be {expected}, but found something else.");
}
