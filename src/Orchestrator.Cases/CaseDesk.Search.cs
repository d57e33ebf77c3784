using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases;

/// <content>Lists and files of crises, workers and sessions.</content>
public sealed partial class CaseDesk
{
    /// <summary>Crises, the newest first.</summary>
    public Task<RowsPage<CrisisRow>> SearchCrisesAsync(CrisisSearch search, CancellationToken cancellation) => _crisisSearch.SearchAsync(search, cancellation);

    /// <summary>A crisis with everything below it; null when there is none in <paramref name="scope"/> (null: all).</summary>
    public Task<CrisisFile?> ReadCrisisAsync(string crisis, VisibleScope? scope, CancellationToken cancellation) => _crisisSearch.FindAsync(crisis, scope, cancellation);

    /// <summary>Registered documents of the crisis that the case with this key belongs to; null when it belongs to none in <paramref name="scope"/> (null: all).</summary>
    public Task<CaseDocuments?> DocumentsOfCaseAsync(string caseKey, VisibleScope? scope, int take, CancellationToken cancellation) =>
        _caseDocuments.OfAsync(caseKey, scope, take, cancellation);

    /// <summary>Cases of workers by surname, name and id. Who is shown is noted in the read log.</summary>
    public Task<RowsPage<WorkerRow>> SearchWorkersAsync(WorkerSearch search, AccessReason reason, CancellationToken cancellation) =>
        _workerSearch.SearchAsync(search, reason, cancellation);

    /// <summary>A case with its person; null when there is none at one of <paramref name="centres"/> (null: all).</summary>
    public Task<WorkerFile?> ReadWorkerAsync(string caseId, IReadOnlyCollection<string>? centres, AccessReason reason, CancellationToken cancellation) =>
        _workerSearch.FindAsync(caseId, centres, reason, cancellation);

    /// <summary>Group sessions, the last first.</summary>
    public Task<RowsPage<SessionRow>> SearchSessionsAsync(SessionSearch search, CancellationToken cancellation) => _sessionSearch.SearchAsync(search, cancellation);

    /// <summary>A group session; null when there is none in <paramref name="scope"/> (null: all).</summary>
    public Task<SessionFile?> ReadSessionAsync(string session, VisibleScope? scope, CancellationToken cancellation) => _sessionSearch.FindAsync(session, scope, cancellation);

    /// <summary>Kinds of group sessions that there are.</summary>
    public Task<IReadOnlyList<string>> SessionKindsAsync(CancellationToken cancellation) => _sessionSearch.KindsAsync(cancellation);

    /// <summary>The last uploaded files, of whatever owner, the newest first.</summary>
    public Task<IReadOnlyList<ImportSummary>> LatestImportsAsync(IReadOnlyCollection<ImportKind> kinds, int take, CancellationToken cancellation) => _imports.LatestAsync(kinds, take, cancellation);
}
