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
    private const string Presentation = "presentazione";
    private const string Online = "videoconferenza";

    /// <summary>What the mail calls it.</summary>
    public string Title => Type == Presentation ? "incontro di presentazione dell'assegno di ricollocazione" : "incontro: " + Type;

    /// <summary>The registry's name of the kind of meeting, a key without spaces.</summary>
    public string Purpose => Type.Replace(' ', '-');

    /// <summary>The session <paramref name="node"/>, the <paramref name="index"/>-th of the job.</summary>
    /// <exception cref="JobInputException">A field is missing or of another kind.</exception>
    public static SessionInput Read(JsonNode? node, int index)
    {
        if (node is not JsonObject session)
            throw new JobInputException(FormattableString.Invariant($"Expected 'sessions[{index}]' to be a session, but found something else."));
        var type = OptionalText(session, "type", index) is { Length: > 0 } given ? given : Presentation;
        var place = OptionalText(session, "venueType", index) == Online ? "videoconferenza, " : "";
        return new(
            Text(session, "id", index),
            type,
            RomeTime.Read(Path("startAt", index), Text(session, "startAt", index)),
            Number(session, "durationMin", index, CaseLimits.SessionMinutesMax),
            place + Text(session, "venue", index),
            Number(session, "capacity", index, CaseLimits.SessionCasesMax),
            OptionalText(session, "centre", index));
    }

    /// <summary>How long, in words.</summary>
    public string DurationInWords()
    {
        var (hours, minutes) = (DurationMinutes / 60, DurationMinutes % 60);
        var inHours = hours switch { 0 => "", 1 => "1 ora", _ => FormattableString.Invariant($"{hours} ore") };
        var inMinutes = minutes switch { 0 => "", 1 => "1 minuto", _ => FormattableString.Invariant($"{minutes} minuti") };
        return inHours.Length > 0 && inMinutes.Length > 0 ? $"{inHours} e {inMinutes}" : inHours + inMinutes;
    }

    private static string Text(JsonObject session, string name, int index) =>
        OptionalText(session, name, index) is { Length: > 0 } text ? text : throw Wrong(name, index, "a text");

    private static string? OptionalText(JsonObject session, string name, int index) => session[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw Wrong(name, index, "a text"),
    };

    private static int Number(JsonObject session, string name, int index, int max) =>
        session[name] is JsonValue value && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= max && decimal.Truncate(number) == number
            ? (int)number
            : throw Wrong(name, index, FormattableString.Invariant($"a whole number from 1 to {max}"));

    private static JobInputException Wrong(string name, int index, string expected) => new($"Expected '{Path(name, index)}' to be {expected}, but found something else.");

    private static string Path(string name, int index) => FormattableString.Invariant($"sessions[{index}].{name}");
}
