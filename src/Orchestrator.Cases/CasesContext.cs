using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Mapping;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases;

/// <summary>
/// The registry's tables, all prefixed <c>cases_</c>. One model for every database: instants are UTC milliseconds since 1970, enumerations are stored by
/// name. Migrations live beside each provider.
/// </summary>
public sealed partial class CasesContext(DbContextOptions<CasesContext> options) : DbContext(options)
{
    internal DbSet<Company> Companies => Set<Company>();

    internal DbSet<CompanyCrisis> Crises => Set<CompanyCrisis>();

    internal DbSet<RelocationAgreement> Agreements => Set<RelocationAgreement>();

    internal DbSet<SigningDateChange> SigningDateChanges => Set<SigningDateChange>();

    internal DbSet<Worker> Workers => Set<Worker>();

    internal DbSet<WorkerCase> WorkerCases => Set<WorkerCase>();

    internal DbSet<EmploymentCentre> Centres => Set<EmploymentCentre>();

    internal DbSet<Municipality> Municipalities => Set<Municipality>();

    internal DbSet<FileImport> Imports => Set<FileImport>();

    internal DbSet<StagedLine> StagedLines => Set<StagedLine>();

    internal DbSet<RowFinding> RowFindings => Set<RowFinding>();

    internal DbSet<GroupSession> Sessions => Set<GroupSession>();

    internal DbSet<SessionPlace> SessionPlaces => Set<SessionPlace>();

    internal DbSet<Attendance> Attendances => Set<Attendance>();

    internal DbSet<ConvocationEntry> Convocations => Set<ConvocationEntry>();

    internal DbSet<ReadLogEntry> ReadLog => Set<ReadLogEntry>();

    internal DbSet<OpenNotice> Notices => Set<OpenNotice>();

    internal DbSet<SessionWait> SessionWaits => Set<SessionWait>();

    internal DbSet<Appointment> Appointments => Set<Appointment>();

    internal DbSet<BookedQuarter> BookedQuarters => Set<BookedQuarter>();

    internal DbSet<Booking> Bookings => Set<Booking>();

    internal DbSet<BookingDecision> BookingDecisions => Set<BookingDecision>();

    internal DbSet<ProviderChoice> ProviderChoices => Set<ProviderChoice>();

    internal DbSet<AccreditedProvider> AccreditedProviders => Set<AccreditedProvider>();

    internal DbSet<ProviderSite> ProviderSites => Set<ProviderSite>();

    internal DbSet<Vacancy> Vacancies => Set<Vacancy>();

    internal DbSet<EmploymentNotice> EmploymentNotices => Set<EmploymentNotice>();

    internal DbSet<WorkerStatusNote> WorkerStatuses => Set<WorkerStatusNote>();

    internal DbSet<CaseStateNote> CaseStates => Set<CaseStateNote>();

    internal DbSet<PathwayOutcome> Outcomes => Set<PathwayOutcome>();

    internal DbSet<FollowUp> FollowUps => Set<FollowUp>();

    internal DbSet<Snapshot> Snapshots => Set<Snapshot>();

    internal DbSet<SnapshotCase> SnapshotCases => Set<SnapshotCase>();

    internal DbSet<SequenceNumber> Sequences => Set<SequenceNumber>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<string>().HaveMaxLength(CaseLimits.TextCharsMax);
        configurationBuilder.Properties<decimal>().HavePrecision(9, 2);
        configurationBuilder.Properties<ImportKind>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<ImportState>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<SigningPlace>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<CigsGround>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<RowSeverity>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<AttendanceStatus>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<ConvocationMethod>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<NoticeKind>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<ProviderType>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<EmploymentNoticeKind>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<EmploymentContract>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<VacancySource>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<ConvocationState>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => CasesModel.Build(modelBuilder);
}
