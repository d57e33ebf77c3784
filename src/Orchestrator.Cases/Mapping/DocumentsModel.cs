using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Mapping;

/// <summary>Tables of documents, of what a crisis' dossier says, and of reports.</summary>
internal static class DocumentsModel
{
    private const int CodeCharsMax = 60;
    private const int KeyCharsMax = 100;
    private const int ActorCharsMax = 200;
    private const int Unlimited = -1;

    public static void Build(ModelBuilder model)
    {
        BuildCrises(model);
        BuildDocuments(model);
        BuildReports(model);
    }

    private static void BuildCrises(ModelBuilder model)
    {
        var company = model.Entity<Company>();
        CasesModel.Short(company, CodeCharsMax, nameof(Company.Ateco));

        var crisis = model.Entity<CompanyCrisis>();
        CasesModel.Short(crisis, CodeCharsMax, nameof(CompanyCrisis.CentreCode));
        crisis.Property(row => row.State).HasConversion<string>().HasMaxLength(CasesModel.EnumCharsMax);
        crisis.Property(row => row.Reason).HasConversion<string>().HasMaxLength(CasesModel.EnumCharsMax);
        crisis.Property(row => row.RegionalInterest).HasConversion<string>().HasMaxLength(CasesModel.EnumCharsMax);
        crisis.HasMany(row => row.Sites).WithOne().HasForeignKey(row => row.CrisisCode).OnDelete(DeleteBehavior.Cascade);

        var site = CasesModel.Table<CompanySite>(model, "company_sites");
        site.HasKey(row => new { row.CrisisCode, row.Position });
        site.HasIndex(row => new { row.Municipality, row.AddressKey });
        CasesModel.Short(site, CodeCharsMax, nameof(CompanySite.CrisisCode), nameof(CompanySite.Municipality), nameof(CompanySite.Province));

        var happened = CasesModel.Table<CrisisEventEntry>(model, "crisis_events");
        happened.HasKey(row => row.MessageKey);
        happened.Property(row => row.MessageKey).ValueGeneratedNever();
        happened.HasIndex(row => new { row.CrisisCode, row.At });
        happened.Property(row => row.State).HasConversion<string>().HasMaxLength(CasesModel.EnumCharsMax);
        CasesModel.Short(happened, CodeCharsMax, nameof(CrisisEventEntry.CrisisCode));
        CasesModel.Short(happened, KeyCharsMax, nameof(CrisisEventEntry.Name));
        happened.HasOne<CompanyCrisis>().WithMany().HasForeignKey(row => row.CrisisCode).OnDelete(DeleteBehavior.Restrict);

        var reservation = CasesModel.Table<CrisisReservation>(model, "crisis_reservations");
        reservation.HasKey(row => row.Request);
        reservation.Property(row => row.Request).ValueGeneratedNever();
        reservation.HasIndex(row => row.CrisisCode).IsUnique();
        CasesModel.Short(reservation, CodeCharsMax, nameof(CrisisReservation.CrisisCode));
        CasesModel.Short(reservation, ActorCharsMax, nameof(CrisisReservation.ReservedBy));
    }

    private static void BuildDocuments(ModelBuilder model)
    {
        var document = CasesModel.Table<Document>(model, "documents");
        document.HasKey(row => row.DocumentId);
        document.HasIndex(row => row.JobKey).IsUnique();
        document.HasIndex(row => row.RegistryNumber).IsUnique();
        document.HasIndex(row => new { row.CrisisCode, row.RegisteredAt });
        document.Property(row => row.Content).HasMaxLength(Unlimited);
        document.Property(row => row.Segnatura).HasMaxLength(Unlimited);
        CasesModel.Short(
            document, CodeCharsMax, nameof(Document.DocumentId), nameof(Document.RegistryNumber), nameof(Document.Kind), nameof(Document.CrisisCode), nameof(Document.AgreementCode));
        CasesModel.Short(document, KeyCharsMax, nameof(Document.JobKey), nameof(Document.Sha256));
        document.HasOne<CompanyCrisis>().WithMany().HasForeignKey(row => row.CrisisCode).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<RelocationAgreement>().WithMany().HasForeignKey(row => row.AgreementCode).OnDelete(DeleteBehavior.Restrict);

        var meeting = CasesModel.Table<MeetingEntry>(model, "meetings");
        meeting.HasKey(row => row.JobKey);
        meeting.HasIndex(row => new { row.CrisisCode, row.MeetingId, row.Sequence }).IsUnique();
        CasesModel.Short(meeting, KeyCharsMax, nameof(MeetingEntry.JobKey));
        CasesModel.Short(meeting, CodeCharsMax, nameof(MeetingEntry.CrisisCode), nameof(MeetingEntry.MeetingId));
    }

    private static void BuildReports(ModelBuilder model)
    {
        var report = CasesModel.Table<OutcomeReport>(model, "reports");
        report.HasKey(row => row.ReportId);
        report.HasIndex(row => new { row.CrisisCode, row.CreatedAt });
        report.Property(row => row.Version).IsConcurrencyToken();
        report.Property(row => row.State).HasConversion<string>().HasMaxLength(CasesModel.EnumCharsMax);
        report.Property(row => row.Figures).HasMaxLength(Unlimited);
        report.Property(row => row.Files).HasMaxLength(Unlimited);
        report.Property(row => row.PublishedFiles).HasMaxLength(Unlimited);
        CasesModel.Short(report, KeyCharsMax, nameof(OutcomeReport.ReportId), nameof(OutcomeReport.Sha256));
        CasesModel.Short(report, CodeCharsMax, nameof(OutcomeReport.CrisisCode), nameof(OutcomeReport.Period));
        report.HasOne<CompanyCrisis>().WithMany().HasForeignKey(row => row.CrisisCode).OnDelete(DeleteBehavior.Restrict);
    }
}
