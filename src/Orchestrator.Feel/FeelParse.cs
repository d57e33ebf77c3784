using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel;

/// <summary>An expression, or what is wrong with its text: exactly one of the two.</summary>
public sealed record FeelParse(FeelExpression? Expression, ImmutableArray<Diagnostic> Diagnostics);
