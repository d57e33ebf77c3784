using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Orchestrator.Letters.Mail;

/// <summary>
/// Sends by SMTP, at least once: when the process or the connection dies after the server took the mail and before it said so, the next attempt sends it
/// again, with the same Message-ID and the same calendar UID and SEQUENCE, so that calendars show one entry.
/// </summary>
public sealed class SmtpTransport(MailOptions options) : IMailTransport
{
    /// <inheritdoc/>
    public async Task DeliverAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var message = new MailMessage(new MailAddress(options.From, options.FromName, Encoding.UTF8), new MailAddress(mail.To, mail.ToName, Encoding.UTF8))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", MimeText.MessageId(mail.Key, options.From));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Body, Encoding.UTF8, MediaTypeNames.Text.Plain));
        if (mail.Calendar is { } calendar)
            Attach(message, calendar);

        using var client = new SmtpClient(options.SmtpHost, options.SmtpPort) { EnableSsl = options.SmtpTls };
        if (options.SmtpUser is not null)
            client.Credentials = new NetworkCredential(options.SmtpUser, options.SmtpPassword);
        await client.SendMailAsync(message, cancellation);
    }

    private static void Attach(MailMessage message, CalendarPart calendar)
    {
        var type = new ContentType("text/calendar") { CharSet = "utf-8" };
        type.Parameters.Add("method", calendar.Method);
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(calendar.Text, type));
        message.Attachments.Add(Attachment.CreateAttachmentFromString(calendar.Text, "invito.ics", Encoding.UTF8, "application/ics"));
    }
}
