namespace Orchestrator.Cases.Desk;

/// <summary>One line of a relocation plan.</summary>
/// <param name="Area">Company area (ambito), required.</param>
/// <param name="Profile">Professional profile (profilo), required.</param>
/// <param name="Cp2021">Occupation code such as 6.2.1.7.0; null when not given.</param>
/// <param name="Quota">Most workers who may ask for the voucher, at least 1.</param>
public sealed record PlanScopeEntry(string Area, string Profile, string? Cp2021, int Quota);
