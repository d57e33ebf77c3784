using Orchestrator.Letters.Mail;

namespace Orchestrator.Agencies.Tests.Support;

/// <summary>A spool folder of its own.</summary>
internal sealed class Spool : IDisposable
{
    public MailOptions Options { get; } = new() { SpoolFolder = Path.Combine(Path.GetTempPath(), $"spool-{Guid.NewGuid():N}") };

    public SpoolFolder Folder => new(Options);

    public IReadOnlyList<string> Names =>
        Directory.Exists(Options.SpoolFolder) ? [.. Directory.GetFiles(Options.SpoolFolder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)] : [];

    public string Read(string name) => File.ReadAllText(Path.Combine(Options.SpoolFolder, name));

    public void Dispose()
    {
        if (Directory.Exists(Options.SpoolFolder))
            Directory.Delete(Options.SpoolFolder, recursive: true);
    }
}
