namespace Orchestrator.Cli;

/// <summary>Where a verb reads and writes: answers go to <see cref="Out"/>, complaints to <see cref="Error"/>.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error)
{
    /// <summary>Folder against which relative paths are read.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    public string PathOf(string given) => Path.GetFullPath(given, Folder);
}
