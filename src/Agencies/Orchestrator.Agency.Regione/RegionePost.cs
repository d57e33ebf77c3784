using Orchestrator.Letters.Mail;

namespace Orchestrator.Agency.Regione;

/// <summary>How Regione's mails leave: its own sender over the transport that the section <c>Mail</c> names, beside other agencies in the same process.</summary>
public sealed record RegionePost(IMailTransport Transport, MailOptions Options)
{
    /// <summary>Where mail to a group goes.</summary>
    public Mailboxes Mailboxes { get; } = new(Options);

    /// <summary>The mail settings with Regione as sender.</summary>
    public static RegionePost Of(MailOptions shared, RegioneOptions regione)
    {
        var own = new MailOptions
        {
            SpoolFolder = shared.SpoolFolder,
            From = regione.From,
            FromName = regione.FromName,
            Mailboxes = shared.Mailboxes,
            GroupDomain = shared.GroupDomain,
            SmtpHost = shared.SmtpHost,
            SmtpPort = shared.SmtpPort,
            SmtpTls = shared.SmtpTls,
            SmtpUser = shared.SmtpUser,
            SmtpPassword = shared.SmtpPassword,
        };
        return new(own.SmtpHost is null ? new SpoolFolder(own) : new SmtpTransport(own), own);
    }
}
