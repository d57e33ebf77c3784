namespace Orchestrator.Contracts.Client;

/// <summary>Trying expressions out before they go into a definition. Nothing of any case is read and nothing is kept.</summary>
public interface IExpressions
{
    /// <summary>
    /// Evaluates a FEEL expression over the members of a JSON object, at the present instant. What cannot be read is no refusal but a remark without a value; only a
    /// <paramref name="contextJson"/> that is no JSON object is <c>Invalid</c>.
    /// </summary>
    /// <param name="expression">At most <see cref="ExpressionTrial.CharsMax"/> characters, with or without the leading <c>=</c>.</param>
    /// <param name="contextJson">The variables; empty for none.</param>
    Outcome<ExpressionTrial> Evaluate(ActingUser user, string expression, string contextJson);
}

/// <summary>What became of a trial.</summary>
/// <param name="Expression">The expression as evaluated, without the leading <c>=</c>: the places of remarks lie in it.</param>
/// <param name="Value">The value as FEEL writes it; null when the expression cannot be read.</param>
/// <param name="TypeName">The type of the value; null when there is none.</param>
/// <param name="Remarks">Errors of reading, or why parts of the value are null.</param>
/// <param name="Reasons">How office functions came to their results, in the language of the request.</param>
public sealed record ExpressionTrial(
    string Expression, string? Value, string? TypeName, IReadOnlyList<ExpressionRemark> Remarks, IReadOnlyList<ExpressionReason> Reasons)
{
    public const int CharsMax = 10_000;
}

/// <summary>Something to say about a place of an expression.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Message">What was expected and found.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Start">Offset from 0 in the expression.</param>
/// <param name="Length">Characters; may be 0.</param>
public sealed record ExpressionRemark(string Code, string Message, string Remedy, int Start, int Length);

/// <summary>How one call came to its result, a sentence a rule.</summary>
public sealed record ExpressionReason(string Function, string Result, IReadOnlyList<string> Sentences);
