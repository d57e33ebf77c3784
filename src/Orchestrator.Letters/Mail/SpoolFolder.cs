using System.Text;

namespace Orchestrator.Letters.Mail;

/// <summary>
/// A folder with one <c>.eml</c> file a mail. The name follows from the mail's key, and a file appears whole under it or not at all: however often a mail is
/// delivered, and by however many processes, there is exactly one. Files that begin with a point are unfinished and belong to nobody.
/// </summary>
public sealed class SpoolFolder(MailOptions options) : IMailTransport
{
    /// <inheritdoc/>
    public async Task DeliverAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(options.SpoolFolder).FullName;
        var file = Path.Combine(folder, Safe(mail.Key) + ".eml");
        if (File.Exists(file))
            return;

        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(MimeText.Write(mail, options.From, options.FromName)), cancellation);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another run of the same job was faster; its file is this mail.
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The key as part of a file name: letters, digits, <c>-</c> and <c>.</c> stay, every other character becomes <c>_</c>.</summary>
    public static string Safe(string key) => string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_'));
}
