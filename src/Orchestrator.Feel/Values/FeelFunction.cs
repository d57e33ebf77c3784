using System.Collections.Immutable;
using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Feel;

/// <summary>A function as a value: a built-in one, or one that an expression defined. Functions are equal only to themselves.</summary>
public sealed record FeelFunction : FeelValue
{
    internal FeelFunction(Callable callable) => Callable = callable;

    internal Callable Callable { get; }

    public override string TypeName => "function";

    /// <summary>The name of a built-in function; empty for a function that an expression defined.</summary>
    public string Name => Callable.Name;

    public ImmutableArray<string> Parameters => Callable.Parameters;

    public bool Equals(FeelFunction? other) => ReferenceEquals(Callable, other?.Callable);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Callable);
}
