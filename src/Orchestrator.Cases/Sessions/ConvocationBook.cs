using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Appointments;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Sessions;

/// <summary>The convocation index: which job told which case what, so that nobody is told twice and every calendar entry keeps its identity.</summary>
internal sealed class ConvocationBook(CasesStore store)
{
    private const string UidDomain = "orchestrator";

    public Task<IReadOnlyList<Convocation>> PrepareAsync(ConvocationRequest request, CancellationToken cancellation)
    {
        SessionRules.CheckKey(nameof(request.JobKey), request.JobKey);
        if (request.CaseIds.Count > 0 || request.Method != ConvocationMethod.Cancel)
            CasesStore.CheckCount("cases", request.CaseIds.Count, CaseLimits.PageRowsMax);
        return store.WriteAsync(context => PrepareAsync(context, request, cancellation), cancellation);
    }

    public Task<int> RecordAsync(string jobKey, string session, IReadOnlyList<ConvocationResult> results, CancellationToken cancellation)
    {
        if (results.Count == 0)
            return Task.FromResult(0);
        CasesStore.CheckCount("results", results.Count, CaseLimits.PageRowsMax);
        return store.WriteAsync(
            async context =>
            {
                var ids = results.Select(result => result.CaseId).ToList();
                var lines = await context.Convocations.Where(row => row.JobKey == jobKey && row.SessionId == session && ids.Contains(row.CaseId)).ToDictionaryAsync(row => row.CaseId, cancellation);
                foreach (var result in results)
                {
                    if (!lines.TryGetValue(result.CaseId, out var line))
                        throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected job {jobKey} to have prepared the convocation of {result.CaseId}, but it has not.");
                    if (line.State != ConvocationState.Prepared)
                        continue;
                    line.State = result.State;
                    line.DoneAt = store.Now;
                }
                return lines.Count;
            },
            cancellation);
    }

    private async Task<IReadOnlyList<Convocation>> PrepareAsync(CasesContext context, ConvocationRequest request, CancellationToken cancellation)
    {
        // The row lock on the session makes two jobs that number its calendar entries take turns.
        await context.Sessions.Where(row => row.SessionId == request.Session)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Capacity, row => row.Capacity), cancellation);
        var session = await context.Sessions.SingleOrDefaultAsync(row => row.SessionId == request.Session, cancellation)
            ?? throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected a session {request.Session}, but there is none.");
        var ids = request.CaseIds.Distinct().ToList();
        var earlier = await context.Convocations.Where(row => row.SessionId == request.Session && ids.Contains(row.CaseId)).ToListAsync(cancellation);
        var byCase = earlier.ToLookup(row => row.CaseId);
        await CheckPlacesAsync(context, request.Session, ids, cancellation);

        var answer = new List<Convocation>();
        foreach (var caseId in ids)
        {
            var line = byCase[caseId].SingleOrDefault(row => row.JobKey == request.JobKey) ?? Add(context, session, request, caseId, [.. byCase[caseId]]);
            if (line is not null)
                answer.Add(new(line.CaseId, line.Uid, line.Sequence, line.State, line.PreparedAt));
        }
        if (request.Method == ConvocationMethod.Cancel && !session.Cancelled)
        {
            session.Cancelled = true;
            await AppointmentBook.FreeAsync(context, request.Session, cancellation);
            await WaitingBook.ReopenAsync(context, request.Session, cancellation);
        }
        return answer;
    }

    private ConvocationEntry? Add(CasesContext context, GroupSession session, ConvocationRequest request, string caseId, List<ConvocationEntry> earlier)
    {
        if (request.Method != ConvocationMethod.Cancel && session.Cancelled)
            throw new RegistryRefusedException(RefusalCode.WrongState, $"Expected session {request.Session} to take place, but it is cancelled.");
        if (request.Method != ConvocationMethod.Request && earlier.Count == 0)
            return null;
        var last = earlier.Count == 0 ? -1 : earlier.Max(row => row.Sequence);
        var line = new ConvocationEntry
        {
            JobKey = request.JobKey,
            CaseId = caseId,
            SessionId = request.Session,
            Uid = $"{request.Session}.{caseId}@{UidDomain}",
            Sequence = request.Method == ConvocationMethod.Remind ? last : last + 1,
            Method = request.Method,
            State = ConvocationState.Prepared,
            PreparedAt = store.Now,
        };
        context.Convocations.Add(line);
        return line;
    }

    private static async Task CheckPlacesAsync(CasesContext context, string session, List<string> ids, CancellationToken cancellation)
    {
        var placed = await context.SessionPlaces.CountAsync(place => place.SessionId == session && ids.Contains(place.CaseId), cancellation);
        if (placed != ids.Count)
            throw new RegistryRefusedException(RefusalCode.NotFound, FormattableString.Invariant($"Expected {ids.Count} cases with a place in session {session}, but only {placed} have one."));
    }
}
