namespace Orchestrator.Cases.Desk;

/// <summary>A company crisis.</summary>
/// <param name="Crisis">Business key, <c>CR-2026-0007</c>: numbers of one year have no gap.</param>
public sealed record CrisisView(string Crisis, string CompanyTaxCode, string CompanyName, DateTimeOffset OpenedAt);
