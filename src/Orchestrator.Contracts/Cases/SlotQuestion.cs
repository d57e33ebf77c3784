namespace Orchestrator.Contracts.Cases;

/// <summary>When could this person be received?</summary>
/// <param name="Case">Who.</param>
/// <param name="Centre">Code 01–30 of the centre that receives.</param>
/// <param name="Kind">What for: <c>incontro 2</c>, <c>incontro 3</c>….</param>
/// <param name="DurationMinutes">A multiple of 15, at most 480.</param>
/// <param name="NotBefore">Earliest start; the past does not count.</param>
/// <param name="NotAfter">Latest end, at most a year after <paramref name="NotBefore"/>.</param>
public sealed record SlotQuestion(string Case, string Centre, string Kind, int DurationMinutes, DateTimeOffset NotBefore, DateTimeOffset NotAfter);
