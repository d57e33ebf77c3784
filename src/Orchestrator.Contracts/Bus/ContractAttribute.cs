namespace Orchestrator.Contracts.Bus;

/// <summary>The name and version under which a message is known on the bus. Namespace, type name and shape are frozen with it: a changed shape is a new version (golden files hold them).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContractAttribute(string name, int version) : Attribute
{
    public string Name { get; } = name;

    public int Version { get; } = version;
}
