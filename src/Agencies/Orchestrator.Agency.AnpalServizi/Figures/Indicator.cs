using Orchestrator.Contracts.Cases;

namespace Orchestrator.Agency.AnpalServizi.Figures;

/// <summary>What numerator and denominator of an indicator count.</summary>
internal enum IndicatorKind
{
    /// <summary>Persons, without a denominator.</summary>
    Count,

    /// <summary>Persons of persons.</summary>
    Share,

    /// <summary>An amount over persons.</summary>
    Mean,

    /// <summary>Sessions of sessions.</summary>
    OfSessions,
}

/// <summary>The definition of a figure.</summary>
internal sealed record Indicator(string Id, string Label, string Formula, Func<IReadOnlyList<CaseFigures>, (decimal Numerator, long? Denominator)> Counts, IndicatorKind Kind)
{
    /// <summary>The figure of these rows.</summary>
    public Figure Of(IReadOnlyList<CaseFigures> rows, string? breakdown, string? cell)
    {
        var (numerator, denominator) = Counts(rows);
        long? persons = Kind switch
        {
            IndicatorKind.Mean => denominator,
            IndicatorKind.OfSessions => rows.Count(row => row.SessionsRecorded > 0),
            _ => null,
        };
        return new(Id, Label, Formula, breakdown, cell, denominator is { } over ? Counting.Ratio(numerator, over) : numerator, numerator, denominator, persons);
    }
}
