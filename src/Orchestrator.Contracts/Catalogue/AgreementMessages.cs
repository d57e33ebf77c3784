using Orchestrator.Contracts.Bus;

namespace Orchestrator.Contracts.Catalogue;

/// <summary>An agreement has no effect any more; <c>Key</c> is the agreement, as in all messages of this file but the last.</summary>
[Contract("agreement-void", version: 1)]
public sealed record AgreementVoid(long MessageKey, string Key, DateTimeOffset At, string? Reason = null) : ICatalogueMessage;

/// <summary>The employer sent agreement and list to ANPAL.</summary>
[Contract("employer-transmission-done", version: 1)]
public sealed record EmployerTransmissionDone(long MessageKey, string Key, DateTimeOffset At, DateOnly TransmittedOn) : ICatalogueMessage;

/// <summary>The cases of an agreement exist.</summary>
[Contract("cases-loaded", version: 1)]
public sealed record CasesLoaded(long MessageKey, string Key, DateTimeOffset At, IReadOnlyList<ScopedCase> Cases, string Centre) : ICatalogueMessage;

/// <summary>All cases of an agreement are closed.</summary>
[Contract("cases-closed", version: 1)]
public sealed record CasesClosed(long MessageKey, string Key, DateTimeOffset At) : ICatalogueMessage;

/// <summary>Approved cases live in these territories (codes of centres), whose operators have not met yet.</summary>
[Contract("approvals-arrived", version: 1)]
public sealed record ApprovalsArrived(long MessageKey, string Key, DateTimeOffset At, IReadOnlyList<string> Territories, DateOnly LastDecision) : ICatalogueMessage;

/// <summary>Cases of the crisis <c>Key</c> wait for pathway 2.</summary>
[Contract("pathway2-wanted", version: 1)]
public sealed record Pathway2Wanted(long MessageKey, string Key, DateTimeOffset At, string Crisis) : ICatalogueMessage;
