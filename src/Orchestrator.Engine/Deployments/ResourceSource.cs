using Orchestrator.Diagnostics;

namespace Orchestrator.Engine.Deployments;

/// <summary>A file of a set while it is compiled.</summary>
internal sealed class ResourceSource(string name, bool isProcess, string content)
{
    public string Name { get; } = name;

    public bool IsProcess { get; } = isProcess;

    public SourceText Text { get; } = new(name, content);

    public string Hash { get; } = ContentHashes.Of(content);
}
