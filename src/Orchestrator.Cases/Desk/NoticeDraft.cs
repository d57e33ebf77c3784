namespace Orchestrator.Cases.Desk;

/// <summary>Asks the registry to keep a <see cref="Notice"/> with what it writes.</summary>
/// <param name="Id">Key of the caller's request.</param>
/// <param name="Content">What the caller will need to tell the process; opaque here, without personal data.</param>
public sealed record NoticeDraft(Guid Id, string Content);
