using System.Collections.Immutable;

namespace Orchestrator.Feel;

/// <summary>The result of an expression, and for each call of an office function in it how that came about.</summary>
public readonly record struct FeelExplained(FeelResult Result, ImmutableArray<OfficeExplanation> Explanations);
