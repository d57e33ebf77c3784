using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Sessions;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Outcomes;

/// <summary>Freezes the figures of a crisis and reads them again.</summary>
internal sealed class SnapshotBook(CasesStore store)
{
    private const int WordCharsMax = 60;

    public Task<SnapshotTaken> TakeAsync(SnapshotRequest request, AccessReason reason, CancellationToken cancellation)
    {
        SessionRules.CheckKey(nameof(request.JobKey), request.JobKey);
        CasesStore.CheckCount(nameof(request.Period), request.Period.Length, WordCharsMax);
        CasesStore.CheckCount(nameof(request.Kind), request.Kind.Length, WordCharsMax);
        return store.WriteAsync(
            async context =>
            {
                if (await context.Snapshots.AsNoTracking().SingleOrDefaultAsync(row => row.JobKey == request.JobKey, cancellation) is { } taken)
                    return new SnapshotTaken(taken.Id, taken.CaseCount);
                await CrisisBook.OwnerAsync(context, request.Crisis, null, cancellation);
                var figures = await CaseFigureReader.ReadAsync(context, request.Crisis, CasesStore.DayInRome(store.Now), cancellation);
                var snapshot = new Snapshot
                {
                    Id = Guid.CreateVersion7(store.Now), JobKey = request.JobKey, CrisisCode = request.Crisis, Period = request.Period, Kind = request.Kind, TakenAt = store.Now, CaseCount = figures.Count,
                };
                context.Snapshots.Add(snapshot);
                context.SnapshotCases.AddRange(figures.Select(entry => new SnapshotCase { SnapshotId = snapshot.Id, CaseId = entry.Case, Figures = JsonSerializer.Serialize(entry) }));
                // Gender and age band come from the code of the person.
                store.NoteRead(context, reason, figures.Select(entry => entry.Case));
                return new SnapshotTaken(snapshot.Id, figures.Count);
            },
            cancellation);
    }

    public Task<SnapshotPage> ReadAsync(Guid snapshot, string? afterCase, int take, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", take, CaseLimits.PageRowsMax);
        return store.ReadAsync(
            async context =>
            {
                if (!await context.Snapshots.AnyAsync(row => row.Id == snapshot, cancellation))
                    throw new RegistryRefusedException(RefusalCode.NotFound, $"Expected a snapshot {snapshot:D}, but there is none.");
                var cases = context.SnapshotCases.Where(row => row.SnapshotId == snapshot);
#pragma warning disable CA1309 // the database compares; the overload with a comparison cannot be translated
                if (afterCase is not null)
                    cases = cases.Where(row => string.Compare(row.CaseId, afterCase) > 0);
#pragma warning restore CA1309
                var rows = await cases.OrderBy(row => row.CaseId).Take(take + 1).Select(row => row.Figures).ToListAsync(cancellation);
                return new SnapshotPage([.. rows.Take(take).Select(json => JsonSerializer.Deserialize<CaseFigures>(json)!)], rows.Count > take);
            },
            cancellation);
    }
}
