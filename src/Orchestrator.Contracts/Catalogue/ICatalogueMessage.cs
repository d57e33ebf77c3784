namespace Orchestrator.Contracts.Catalogue;

/// <summary>
/// A message of the programme that a process threw, as an event for agencies and partners: delivered at least once, in no order that one may rely on.
/// <see cref="MessageKey"/> is the same each time and makes every effect one. The other members are the message's variables as the catalogue
/// (<c>docs/programme.md</c>) lists them; variables that it does not list never leave the engine this way. Opaque ids only, no personal data.
/// </summary>
public interface ICatalogueMessage
{
    /// <summary>The publication's key: the identity of the message.</summary>
    long MessageKey { get; }

    /// <summary>The business key it was thrown for: a crisis, an agreement, a worker case or a session.</summary>
    string Key { get; }

    /// <summary>When it was thrown, UTC.</summary>
    DateTimeOffset At { get; }
}
