using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Documents;
using Orchestrator.Cases.Appointments;
using Orchestrator.Cases.Bookings;
using Orchestrator.Cases.Crises;
using Orchestrator.Cases.Facts;
using Orchestrator.Cases.Imports;
using Orchestrator.Cases.Imports.Kinds;
using Orchestrator.Cases.Outcomes;
using Orchestrator.Cases.Progress;
using Orchestrator.Cases.Reference;
using Orchestrator.Cases.Reports;
using Orchestrator.Cases.Sessions;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases;

/// <summary>The registry in process: what agencies ask goes straight to the database.</summary>
public sealed partial class CaseRegistry : ICaseRegistry
{
    private readonly ValidationBook _validation;
    private readonly CentreBook _centres;
    private readonly AudienceBook _audiences;
    private readonly SessionBook _sessions;
    private readonly ConvocationBook _convocations;
    private readonly DocumentBook _documents;
    private readonly CrisisHistory _history;
    private readonly MeetingBook _meetings;
    private readonly ReportBook _reports;
    private readonly CaseLoader _loader;
    private readonly RecipientBook _recipients;
    private readonly NearestBook _nearest;
    private readonly OperatorBook _operators;
    private readonly WaitingBook _waiting;
    private readonly AppointmentBook _appointments;
    private readonly CaseEventBook _events;
    private readonly FactDesk _facts;
    private readonly BookingStatusBook _bookings;
    private readonly DecisionBook _decisions;
    private readonly SnapshotBook _snapshots;
    private readonly FollowUpBook _followUps;

    /// <summary>Works on the contexts of <paramref name="factory"/>; its methods may be called from many threads.</summary>
    public CaseRegistry(IDbContextFactory<CasesContext> factory, TimeProvider time, ICasesWriteGate gate)
    {
        var store = new CasesStore(factory, time, gate);
        _validation = new(store);
        _centres = new(store);
        _audiences = new(store);
        _sessions = new(store);
        _convocations = new(store);
        _documents = new(store);
        _history = new(store);
        _meetings = new(store);
        _reports = new(store);
        var imports = new ImportDecisions(store, new ImportKinds(store));
        _loader = new(store, imports);
        _recipients = new(store);
        _nearest = new(store);
        _operators = new(store);
        _waiting = new(store);
        _appointments = new(store);
        _events = new(store);
        _facts = new(store);
        _bookings = new(store);
        _decisions = new(store, imports);
        _snapshots = new(store);
        _followUps = new(store);
    }

    /// <inheritdoc/>
    public Task<StagedPage> ReadStagedRowsAsync(Guid import, int afterRow, int take, AccessReason reason, CancellationToken cancellation) =>
        _validation.ReadRowsAsync(import, afterRow, take, reason, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ExistingCase>> FindExistingCasesAsync(Guid import, IReadOnlyList<string> canonicalCodes, AccessReason reason, CancellationToken cancellation) =>
        _validation.FindExistingAsync(import, canonicalCodes, reason, cancellation);

    /// <inheritdoc/>
    public Task ReportVerdictsAsync(Guid import, IReadOnlyList<RowVerdict> verdicts, AccessReason reason, CancellationToken cancellation) =>
        _validation.ReportAsync(import, verdicts, cancellation);

    /// <inheritdoc/>
    public Task<ValidationSummary> CompleteValidationAsync(Guid import, AccessReason reason, CancellationToken cancellation) =>
        _validation.CompleteAsync(import, cancellation);

    /// <inheritdoc/>
    public async Task<CentreAnswer> FindCentreAsync(string istatCode, DateOnly day, CancellationToken cancellation) =>
        (await _centres.FindAsync([istatCode], day, cancellation))[0];

    /// <inheritdoc/>
    public Task<IReadOnlyList<CentreAnswer>> FindCentresAsync(IReadOnlyList<string> istatCodes, DateOnly day, CancellationToken cancellation) =>
        _centres.FindAsync(istatCodes, day, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EmploymentCentreView>> ListCentresAsync(CancellationToken cancellation) => _centres.ListAsync(cancellation);

    /// <inheritdoc/>
    public Task<CasePage> ReadCasesAsync(string audience, string? afterCase, int take, CancellationToken cancellation) =>
        _audiences.ReadCasesAsync(audience, afterCase, take, cancellation);

    /// <inheritdoc/>
    public Task<SessionPlaces> AssignSessionAsync(SessionRequest session, CancellationToken cancellation) => _sessions.AssignAsync(session, cancellation);

    /// <inheritdoc/>
    public Task<RecipientPage> ReadRecipientsAsync(string audience, string? afterCase, int take, AccessReason reason, CancellationToken cancellation) =>
        _audiences.ReadRecipientsAsync(audience, afterCase, take, reason, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Convocation>> PrepareConvocationsAsync(ConvocationRequest request, AccessReason reason, CancellationToken cancellation) =>
        _convocations.PrepareAsync(request, cancellation);

    /// <inheritdoc/>
    public Task RecordConvocationsAsync(string jobKey, string session, IReadOnlyList<ConvocationResult> results, CancellationToken cancellation) =>
        _convocations.RecordAsync(jobKey, session, results, cancellation);
}
