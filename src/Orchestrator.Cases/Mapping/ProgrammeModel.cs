using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases.Mapping;

/// <summary>Tables of what happens to cases in the programme: waiting lists, appointments, bookings, choices, employment, outcomes.</summary>
internal static class ProgrammeModel
{
    private const int CodeCharsMax = CasesModel.CodeCharsMax;
    private const int KeyCharsMax = CasesModel.KeyCharsMax;
    private const int ActorCharsMax = CasesModel.ActorCharsMax;

    public static void Build(ModelBuilder model)
    {
        BuildSessions(model);
        BuildBookings(model);
        BuildProviders(model);
        BuildEmployment(model);
        BuildVacancies(model);
        BuildProgress(model);
        BuildSnapshots(model);
    }

    private static void BuildSessions(ModelBuilder model)
    {
        var wait = CasesModel.Table<SessionWait>(model, "session_waits");
        wait.HasKey(row => row.EventKey);
        wait.HasIndex(row => new { row.CrisisCode, row.Purpose, row.ClosedAt });
        wait.HasIndex(row => new { row.CaseId, row.Purpose });
        CasesModel.Short(wait, KeyCharsMax, nameof(SessionWait.EventKey), nameof(SessionWait.Purpose), nameof(SessionWait.SessionId));
        CasesModel.Short(wait, CodeCharsMax, nameof(SessionWait.CaseId), nameof(SessionWait.CrisisCode), nameof(SessionWait.CentreCode));
        wait.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);

        var appointment = CasesModel.Table<Appointment>(model, "appointments");
        appointment.HasKey(row => row.SessionId);
        appointment.HasIndex(row => row.CaseId);
        CasesModel.Short(appointment, KeyCharsMax, nameof(Appointment.SessionId), nameof(Appointment.Operator), nameof(Appointment.Room));
        CasesModel.Short(appointment, CodeCharsMax, nameof(Appointment.CaseId), nameof(Appointment.CentreCode));
        appointment.HasOne<GroupSession>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
        appointment.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);

        var quarter = CasesModel.Table<BookedQuarter>(model, "booked_quarters");
        quarter.HasKey(row => new { row.Resource, row.StartsAt });
        quarter.HasIndex(row => row.SessionId);
        CasesModel.Short(quarter, KeyCharsMax, nameof(BookedQuarter.Resource), nameof(BookedQuarter.SessionId));
        quarter.HasOne<Appointment>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void BuildBookings(ModelBuilder model)
    {
        var booking = CasesModel.Table<Booking>(model, "bookings");
        booking.HasKey(row => row.Id);
        booking.Property(row => row.Id).ValueGeneratedNever();
        booking.HasIndex(row => new { row.CaseId, row.Number }).IsUnique();
        booking.HasIndex(row => row.Number);
        CasesModel.Short(booking, CodeCharsMax, nameof(Booking.CaseId), nameof(Booking.Number), nameof(Booking.Channel));
        CasesModel.Short(booking, ActorCharsMax, nameof(Booking.RecordedBy));
        booking.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);

        var decision = CasesModel.Table<BookingDecision>(model, "booking_decisions");
        decision.HasKey(row => new { row.ImportId, row.RowNumber });
        decision.HasIndex(row => row.CaseId);
        CasesModel.Short(decision, CodeCharsMax, nameof(BookingDecision.CaseId));
        decision.HasOne<FileImport>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void BuildProviders(ModelBuilder model)
    {
        var choice = CasesModel.Table<ProviderChoice>(model, "provider_choices");
        choice.HasKey(row => row.Id);
        choice.Property(row => row.Id).ValueGeneratedNever();
        choice.HasIndex(row => row.CaseId);
        CasesModel.Short(choice, CodeCharsMax, nameof(ProviderChoice.CaseId), nameof(ProviderChoice.Provider), nameof(ProviderChoice.Site));
        CasesModel.Short(choice, ActorCharsMax, nameof(ProviderChoice.RecordedBy));
        choice.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);

        var provider = CasesModel.Table<AccreditedProvider>(model, "accredited_providers");
        provider.HasKey(row => row.TaxCode);
        CasesModel.Short(provider, CodeCharsMax, nameof(AccreditedProvider.TaxCode), nameof(AccreditedProvider.RegisterNumber));

        var site = CasesModel.Table<ProviderSite>(model, "provider_sites");
        site.HasKey(row => new { row.TaxCode, row.Municipality, row.ValidFrom });
        site.HasIndex(row => row.Municipality);
        CasesModel.Short(site, CodeCharsMax, nameof(ProviderSite.TaxCode), nameof(ProviderSite.Municipality));
        site.HasOne<AccreditedProvider>().WithMany().HasForeignKey(row => row.TaxCode).OnDelete(DeleteBehavior.Cascade);
    }

    private static void BuildEmployment(ModelBuilder model)
    {
        var notice = CasesModel.Table<EmploymentNotice>(model, "employment_notices");
        notice.HasKey(row => row.Protocol);
        notice.HasIndex(row => new { row.WorkerId, row.StartsOn });
        CasesModel.Short(
            notice, CodeCharsMax, nameof(EmploymentNotice.Protocol), nameof(EmploymentNotice.EmployerTaxCode), nameof(EmploymentNotice.Occupation),
            nameof(EmploymentNotice.Ateco), nameof(EmploymentNotice.Municipality));
        CasesModel.Short(notice, ActorCharsMax, nameof(EmploymentNotice.RecordedBy));
        notice.HasOne<Worker>().WithMany().HasForeignKey(row => row.WorkerId).OnDelete(DeleteBehavior.Restrict);

        var status = CasesModel.Table<WorkerStatusNote>(model, "worker_statuses");
        status.HasKey(row => row.Id);
        status.Property(row => row.Id).ValueGeneratedNever();
        status.HasIndex(row => row.CaseId);
        CasesModel.Short(status, CodeCharsMax, nameof(WorkerStatusNote.CaseId), nameof(WorkerStatusNote.Status));
        CasesModel.Short(status, ActorCharsMax, nameof(WorkerStatusNote.RecordedBy));
        status.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void BuildVacancies(ModelBuilder model)
    {
        var vacancy = CasesModel.Table<Vacancy>(model, "vacancies");
        vacancy.HasKey(row => row.Code);
        vacancy.HasIndex(row => row.ExpiresOn);
        CasesModel.Short(vacancy, CodeCharsMax, nameof(Vacancy.Code), nameof(Vacancy.EmployerTaxCode), nameof(Vacancy.Cp2021), nameof(Vacancy.Municipality));
        vacancy.HasOne<FileImport>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void BuildProgress(ModelBuilder model)
    {
        var state = CasesModel.Table<CaseStateNote>(model, "case_states");
        state.HasKey(row => new { row.CaseId, row.EventKey });
        CasesModel.Short(state, KeyCharsMax, nameof(CaseStateNote.EventKey));
        CasesModel.Short(state, CodeCharsMax, nameof(CaseStateNote.CaseId), nameof(CaseStateNote.Pathway), nameof(CaseStateNote.State));
        state.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);

        var outcome = CasesModel.Table<PathwayOutcome>(model, "case_outcomes");
        outcome.HasKey(row => new { row.CaseId, row.EventKey });
        CasesModel.Short(outcome, KeyCharsMax, nameof(PathwayOutcome.EventKey));
        CasesModel.Short(
            outcome, CodeCharsMax, nameof(PathwayOutcome.CaseId), nameof(PathwayOutcome.Pathway), nameof(PathwayOutcome.Outcome), nameof(PathwayOutcome.MoveTo),
            nameof(PathwayOutcome.BookingState));
        outcome.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);

        var followUp = CasesModel.Table<FollowUp>(model, "follow_ups");
        followUp.HasKey(row => new { row.CaseId, row.Months });
        CasesModel.Short(followUp, CodeCharsMax, nameof(FollowUp.CaseId), nameof(FollowUp.Outcome));
        followUp.HasOne<WorkerCase>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void BuildSnapshots(ModelBuilder model)
    {
        var snapshot = CasesModel.Table<Snapshot>(model, "snapshots");
        snapshot.HasKey(row => row.Id);
        snapshot.Property(row => row.Id).ValueGeneratedNever();
        snapshot.HasIndex(row => row.JobKey).IsUnique();
        CasesModel.Short(snapshot, KeyCharsMax, nameof(Snapshot.JobKey));
        CasesModel.Short(snapshot, CodeCharsMax, nameof(Snapshot.CrisisCode), nameof(Snapshot.Period), nameof(Snapshot.Kind));
        snapshot.HasOne<CompanyCrisis>().WithMany().HasForeignKey(row => row.CrisisCode).OnDelete(DeleteBehavior.Restrict);

        var row = CasesModel.Table<SnapshotCase>(model, "snapshot_cases");
        row.HasKey(entry => new { entry.SnapshotId, entry.CaseId });
        row.Property(entry => entry.Figures).HasMaxLength(CasesModel.Unlimited);
        CasesModel.Short(row, CodeCharsMax, nameof(SnapshotCase.CaseId));
        row.HasOne<Snapshot>().WithMany().HasForeignKey(entry => entry.SnapshotId).OnDelete(DeleteBehavior.Cascade);
    }
}
