namespace Orchestrator.Contracts.Cases;

/// <summary>An accredited operator with a site in some basin.</summary>
/// <param name="TaxCode">Of the company.</param>
/// <param name="Email">Of the office; null when the register has none.</param>
public sealed record OperatorContact(string TaxCode, string Name, string? Email);
