using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;

namespace Orchestrator.Cases;

/// <summary>Documents, crises and reports.</summary>
public sealed partial class CasesContext
{
    internal DbSet<Document> Documents => Set<Document>();

    internal DbSet<CompanySite> CompanySites => Set<CompanySite>();

    internal DbSet<CrisisEventEntry> CrisisEvents => Set<CrisisEventEntry>();

    internal DbSet<CrisisReservation> CrisisReservations => Set<CrisisReservation>();

    internal DbSet<MeetingEntry> Meetings => Set<MeetingEntry>();

    internal DbSet<OutcomeReport> Reports => Set<OutcomeReport>();
}
