namespace Orchestrator.Contracts.Cases;

/// <summary>
/// One thing to say about one row of an import.
/// </summary>
/// <param name="Field">A name of <see cref="WorkerColumns"/>, or empty when the whole row is meant.</param>
/// <param name="Code">One of <see cref="RowCode"/>.</param>
/// <param name="Severity">An error keeps the row out, a warning does not.</param>
/// <param name="Message">Italian, plain, with what to do; without names and codes of persons.</param>
public sealed record RowIssue(string Field, string Code, RowSeverity Severity, string Message);
