using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases.Model;

/// <summary>A job that is offered, as the newest file that names it says.</summary>
internal sealed class Vacancy
{
    /// <summary>In capitals: the same one is kept once.</summary>
    public required string Code { get; init; }

    public required VacancySource Source { get; set; }

    /// <summary>Eleven digits, or the code of a sole owner; null when the source does not say.</summary>
    public string? EmployerTaxCode { get; set; }

    public required string Title { get; set; }

    /// <summary>Code of the occupation, one to five levels.</summary>
    public string? Cp2021 { get; set; }

    /// <summary>ISTAT code of the place of work.</summary>
    public required string Municipality { get; set; }

    /// <summary>At least 1.</summary>
    public required int Seats { get; set; }

    public required EmploymentContract Contract { get; set; }

    public decimal? WeeklyHours { get; set; }

    /// <summary>With <c>|</c> between them.</summary>
    public string? Skills { get; set; }

    /// <summary>Day of the first file that named it.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Last day; after <see cref="PublishedOn"/>.</summary>
    public required DateOnly ExpiresOn { get; set; }

    /// <summary>The file that last changed it.</summary>
    public required Guid ImportId { get; set; }

    /// <summary>When something of it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}
