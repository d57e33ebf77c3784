namespace Orchestrator.Forms;

/// <summary>
/// What is wrong with one field. <see cref="Path"/> is <c>signingDate</c>, <c>desk.email</c>, <c>sessions[2].startAt</c> (indices count from 0), or empty for the form as a whole.
/// <see cref="Code"/> is one of <see cref="FormErrorCodes"/>; <see cref="Message"/> is in the language that was asked for.
/// </summary>
public sealed record FormError(string Path, string Code, string Message)
{
    /// <summary>The figure in the rule (the least value, the greatest length), as text; null when the rule has none.</summary>
    public string? Limit { get; init; }
}
