using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Evaluation;

/// <summary>Leaves an evaluation that costs too much; it is caught where the evaluation began and becomes a warning.</summary>
internal sealed class LimitReachedException(TextSpan span, string what, int most) : Exception
{
    public TextSpan Span => span;
    public string What => what;
    public int Most => most;
}
