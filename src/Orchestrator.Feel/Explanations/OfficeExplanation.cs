using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel;

/// <summary>How a call of an office function came to its result, rule by rule.</summary>
/// <param name="Function">The name of the function, <c>term end</c>.</param>
/// <param name="Span">The place of the call in the expression.</param>
/// <param name="Result">What the call gave.</param>
/// <param name="Steps">The rules in the order in which they applied.</param>
public sealed record OfficeExplanation(string Function, TextSpan Span, FeelValue Result, ImmutableArray<OfficeStep> Steps)
{
    /// <summary>The sentences, one a line.</summary>
    public string Text(FeelLanguage language) => string.Join('\n', Steps.Select(step => step.Text(language)));
}
