using Orchestrator.Worker;

namespace Orchestrator.Letters.Mail;

/// <summary>Where mail to a group or office goes.</summary>
public sealed class Mailboxes(MailOptions options)
{
    /// <summary>The address of <paramref name="group"/>.</summary>
    /// <exception cref="JobInputException">It has none.</exception>
    public string Of(string group)
    {
        if (options.Mailboxes.TryGetValue(group, out var mailbox))
            return mailbox;
        var local = group.Replace(':', '-');
        return options.GroupDomain is { } domain && local.Length > 0 && local.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? $"{local}@{domain}"
            : throw new JobInputException($"Expected a mailbox for the group '{group}', but Mail:Mailboxes names none: add it.");
    }
}
