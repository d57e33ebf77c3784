using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Evaluation;

/// <summary>Leaves an evaluation that costs too much; it is caught where the evaluation began and becomes a warning.</summary>
internal sealed class LimitReachedException(TextSpan span, string what, long most) : Exception
{
    public TextSpan Span => span;
    public string What => what;
    public long Most => most;
}
