using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Bookings;

/// <summary>How far the cases of an agreement's plan have come with their bookings.</summary>
internal sealed class BookingStatusBook(CasesStore store)
{
    private const string First = "p1";
    private const string Closed = "CLOSED";

    public Task<BookingStatus> ReadAsync(string agreement, CancellationToken cancellation) =>
        store.ReadAsync(
            async context =>
            {
                if (!await context.Agreements.AnyAsync(row => row.Code == agreement, cancellation))
                    throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected an agreement {agreement}, but there is none.");
                var cases = await context.WorkerCases.Where(row => row.AgreementCode == agreement && row.InScope != false).OrderBy(row => row.CaseId)
                    .Select(row => new
                    {
                        row.CaseId,
                        row.CentreCode,
                        Booked = context.Bookings.Any(booking => booking.CaseId == row.CaseId),
                        Chosen = context.ProviderChoices.Any(choice => choice.CaseId == row.CaseId && choice.SupersededAt == null),
                        Left = row.State == Closed || (row.Pathway != null && row.Pathway != First) || context.Outcomes.Any(end => end.CaseId == row.CaseId && end.Pathway == First),
                    }).ToListAsync(cancellation);
                var decisions = await NewestDecisionsAsync(context, agreement, cancellation);
                var approved = cases.Where(row => decisions.TryGetValue(row.CaseId, out var decision) && decision.Approved).ToList();
                // A decision says that there was a booking, even when nobody had told of it.
                var booked = cases.Where(row => row.Booked || decisions.ContainsKey(row.CaseId)).ToList();
                var decided = cases.Count(row => decisions.ContainsKey(row.CaseId));
                return new BookingStatus(
                    booked.Count, [.. cases.Except(booked).Where(row => !row.Left).Select(row => row.CaseId)], decided, approved.Count, decided - approved.Count,
                    approved.Count(row => row.Chosen), [.. approved.Where(row => !row.Chosen && !row.Left).Select(row => row.CaseId)],
                    [.. approved.Select(row => row.CentreCode).Distinct().Order(StringComparer.Ordinal)], decisions.Count == 0 ? null : decisions.Values.Max(row => row.DecidedOn));
            },
            cancellation);

    /// <summary>The newest decision of each case of an agreement: by its day, then by when it was entered.</summary>
    public static async Task<Dictionary<string, BookingDecision>> NewestDecisionsAsync(CasesContext context, string agreement, CancellationToken cancellation)
    {
        var all = await context.BookingDecisions.AsNoTracking()
            .Where(row => context.WorkerCases.Any(entry => entry.CaseId == row.CaseId && entry.AgreementCode == agreement)).ToListAsync(cancellation);
        return all.GroupBy(row => row.CaseId).ToDictionary(
            group => group.Key, group => group.OrderBy(row => row.DecidedOn).ThenBy(row => row.RecordedAt).ThenBy(row => row.RowNumber).Last(), StringComparer.Ordinal);
    }
}
