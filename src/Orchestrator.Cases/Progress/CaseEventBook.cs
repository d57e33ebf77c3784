using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Crises;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Sessions;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Progress;

/// <summary>What processes tell of cases: states and outcomes. An event is known by its key, so that one that is delivered twice is kept once.</summary>
internal sealed class CaseEventBook(CasesStore store)
{
    private const string Closed = "CLOSED";

    public Task<bool> RecordStateAsync(CaseProgress progress, CancellationToken cancellation)
    {
        SessionRules.CheckKey(nameof(progress.EventKey), progress.EventKey);
        CheckWord(nameof(progress.Pathway), progress.Pathway);
        CheckWord(nameof(progress.State), progress.State);
        return store.WriteAsync(
            async context =>
            {
                var found = await RecipientBook.FindCaseAsync(context, progress.Case, cancellation);
                if (await context.CaseStates.AnyAsync(row => row.CaseId == progress.Case && row.EventKey == progress.EventKey, cancellation))
                    return false;
                context.CaseStates.Add(new CaseStateNote
                {
                    CaseId = progress.Case, EventKey = progress.EventKey, Pathway = progress.Pathway, State = progress.State, At = progress.At,
                });
                // Events may overtake each other on their way.
                if (found.StateAt is null || progress.At >= found.StateAt)
                    (found.Pathway, found.State, found.StateAt) = (progress.Pathway, progress.State, progress.At);
                if (progress.State == Closed)
                    await WaitingBook.CloseAsync(context, progress.Case, store.Now, cancellation);
                return true;
            },
            cancellation);
    }

    public Task<bool> RecordOutcomeAsync(PathwayEnd end, CancellationToken cancellation)
    {
        SessionRules.CheckKey(nameof(end.EventKey), end.EventKey);
        CheckWord(nameof(end.Pathway), end.Pathway);
        if (string.IsNullOrWhiteSpace(end.Outcome) || end.Outcome.Length > WordCharsMax * 2)
            throw new RegistryRefusedException(RefusalCode.Invalid, FormattableString.Invariant($"Expected an outcome of 1 to {WordCharsMax * 2} characters, but found {end.Outcome.Length}."));
        return store.WriteAsync(
            async context =>
            {
                await RecipientBook.FindCaseAsync(context, end.Case, cancellation);
                if (await context.Outcomes.AnyAsync(row => row.CaseId == end.Case && row.EventKey == end.EventKey, cancellation))
                    return false;
                context.Outcomes.Add(new PathwayOutcome
                {
                    CaseId = end.Case, EventKey = end.EventKey, Pathway = end.Pathway, Outcome = end.Outcome, MoveTo = end.MoveTo, BookingState = end.BookingState, At = end.At,
                });
                await WaitingBook.CloseAsync(context, end.Case, store.Now, cancellation);
                return true;
            },
            cancellation);
    }

    private const int WordCharsMax = 30;

    private static void CheckWord(string what, string word)
    {
        if (word.Length is 0 or > WordCharsMax || !word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw new RegistryRefusedException(RefusalCode.Invalid, FormattableString.Invariant($"Expected {what} of 1 to {WordCharsMax} letters, digits, '-' or '_', but found {word.Length} characters or another sign."));
    }
}
