using System.Globalization;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Letters.Mail;

namespace Orchestrator.Agencies.Tests.Mail;

internal sealed class SpoolFolderTests
{
    private static readonly OutgoingMail s_mail = new(
        "42-cpi:15", "ufficio@example.invalid", "Ufficio però lungo di nome e più lungo di una riga intera di intestazione del messaggio", "Città: l'incontro è spostato – €",
        "Gentile Niccolò,\n\n.una riga che comincia con un punto\nFine àèìòù\n", new DateTimeOffset(2026, 3, 12, 10, 30, 0, TimeSpan.FromHours(1)));

    private Spool _spool = null!;

    [SetUp]
    public void SetUp() => _spool = new Spool();

    [TearDown]
    public void TearDown() => _spool.Dispose();

    [Test]
    public async Task A_mail_is_written_once_however_often_it_is_delivered()
    {
        await _spool.Folder.DeliverAsync(s_mail, CancellationToken.None);
        await _spool.Folder.DeliverAsync(s_mail with { Subject = "another" }, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(_spool.Names, Is.EqualTo(new[] { "42-cpi_15.eml" }));
            Assert.That(_spool.Read("42-cpi_15.eml"), Does.Not.Contain("another"));
        });
    }

    [Test]
    public async Task Many_deliveries_at_once_leave_one_whole_file()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => new SpoolFolder(_spool.Options).DeliverAsync(s_mail, CancellationToken.None))));

        Assert.Multiple(() =>
        {
            Assert.That(_spool.Names, Is.EqualTo(new[] { "42-cpi_15.eml" }));
            Assert.That(_spool.Read("42-cpi_15.eml"), Is.EqualTo(MimeText.Write(s_mail, _spool.Options.From, _spool.Options.FromName)));
        });
    }

    [Test]
    public void A_key_cannot_leave_the_folder() =>
        Assert.That(SpoolFolder.Safe("../../etc/passwd"), Is.EqualTo(".._.._etc_passwd"));

    [Test]
    public void An_independent_parser_reads_the_mail_and_its_invitation()
    {
        const string program = """
            import sys, email, email.policy, email.header, email.utils
            data = sys.stdin.buffer.read()
            m = email.message_from_bytes(data, policy=email.policy.default)
            to = email.utils.parseaddr(str(email.header.make_header(email.header.decode_header(email.message_from_bytes(data)['To']))))
            print(m['Subject']); print(to[0]); print(to[1]); print(m['Date'].datetime.isoformat()); print(m['Message-ID'])
            for p in m.walk():
                print(p.get_content_type(), p.get_param('method'), p.get_filename())
            print(m.get_body(('plain',)).get_content().replace('\r\n', '|'))
            print(len(m.defects))
            """;
        var mail = s_mail with { Calendar = new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") };

        var lines = DebianPython.Ask("email", program, MimeText.Write(mail, "convocazioni@example.invalid", "Agenzia")).Split('\n');

        Assert.That(lines, Is.EqualTo(new[]
        {
            s_mail.Subject,
            s_mail.ToName,
            s_mail.To,
            "2026-03-12T09:30:00+00:00",
            "<42-cpi_15@example.invalid>",
            "multipart/mixed None None",
            "multipart/alternative None None",
            "text/plain None None",
            "text/calendar REQUEST None",
            "application/ics None invito.ics",
            s_mail.Body.Replace('\n', '|'),
            "0",
        }));
    }

    [Test]
    public void Every_line_of_a_mail_is_short_and_plain()
    {
        var text = MimeText.Write(s_mail, "convocazioni@example.invalid", "Agenzia Piemonte Lavoro – Torino");

        Assert.That(text.Split("\r\n"), Is.All.Matches<string>(line => line.Length <= 76 && line.All(char.IsAscii)));
    }

    [Test]
    public void An_address_cannot_add_headers() =>
        Assert.That(() => MimeText.Write(s_mail with { To = "a@b.it>\r\nBcc: c@d.it" }, "x@example.invalid", "x"), Throws.ArgumentException);

    [Test]
    public void Groups_have_the_mailbox_that_is_configured_else_one_of_the_domain()
    {
        var options = new MailOptions { GroupDomain = "example.invalid" };
        options.Mailboxes["steering-group"] = "cabina@example.invalid";

        var mailboxes = new Mailboxes(options);
        Assert.Multiple(() =>
        {
            Assert.That(mailboxes.Of("steering-group"), Is.EqualTo("cabina@example.invalid"));
            Assert.That(mailboxes.Of("cpi:15"), Is.EqualTo("cpi-15@example.invalid"));
            Assert.That(() => mailboxes.Of("a b"), Throws.Exception.With.Message.Contains("Mail:Mailboxes"));
            Assert.That(() => new Mailboxes(new MailOptions { GroupDomain = null }).Of("apl"), Throws.Exception.With.Message.Contains("'apl'"));
        });
    }

    [Test]
    public void A_mail_never_prints_its_recipient() => Assert.That(s_mail.ToString(), Is.EqualTo("Mail 42-cpi:15"));

    [Test]
    public async Task Smtp_sends_the_same_message_id_and_the_invitation()
    {
        await using var server = new SmtpSink();
        var transport = new SmtpTransport(new MailOptions { SmtpHost = "127.0.0.1", SmtpPort = server.Port, SmtpTls = false, From = "convocazioni@example.invalid" });

        await transport.DeliverAsync(s_mail with { Calendar = new CalendarPart("CANCEL", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") }, CancellationToken.None);

        Assert.That(
            (await server.MessageAsync()).ToLower(CultureInfo.InvariantCulture),
            Does.Contain("message-id: <42-cpi_15@example.invalid>").And.Contain("method=cancel").And.Contain("invito.ics"));
    }
}
