using System.Text.Json;

namespace Orchestrator.Cases.Desk;

/// <summary>
/// The content of a notice of kind <see cref="NoticeKind.ProcessMessage"/>: a message of the catalogue that is to be published. The notice's id is the message's id, so that
/// publishing twice changes nothing.
/// </summary>
/// <param name="Name">A name of the message catalogue.</param>
/// <param name="Key">Correlation key: an opaque business key.</param>
/// <param name="TimeToLive">How long it waits for somebody to wait for it.</param>
/// <param name="VariablesJson">A JSON object without personal data.</param>
public sealed record ProcessMessage(string Name, string Key, TimeSpan TimeToLive, string VariablesJson)
{
    /// <summary>The message that <paramref name="notice"/> keeps.</summary>
    public static ProcessMessage Read(Notice notice) =>
        JsonSerializer.Deserialize<ProcessMessage>(notice.Content) ?? throw new InvalidOperationException($"Expected notice {notice.Id:D} to keep a message, but it keeps null.");

    internal string Write() => JsonSerializer.Serialize(this);
}
