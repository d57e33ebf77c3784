namespace Orchestrator.Contracts.Cases;

/// <summary>The fields of the form <c>register-agreement</c>.</summary>
/// <param name="SigningDate">Day 0 of the terms; not after today.</param>
/// <param name="SigningPlace"><c>Ministero del Lavoro</c>, <c>Regione Piemonte</c>, <c>altro</c>.</param>
/// <param name="CigsGround"><c>riorganizzazione</c> or <c>crisi aziendale</c>.</param>
/// <param name="Scopes">At least one.</param>
public sealed record AgreementFacts(
    DateOnly? SigningDate, string? SigningPlace, string? CigsGround, DateOnly? CigsFrom, DateOnly? CigsTo, IReadOnlyList<ScopeFacts> Scopes);

/// <summary>One line of a relocation plan.</summary>
/// <param name="Area">Ambito.</param>
/// <param name="Profile">Profilo.</param>
/// <param name="Quota">Most workers who may ask for the voucher, at least 1.</param>
public sealed record ScopeFacts(string? Area, string? Profile, string? Cp2021, int? Quota);
