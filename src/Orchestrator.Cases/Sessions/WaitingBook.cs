using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Crises;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Sessions;

/// <summary>The waiting lists by kind of session and centre. An event is known by its key: however often it comes, the case waits once.</summary>
internal sealed class WaitingBook(CasesStore store)
{
    public Task<bool> WishAsync(SessionWish wish, CancellationToken cancellation)
    {
        SessionRules.CheckKey(nameof(wish.EventKey), wish.EventKey);
        var purpose = SessionKinds.KeyOf(wish.Kind);
        SessionRules.CheckKey(nameof(wish.Kind), purpose);
        return store.WriteAsync(
            async context =>
            {
                if (await context.SessionWaits.AnyAsync(row => row.EventKey == wish.EventKey, cancellation))
                    return false;
                var found = await RecipientBook.FindCaseAsync(context, wish.Case, cancellation);
                var waits = await context.SessionWaits.AnyAsync(row => row.CaseId == wish.Case && row.Purpose == purpose && row.ClosedAt == null, cancellation);
                context.SessionWaits.Add(new SessionWait
                {
                    EventKey = wish.EventKey,
                    CaseId = wish.Case,
                    Purpose = purpose,
                    CrisisCode = found.CrisisCode,
                    CentreCode = wish.Centre,
                    WantedAt = wish.At,
                    // The row is kept so that the event is known when it comes again; the case waits already, by another event.
                    ClosedAt = waits ? store.Now : null,
                });
                return !waits;
            },
            cancellation);
    }

    /// <summary>Those who wait for a session such as this one.</summary>
    public static IQueryable<SessionWait> Open(CasesContext context, SessionRequest request, string crisis) =>
        context.SessionWaits
            .Where(row => row.CrisisCode == crisis && row.Purpose == request.Purpose && row.ClosedAt == null)
            .Where(row => request.Centre == null || row.CentreCode == request.Centre)
            .Where(row => request.Agreement == null || context.WorkerCases.Any(entry => entry.CaseId == row.CaseId && entry.AgreementCode == request.Agreement));

    /// <summary>Ends every wait of a case in the transaction of <paramref name="context"/>.</summary>
    public static async Task CloseAsync(CasesContext context, string caseId, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var wait in await context.SessionWaits.Where(row => row.CaseId == caseId && row.ClosedAt == null).ToListAsync(cancellation))
            wait.ClosedAt = now;
    }

    /// <summary>The session does not take place: who got a place in it from the list waits again, since the same instant as before.</summary>
    public static async Task ReopenAsync(CasesContext context, string session, CancellationToken cancellation)
    {
        foreach (var wait in await context.SessionWaits.Where(row => row.SessionId == session).ToListAsync(cancellation))
        {
            var again = await context.SessionWaits.AnyAsync(row => row.CaseId == wait.CaseId && row.Purpose == wait.Purpose && row.ClosedAt == null, cancellation);
            if (!again)
                (wait.ClosedAt, wait.SessionId) = (null, null);
        }
    }
}
