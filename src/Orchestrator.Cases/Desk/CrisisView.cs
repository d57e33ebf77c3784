using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Desk;

/// <summary>A company crisis.</summary>
/// <param name="Crisis">Business key, <c>CR-2026-0007</c>: numbers of one year have no gap.</param>
/// <param name="Title">Null until its dossier is registered.</param>
/// <param name="State">How far it is.</param>
public sealed record CrisisView(string Crisis, string CompanyTaxCode, string CompanyName, DateTimeOffset OpenedAt, string? Title, CrisisState State);
