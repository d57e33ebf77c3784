using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Evaluation;

/// <summary>A compiled part of an expression.</summary>
internal abstract class Node(TextSpan span)
{
    public TextSpan Span => span;

    public abstract FeelValue Evaluate(Frame frame);
}
