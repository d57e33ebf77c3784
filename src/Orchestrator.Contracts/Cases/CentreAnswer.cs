namespace Orchestrator.Contracts.Cases;

/// <summary>Which centre is competent for a municipality on a day.</summary>
/// <param name="IstatCode">The municipality that was asked for.</param>
/// <param name="Finding">Whether there is one, else why not.</param>
/// <param name="Municipality">Its name, when it is known.</param>
/// <param name="Centre">Not null exactly when <paramref name="Finding"/> is <see cref="CentreFinding.Found"/>.</param>
public sealed record CentreAnswer(string IstatCode, CentreFinding Finding, string? Municipality, EmploymentCentreView? Centre);
