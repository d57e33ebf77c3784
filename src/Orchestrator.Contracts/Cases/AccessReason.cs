namespace Orchestrator.Contracts.Cases;

/// <summary>
/// Who reads or changes personal data, and why. Every read of a person's data is written down with it. Over HTTP the server puts the
/// authenticated account in place of <paramref name="Actor"/>.
/// </summary>
/// <param name="Actor">Account name of a person or of a service, at most 200 characters.</param>
/// <param name="Purpose">What it is for, in a few words without personal data, at most 200 characters: "apl.convene 184467", "attendance sheet".</param>
public sealed record AccessReason(string Actor, string Purpose);
