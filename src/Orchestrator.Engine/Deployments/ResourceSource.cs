using Orchestrator.Diagnostics;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Deployments;

/// <summary>A file of a set while it is compiled.</summary>
internal sealed class ResourceSource(string name, ResourceKind kind, string content)
{
    public string Name { get; } = name;

    public ResourceKind Kind { get; } = kind;

    public SourceText Text { get; } = new(name, content);

    public string Hash { get; } = ContentHashes.Of(content);
}
