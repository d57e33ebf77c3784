using Orchestrator.Diagnostics;

namespace Orchestrator.Cli.Conformance;

/// <summary>The models that stand beside a model and may be imported by it.</summary>
internal static class DmnFolder
{
    public static IEnumerable<SourceText> Others(string path)
    {
        var own = Path.GetFullPath(path);
        return Directory.EnumerateFiles(Path.GetDirectoryName(own)!, "*.dmn").Order(StringComparer.Ordinal).Where(other => other != own)
            .Select(other => new SourceText(Path.GetFileName(other), File.ReadAllText(other)));
    }
}
