using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Mapping;

/// <summary>Tables, keys and indexes of the registry.</summary>
public static class CasesModel
{
    /// <summary>Every table begins with it.</summary>
    public const string TablePrefix = "cases_";

    internal const int EnumCharsMax = 30;
    internal const int CodeCharsMax = 60;
    internal const int KeyCharsMax = 100;
    internal const int ActorCharsMax = 200;
    private const int NotesCharsMax = 2_000;
    internal const int Unlimited = -1;

    /// <summary>Describes the whole model; called by the context and by nothing else.</summary>
    public static void Build(ModelBuilder model)
    {
        BuildAgreements(model);
        BuildWorkers(model);
        BuildReference(model);
        BuildImports(model);
        BuildSessions(model);
        BuildBooks(model);
        ProgrammeModel.Build(model);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    private static void BuildAgreements(ModelBuilder model)
    {
        var company = Table<Company>(model, "companies");
        company.HasKey(row => row.TaxCode);
        Short(company, CodeCharsMax, nameof(Company.TaxCode), nameof(Company.VatNumber), nameof(Company.Municipality));

        var crisis = Table<CompanyCrisis>(model, "crises");
        crisis.HasKey(row => row.Code);
        Short(crisis, CodeCharsMax, nameof(CompanyCrisis.Code), nameof(CompanyCrisis.CompanyTaxCode));
        Short(crisis, ActorCharsMax, nameof(CompanyCrisis.OpenedBy));
        crisis.HasOne(row => row.Company).WithMany().HasForeignKey(row => row.CompanyTaxCode).OnDelete(DeleteBehavior.Restrict);

        var agreement = Table<RelocationAgreement>(model, "agreements");
        agreement.HasKey(row => row.Code);
        agreement.HasIndex(row => row.Request).IsUnique();
        agreement.Property(row => row.Version).IsConcurrencyToken();
        agreement.Property(row => row.Notes).HasMaxLength(NotesCharsMax);
        Short(agreement, CodeCharsMax, nameof(RelocationAgreement.Code), nameof(RelocationAgreement.CrisisCode));
        Short(agreement, ActorCharsMax, nameof(RelocationAgreement.RegisteredBy));
        agreement.HasOne(row => row.Crisis).WithMany().HasForeignKey(row => row.CrisisCode).OnDelete(DeleteBehavior.Restrict);
        agreement.HasMany(row => row.Scopes).WithOne().HasForeignKey(row => row.AgreementCode).OnDelete(DeleteBehavior.Cascade);

        var scope = Table<PlanScope>(model, "plan_scopes");
        scope.HasKey(row => new { row.AgreementCode, row.Position });
        Short(scope, CodeCharsMax, nameof(PlanScope.AgreementCode), nameof(PlanScope.Cp2021));

        var change = Table<SigningDateChange>(model, "signing_date_changes");
        change.HasKey(row => new { row.AgreementCode, row.Version });
        Short(change, CodeCharsMax, nameof(SigningDateChange.AgreementCode));
        Short(change, ActorCharsMax, nameof(SigningDateChange.ChangedBy));
    }

    private static void BuildWorkers(ModelBuilder model)
    {
        var worker = Table<Worker>(model, "workers");
        worker.HasKey(row => row.Id);
        worker.HasIndex(row => row.CanonicalCf).IsUnique();
        Short(worker, CodeCharsMax, nameof(Worker.CodiceFiscale), nameof(Worker.CanonicalCf), nameof(Worker.Mobile), nameof(Worker.Municipality), nameof(Worker.Language));

        var workerCase = Table<WorkerCase>(model, "worker_cases");
        workerCase.HasKey(row => row.CaseId);
        workerCase.HasIndex(row => new { row.CrisisCode, row.WorkerId }).IsUnique();
        workerCase.HasIndex(row => new { row.AgreementCode, row.CaseId });
        workerCase.HasIndex(row => new { row.ImportId, row.CaseId });
        Short(workerCase, CodeCharsMax, nameof(WorkerCase.CaseId), nameof(WorkerCase.CrisisCode), nameof(WorkerCase.AgreementCode), nameof(WorkerCase.CentreCode));
        Short(workerCase, EnumCharsMax, nameof(WorkerCase.Pathway), nameof(WorkerCase.State));
        workerCase.HasOne(row => row.Worker).WithMany().HasForeignKey(row => row.WorkerId).OnDelete(DeleteBehavior.Restrict);
        workerCase.HasOne(row => row.Crisis).WithMany().HasForeignKey(row => row.CrisisCode).OnDelete(DeleteBehavior.Restrict);
        workerCase.HasOne<RelocationAgreement>().WithMany().HasForeignKey(row => row.AgreementCode).OnDelete(DeleteBehavior.Restrict);
    }

    private static void BuildReference(ModelBuilder model)
    {
        var centre = Table<EmploymentCentre>(model, "centres");
        centre.HasKey(row => row.Code);
        Short(centre, CodeCharsMax, nameof(EmploymentCentre.Code), nameof(EmploymentCentre.Province));

        var municipality = Table<Municipality>(model, "municipalities");
        municipality.HasKey(row => new { row.IstatCode, row.ValidFrom });
        Short(
            municipality, CodeCharsMax, nameof(Municipality.IstatCode), nameof(Municipality.Province), nameof(Municipality.Belfiore), nameof(Municipality.CentreCode));
        municipality.HasOne<EmploymentCentre>().WithMany().HasForeignKey(row => row.CentreCode).OnDelete(DeleteBehavior.Restrict);
    }

    private static void BuildImports(ModelBuilder model)
    {
        var import = Table<FileImport>(model, "imports");
        import.HasKey(row => row.Id);
        import.Property(row => row.Id).ValueGeneratedNever();
        import.Property(row => row.Version).IsConcurrencyToken();
        import.HasIndex(row => row.AgreementCode);
        import.HasIndex(row => row.CrisisCode);
        Short(import, CodeCharsMax, nameof(FileImport.AgreementCode), nameof(FileImport.CrisisCode));
        Short(import, KeyCharsMax, nameof(FileImport.ContentHash));
        Short(import, ActorCharsMax, nameof(FileImport.UploadedBy), nameof(FileImport.DecidedBy));
        import.HasOne<RelocationAgreement>().WithMany().HasForeignKey(row => row.AgreementCode).OnDelete(DeleteBehavior.Restrict);
        import.HasOne<CompanyCrisis>().WithMany().HasForeignKey(row => row.CrisisCode).OnDelete(DeleteBehavior.Restrict);

        var staged = Table<StagedLine>(model, "staged_rows");
        staged.HasKey(row => new { row.ImportId, row.RowNumber });
        staged.Property(row => row.Values).HasMaxLength(Unlimited);
        Short(staged, CodeCharsMax, nameof(StagedLine.CanonicalCf), nameof(StagedLine.CentreCode), nameof(StagedLine.CaseId));
        staged.HasOne<FileImport>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Cascade);
        staged.HasMany(row => row.Findings).WithOne().HasForeignKey(row => new { row.ImportId, row.RowNumber }).OnDelete(DeleteBehavior.Cascade);

        var finding = Table<RowFinding>(model, "row_findings");
        finding.HasKey(row => new { row.ImportId, row.RowNumber, row.Position });
        Short(finding, CodeCharsMax, nameof(RowFinding.Field), nameof(RowFinding.Code));
    }

    private static void BuildSessions(ModelBuilder model)
    {
        var session = Table<GroupSession>(model, "sessions");
        session.HasKey(row => row.SessionId);
        session.Property(row => row.Version).IsConcurrencyToken();
        session.HasIndex(row => new { row.AgreementCode, row.Purpose });
        session.HasIndex(row => new { row.CrisisCode, row.Purpose });
        Short(session, KeyCharsMax, nameof(GroupSession.SessionId), nameof(GroupSession.Purpose));
        Short(session, CodeCharsMax, nameof(GroupSession.CrisisCode), nameof(GroupSession.AgreementCode), nameof(GroupSession.CentreCode));
        session.HasOne<CompanyCrisis>().WithMany().HasForeignKey(row => row.CrisisCode).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<RelocationAgreement>().WithMany().HasForeignKey(row => row.AgreementCode).OnDelete(DeleteBehavior.Restrict);

        var place = Table<SessionPlace>(model, "session_places");
        place.HasKey(row => new { row.SessionId, row.CaseId });
        place.HasIndex(row => row.CaseId);
        Short(place, KeyCharsMax, nameof(SessionPlace.SessionId));
        Short(place, CodeCharsMax, nameof(SessionPlace.CaseId));
        place.HasOne<GroupSession>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
        place.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);

        var attendance = Table<Attendance>(model, "attendances");
        attendance.HasKey(row => new { row.SessionId, row.CaseId });
        Short(attendance, KeyCharsMax, nameof(Attendance.SessionId), nameof(Attendance.ReasonCode));
        Short(attendance, CodeCharsMax, nameof(Attendance.CaseId));
        Short(attendance, ActorCharsMax, nameof(Attendance.RecordedBy));
        attendance.HasOne<SessionPlace>().WithMany().HasForeignKey(row => new { row.SessionId, row.CaseId }).OnDelete(DeleteBehavior.Restrict);

        var convocation = Table<ConvocationEntry>(model, "convocations");
        convocation.HasKey(row => new { row.JobKey, row.SessionId, row.CaseId });
        convocation.HasIndex(row => new { row.SessionId, row.CaseId });
        Short(convocation, KeyCharsMax, nameof(ConvocationEntry.JobKey), nameof(ConvocationEntry.SessionId));
        Short(convocation, CodeCharsMax, nameof(ConvocationEntry.CaseId));
        convocation.HasOne<GroupSession>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Restrict);
        convocation.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void BuildBooks(ModelBuilder model)
    {
        var read = Table<ReadLogEntry>(model, "read_log");
        read.HasKey(row => row.Id);
        read.Property(row => row.Id).ValueGeneratedOnAdd();
        read.HasIndex(row => new { row.Subject, row.ReadAt });
        Short(read, ActorCharsMax, nameof(ReadLogEntry.Actor), nameof(ReadLogEntry.Purpose));
        Short(read, KeyCharsMax, nameof(ReadLogEntry.Subject));

        var notice = Table<OpenNotice>(model, "notices");
        notice.HasKey(row => row.Id);
        notice.Property(row => row.Id).ValueGeneratedNever();
        notice.HasIndex(row => row.NotedAt);
        notice.Property(row => row.Content).HasMaxLength(Unlimited);
        Short(notice, KeyCharsMax, nameof(OpenNotice.Subject));
        Short(notice, ActorCharsMax, nameof(OpenNotice.Actor));

        var sequence = Table<SequenceNumber>(model, "sequences");
        sequence.HasKey(row => row.Name);
        Short(sequence, KeyCharsMax, nameof(SequenceNumber.Name));
    }

    internal static EntityTypeBuilder<T> Table<T>(ModelBuilder model, string name)
        where T : class
    {
        var entity = model.Entity<T>();
        entity.ToTable(TablePrefix + name);
        return entity;
    }

    internal static void Short<T>(EntityTypeBuilder<T> entity, int charsMax, params string[] properties)
        where T : class
    {
        foreach (var property in properties)
            entity.Property(property).HasMaxLength(charsMax);
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsAsciiLetterUpper(character) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(character));
        }
        return text.ToString();
    }
}
