using System.Globalization;

namespace Orchestrator.Interpreter;

/// <summary>The key of one deployed version of a process: positive, handed out by the store.</summary>
public readonly record struct DefinitionKey(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
