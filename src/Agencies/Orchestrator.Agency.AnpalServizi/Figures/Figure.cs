using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>One figure of a report with what it was computed from. <c>Persons</c> is given where numerator and denominator count no persons (days, hours, sessions).</summary>
/// <param name="Formula">In Italian, for readers.</param>
/// <param name="Value">Rounded to four decimals; null when the denominator is 0.</param>
public sealed record Figure(string Id, string Label, string Formula, string? Breakdown, string? Cell, decimal? Value, decimal? Numerator, long? Denominator, long? Persons = null)
{
    /// <summary>As the registry keeps it: only persons are counted there, so that who publishes sees small cells.</summary>
    public ReportFigure ToReport() => Persons is { } persons
        ? new(Id, Breakdown, Cell, Value, null, persons)
        : new(Id, Breakdown, Cell, Value, (long?)Numerator, Denominator);
}
