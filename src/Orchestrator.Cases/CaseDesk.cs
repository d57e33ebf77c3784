using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Agreements;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Documents;
using Orchestrator.Cases.Facts;
using Orchestrator.Cases.Imports;
using Orchestrator.Cases.Imports.Kinds;
using Orchestrator.Cases.Searching;
using Orchestrator.Cases.Sessions;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases;

/// <summary>
/// What the pages of operators ask of the registry. A refused form is a <see cref="DeskAnswer{T}"/> with its problems; a key that does not exist is a
/// <see cref="RegistryRefusedException"/>. Every read of personal data is written down. Rights are checked by who calls.
/// </summary>
public sealed partial class CaseDesk
{
    private readonly CasesStore _store;
    private readonly AgreementDesk _agreements;
    private readonly ImportDesk _imports;
    private readonly ImportDecisions _decisions;
    private readonly AttendanceDesk _attendance;
    private readonly FactDesk _facts;
    private readonly NoticeBook _notices;
    private readonly CrisisReservations _reservations;
    private readonly CrisisSearchBook _crisisSearch;
    private readonly GroupBook _groups;
    private readonly CaseDocumentBook _caseDocuments;
    private readonly WorkerSearchBook _workerSearch;
    private readonly SessionSearchBook _sessionSearch;

    /// <summary>Works on the contexts of <paramref name="factory"/>; its methods may be called from many threads.</summary>
    public CaseDesk(IDbContextFactory<CasesContext> factory, TimeProvider time, ICasesWriteGate gate)
    {
        _store = new(factory, time, gate);
        _agreements = new(_store);
        var kinds = new ImportKinds(_store);
        _imports = new(_store, kinds);
        _decisions = new(_store, kinds);
        _facts = new(_store);
        _attendance = new(_store);
        _notices = new(_store);
        _reservations = new(_store);
        _crisisSearch = new(_store);
        _groups = new(_store);
        _caseDocuments = new(_store);
        _workerSearch = new(_store);
        _sessionSearch = new(_store);
    }

    /// <summary>
    /// Registers a company (or finds it), a crisis when none is named, and the agreement, in one transaction; the same request twice registers once. A notice keeps
    /// that its process is to be started.
    /// </summary>
    public Task<DeskAnswer<AgreementView>> RegisterAgreementAsync(AgreementRegistration registration, string actor, CancellationToken cancellation) =>
        _agreements.RegisterAsync(registration, actor, cancellation);

    /// <summary>Gives the next crisis code of the year to a table that is opened; the same request gets the same code. Its dossier is registered by the process.</summary>
    public Task<string> ReserveCrisisAsync(Guid request, string actor, CancellationToken cancellation) => _reservations.ReserveAsync(request, actor, cancellation);

    /// <summary>The agreement, or null.</summary>
    public Task<AgreementView?> FindAgreementAsync(string agreement, CancellationToken cancellation) => _agreements.FindAsync(agreement, cancellation);

    /// <summary>The names of the companies of these agreements and crises; keys that are neither are left out.</summary>
    public Task<IReadOnlyDictionary<string, string>> CompaniesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        _agreements.CompaniesAsync(keys, cancellation);

    /// <summary>Agreements, the newest first, at most <see cref="CaseLimits.PageRowsMax"/>.</summary>
    public Task<IReadOnlyList<AgreementView>> ListAgreementsAsync(int skip, int take, CancellationToken cancellation) => _agreements.ListAsync(skip, take, cancellation);

    /// <summary>Crises, the newest first, at most <see cref="CaseLimits.PageRowsMax"/>.</summary>
    public Task<IReadOnlyList<CrisisView>> ListCrisesAsync(int take, CancellationToken cancellation) => _agreements.ListCrisesAsync(take, cancellation);

    /// <summary>Changes the signing date and keeps the old one with reason and actor; the process is told by its own command, which the correction's notice keeps.</summary>
    public Task<DeskAnswer<AgreementView>> CorrectSigningDateAsync(SigningDateCorrection correction, string actor, CancellationToken cancellation) =>
        _agreements.CorrectAsync(correction, actor, cancellation);

    /// <summary>
    /// Reads a file into the staging tables. A file whose encoding, header or size is wrong is refused whole, with what was expected; a broken row is listed with
    /// its reason and the others are read. Afterwards a list of workers waits for its verdicts, and a notice keeps that the process is to have it checked; the rows
    /// of any other file have been answered and wait for a decision.
    /// </summary>
    public Task<DeskAnswer<ImportSummary>> UploadAsync(ImportUpload upload, string actor, CancellationToken cancellation) =>
        _imports.UploadAsync(upload, actor, cancellation);

    /// <summary>Imports of an agreement, or of a crisis and all its agreements, the newest first; null for those that concern no single crisis.</summary>
    public Task<IReadOnlyList<ImportSummary>> ListImportsAsync(string? owner, CancellationToken cancellation) => _imports.ListAsync(owner, cancellation);

    /// <summary>An import without its rows, or null.</summary>
    public Task<ImportSummary?> FindImportAsync(Guid import, CancellationToken cancellation) => _imports.FindSummaryAsync(import, cancellation);

    /// <summary>A page of the report on an import.</summary>
    public Task<ImportReport> ReadReportAsync(Guid import, ImportQuery query, AccessReason reason, CancellationToken cancellation) =>
        _imports.ReadReportAsync(import, query, reason, cancellation);

    /// <summary>
    /// Accepts or rejects. Accepting enters every good row in one transaction: all of them or, after a crash, none. What is known already (a person with a case in the
    /// crisis, an employment notice) is not entered twice. What processes are to be told is kept as notices in the same transaction.
    /// </summary>
    public Task<DeskAnswer<ImportDecided>> DecideImportAsync(ImportDecision decision, string actor, CancellationToken cancellation) =>
        _decisions.DecideAsync(decision, actor, cancellation);

    /// <summary>The attendance sheet of a session.</summary>
    public Task<AttendanceSheet> ReadAttendanceAsync(string session, AccessReason reason, CancellationToken cancellation) =>
        _attendance.ReadAsync(session, reason, cancellation);

    /// <summary>Saves an attendance sheet: all rows or, when one has a problem, none.</summary>
    public Task<DeskAnswer<AttendanceSaved>> SaveAttendanceAsync(AttendanceSubmission submission, string actor, CancellationToken cancellation) =>
        _attendance.SaveAsync(submission, actor, cancellation);

    /// <summary>What the processes have still to be told, the oldest first; 1 to <see cref="CaseLimits.PageRowsMax"/>.</summary>
    public Task<IReadOnlyList<Notice>> ReadNoticesAsync(int take, CancellationToken cancellation) => _notices.ReadAsync(take, cancellation);

    /// <summary>The process was told: the notice goes. One that is gone already is no error.</summary>
    public Task SettleNoticeAsync(Guid notice, CancellationToken cancellation) => _notices.SettleAsync(notice, cancellation);

    /// <summary>Notes that the data of persons were read by somebody whom the pages let.</summary>
    public Task NoteReadingAsync(IReadOnlyList<string> caseIds, AccessReason reason, CancellationToken cancellation) => _store.WriteAsync(
        context =>
        {
            _store.NoteRead(context, reason, caseIds);
            return Task.FromResult(true);
        },
        cancellation);

    /// <summary>Who read a person's data, the last first, and how many readings there are in all; <paramref name="take"/> from 1 to <see cref="CaseLimits.PageRowsMax"/>.</summary>
    public Task<(IReadOnlyList<DataReading> Readings, int Total)> ReadingsAsync(string caseId, int skip, int take, CancellationToken cancellation)
    {
        CasesStore.CheckCount("readings", take, CaseLimits.PageRowsMax);
        return _store.ReadAsync<(IReadOnlyList<DataReading>, int)>(
            async context =>
            {
                var all = context.ReadLog.Where(row => row.Subject == caseId);
                var page = await all.OrderByDescending(row => row.ReadAt).ThenByDescending(row => row.Id).Skip(skip).Take(take)
                    .Select(row => new DataReading(row.ReadAt, row.Actor, row.Purpose)).ToListAsync(cancellation);
                return (page, await all.CountAsync(cancellation));
            },
            cancellation);
    }

    /// <summary>Names for case ids (1 to <see cref="CaseLimits.PageRowsMax"/>); ids that do not exist are left out.</summary>
    public Task<IReadOnlyList<PersonName>> ReadNamesAsync(IReadOnlyList<string> caseIds, AccessReason reason, CancellationToken cancellation)
    {
        CasesStore.CheckCount("cases", caseIds.Count, CaseLimits.PageRowsMax);
        return _store.WriteAsync<IReadOnlyList<PersonName>>(
            async context =>
            {
                var names = await context.WorkerCases.Where(row => caseIds.Contains(row.CaseId)).OrderBy(row => row.CaseId)
                    .Select(row => new PersonName(row.CaseId, row.Worker!.Surname, row.Worker.Name, row.CentreCode, row.Worker.Mobile)).ToListAsync(cancellation);
                _store.NoteRead(context, reason, names.Select(name => name.CaseId));
                return names;
            },
            cancellation);
    }
}
