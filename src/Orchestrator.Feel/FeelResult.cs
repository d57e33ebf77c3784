using System.Collections.Immutable;

namespace Orchestrator.Feel;

/// <summary>The value of an expression and the warnings of its evaluation. A null that was meant has no warning.</summary>
public readonly record struct FeelResult(FeelValue Value, ImmutableArray<FeelWarning> Warnings);
