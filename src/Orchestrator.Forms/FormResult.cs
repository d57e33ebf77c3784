using System.Collections.Immutable;
using Orchestrator.Feel;

namespace Orchestrator.Forms;

/// <summary>The answer to a submitted form. <see cref="Accepted"/> is to be written only when there are no errors.</summary>
public sealed record FormResult(FeelContext Accepted, ImmutableArray<FormError> Errors)
{
    public bool IsValid => Errors.IsEmpty;
}
