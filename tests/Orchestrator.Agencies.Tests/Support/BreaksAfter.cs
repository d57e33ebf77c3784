using Orchestrator.Letters.Mail;

namespace Orchestrator.Agencies.Tests.Support;

/// <summary>A transport whose process dies after the n-th mail was delivered and before anybody heard of it.</summary>
internal sealed class BreaksAfter(IMailTransport transport, int mails) : IMailTransport
{
    private int _delivered;

    public async Task DeliverAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        await transport.DeliverAsync(mail, cancellation);
        if (++_delivered == mails)
            throw new IOException("The process died here.");
    }
}
