namespace Orchestrator.Bpmn.Model;

/// <summary>
/// A term that people see (<c>orch:deadline</c>): the boundary timer that ends it, its label, and the variables (or paths into them, <c>terms.lastDay</c>) with the two dates shown,
/// the strict day on which reminders count and the last useful day on which the timer counts. Either may be absent.
/// <see cref="Law"/> is the source that sets the term, as people cite it; null when none is named.
/// </summary>
public sealed record Deadline(ElementId Timer, string Label, string? StrictVariable, string? LastVariable, string? Law = null);
