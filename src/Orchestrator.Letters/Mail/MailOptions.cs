namespace Orchestrator.Letters.Mail;

/// <summary>How mails leave. Read from the section <c>Mail</c> of the configuration.</summary>
public sealed class MailOptions
{
    /// <summary>Folder for one <c>.eml</c> file a mail. Used unless <see cref="SmtpHost"/> is set.</summary>
    public string SpoolFolder { get; set; } = "data/spool";

    /// <summary>Sender and organizer of invitations.</summary>
    public string From { get; set; } = "convocazioni@orchestrator.invalid";

    /// <summary>Name of the sender.</summary>
    public string FromName { get; set; } = "Agenzia Piemonte Lavoro";

    /// <summary>Mailboxes of groups and offices: <c>steering-group</c>, <c>cpi:15</c>, <c>regione-director</c>…</summary>
    public Dictionary<string, string> Mailboxes { get; set; } = [];

    /// <summary>Domain for groups without a mailbox of their own (<c>cpi:15</c> becomes <c>cpi-15@domain</c>); null refuses them.</summary>
    public string? GroupDomain { get; set; } = "orchestrator.invalid";

    /// <summary>SMTP server; null for the spool folder.</summary>
    public string? SmtpHost { get; set; }

    /// <summary>Port of the SMTP server.</summary>
    public int SmtpPort { get; set; } = 587;

    /// <summary>STARTTLS.</summary>
    public bool SmtpTls { get; set; } = true;

    /// <summary>Account at the SMTP server; null for none.</summary>
    public string? SmtpUser { get; set; }

    /// <summary>Its password.</summary>
    public string? SmtpPassword { get; set; }
}
