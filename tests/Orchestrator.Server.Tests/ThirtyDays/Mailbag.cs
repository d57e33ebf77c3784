using System.Text.RegularExpressions;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.ThirtyDays;

/// <summary>A mail of the spool. Its file is named after the job, the session where it is about one, and the case or group.</summary>
internal sealed record SpooledMail(string File, string Job, string Session, string Recipient, string Subject)
{
    public bool IsToAPerson => Recipient.StartsWith("PW-", StringComparison.Ordinal);

    /// <summary>What it says; empty where there is an attachment, whose boundaries are of the mail's own. Reminders of different days may share their subject.</summary>
    public string Text => System.IO.File.ReadAllText(File).Split("\r\n\r\n", 2) is [var headers, var body] && !headers.Contains("boundary=", StringComparison.OrdinalIgnoreCase) ? body : "";
}

/// <summary>The mails of a run, read from the files that the agencies wrote.</summary>
internal static partial class Mailbag
{
    public static IReadOnlyList<SpooledMail> Read(KillStage stage)
    {
        var spool = Path.Combine(stage.Folder, "spool");
        return [.. Directory.GetFiles(spool, "*.eml").Order(StringComparer.Ordinal).Select(file =>
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var about = Person().Match(name) is { Success: true } person ? person : Group().Match(name);
            return new SpooledMail(file, about.Groups["job"].Value, about.Groups["session"].Value, about.Groups["to"].Value, MailFile.AddressAndSubjectOf(file).Split(": ", 2)[1]);
        })];
    }

    [GeneratedRegex(@"^(?<job>\d+)-(?:(?<session>.+)-)?(?<to>PW-[0-9a-f-]{36})$")]
    private static partial Regex Person();

    [GeneratedRegex(@"^(?<job>(?:event-)?\d+)-(?<to>.+)$")]
    private static partial Regex Group();
}
