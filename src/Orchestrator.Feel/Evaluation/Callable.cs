using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Evaluation;

/// <summary>What stands behind a function value.</summary>
internal abstract class Callable
{
    public abstract string Name { get; }

    public abstract ImmutableArray<string> Parameters { get; }

    /// <param name="frame">The evaluation that calls.</param>
    /// <param name="span">The place of the call.</param>
    /// <param name="arguments">The values in order.</param>
    /// <param name="names">Their names, or null for a call by position.</param>
    public abstract FeelValue Call(Frame frame, TextSpan span, FeelValue[] arguments, ImmutableArray<string>? names);
}
