namespace Orchestrator.Letters.Mail;

/// <summary>Hands mails over.</summary>
public interface IMailTransport
{
    /// <summary>
    /// Hands <paramref name="mail"/> over, or throws. Whether a repeated call with the same <see cref="OutgoingMail.Key"/> sends a second mail is
    /// what the transports differ in: <see cref="SpoolFolder"/> never does, <see cref="SmtpTransport"/> may.
    /// </summary>
    Task DeliverAsync(OutgoingMail mail, CancellationToken cancellation);
}
