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

    internal DbSet<WorkerImport> Imports => Set<WorkerImport>();

    internal DbSet<StagedWorker> StagedWorkers => Set<StagedWorker>();

    internal DbSet<RowFinding> RowFindings => Set<RowFinding>();

    internal DbSet<GroupSession> Sessions => Set<GroupSession>();

    internal DbSet<SessionPlace> SessionPlaces => Set<SessionPlace>();

    internal DbSet<Attendance> Attendances => Set<Attendance>();

    internal DbSet<ConvocationEntry> Convocations => Set<ConvocationEntry>();

    internal DbSet<ReadLogEntry> ReadLog => Set<ReadLogEntry>();

    internal DbSet<OpenNotice> Notices => Set<OpenNotice>();

    internal DbSet<SequenceNumber> Sequences => Set<SequenceNumber>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<string>().HaveMaxLength(CaseLimits.TextCharsMax);
        configurationBuilder.Properties<decimal>().HavePrecision(9, 2);
        configurationBuilder.Properties<ImportState>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<SigningPlace>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<CigsGround>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<RowSeverity>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<AttendanceStatus>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<ConvocationMethod>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<NoticeKind>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
        configurationBuilder.Properties<ConvocationState>().HaveConversion<string>().HaveMaxLength(CasesModel.EnumCharsMax);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => CasesModel.Build(modelBuilder);
}
