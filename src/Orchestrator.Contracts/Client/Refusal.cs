namespace Orchestrator.Contracts.Client;

/// <summary>The kind of a refusal; each has one page and one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The request breaks a rule; <see cref="Refusal.Fields"/> names the fields (400).</summary>
    Invalid,

    /// <summary>Nobody is signed in, or the password is wrong (401).</summary>
    NotSignedIn,

    /// <summary>The user may not do or see this (403).</summary>
    NotAllowed,

    /// <summary>There is no such thing, or none that this user may know of (404).</summary>
    NotFound,

    /// <summary>Somebody else was faster, or the thing is in another state (409); see <see cref="Refusal.Conflict"/>.</summary>
    Conflict,

    /// <summary>A queue is full; the same request may be sent again (503).</summary>
    Busy,
}

/// <summary>Why a call was refused. Nothing was written.</summary>
/// <param name="Kind">What kind of refusal; decides the page.</param>
/// <param name="Code">A stable code such as <c>TaskCompleted</c>; the page has its words in Italian and English under it.</param>
/// <param name="Message">What was expected and what was found, for a page that does not know the code.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Message)
{
    /// <summary>The fields that are wrong, in the order of the form; empty when the refusal is not about fields.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>Who was faster, for <see cref="RefusalKind.Conflict"/> when it is known.</summary>
    public Faster? Conflict { get; init; }
}

/// <summary>What is wrong with one field of a form or a table.</summary>
/// <param name="Path">The field: <c>signingDate</c>, <c>sessions[0].startAt</c>, <c>rows[12].reasonCode</c> (indices count from 0).</param>
/// <param name="Code">A stable code: <c>required</c>, <c>min</c>, <c>max</c>, <c>minLength</c>, <c>maxLength</c>, <c>pattern</c>, <c>notAnOption</c>, <c>type</c>, or one of a form's own.</param>
/// <param name="Message">What is wrong, for a page that does not know the code.</param>
public sealed record FieldError(string Path, string Code, string Message)
{
    /// <summary>The figure in the rule (the least value, the greatest length), as text; null when the rule has none.</summary>
    public string? Limit { get; init; }
}

/// <summary>Who did what before the refused request arrived.</summary>
/// <param name="By">The name to show of whoever did it; null when the engine did (a term expired).</param>
/// <param name="What">A stable code: <c>claimed</c>, <c>unclaimed</c>, <c>assigned</c>, <c>completed</c>, <c>canceled</c>, <c>changed</c>.</param>
/// <param name="At">When.</param>
public sealed record Faster(string? By, string What, DateTimeOffset? At);
