namespace Orchestrator.Cases.Samples;

/// <summary>A notice of employment (comunicazione obbligatoria), before it has a number.</summary>
/// <param name="Relation">The employment it belongs to.</param>
/// <param name="Kind"><c>assunzione</c>, <c>proroga</c>, <c>trasformazione</c> or <c>cessazione</c>.</param>
/// <param name="On">The day the notice is about; notices are numbered in this order.</param>
/// <param name="From">First day of the employment.</param>
/// <param name="To">Its last day as the notice says it; null when open.</param>
internal sealed record SampleNotice(SampleRelation Relation, string Kind, DateOnly On, DateOnly From, DateOnly? To, string Contract);
