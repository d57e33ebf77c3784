namespace Orchestrator.Letters.Mail;

/// <summary>One mail to one address; personal data.</summary>
/// <param name="Key">Job key and the recipient's opaque id: the identity of the mail. The same key is the same mail.</param>
/// <param name="To">Address.</param>
/// <param name="ToName">Name to show; null for an office.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Date">Date of the mail.</param>
/// <param name="Calendar">A calendar entry that goes with it, or null.</param>
public sealed record OutgoingMail(string Key, string To, string? ToName, string Subject, string Body, DateTimeOffset Date, CalendarPart? Calendar = null)
{
    /// <summary>The key alone, so that a log never holds the person.</summary>
    public override string ToString() => "Mail " + Key;
}
