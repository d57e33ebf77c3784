using System.Globalization;

namespace Orchestrator.Interpreter;

/// <summary>The number of an instance: positive, handed out by the store in blocks, below 2^43 so that <see cref="ScopeKey"/>s fit an Int64.</summary>
public readonly record struct InstanceId(long Number)
{
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}
