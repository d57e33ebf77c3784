namespace Orchestrator.Cases.Desk;

/// <summary>An employment notice that is recorded by hand, because somebody told of it before the file of notices came.</summary>
/// <param name="Request">Made by the form: the same request sent twice is recorded once.</param>
/// <param name="Case">Opaque id of a case of the person.</param>
/// <param name="Kind">One of <see cref="EmploymentNames.Kinds"/>.</param>
/// <param name="EmployerTaxCode">Eleven digits, or the codice fiscale of a person.</param>
/// <param name="Contract">One of <see cref="EmploymentNames.Contracts"/>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null without end.</param>
public sealed record EmploymentEntry(Guid Request, string Case, string Kind, string EmployerTaxCode, string Contract, DateOnly From, DateOnly? To);
