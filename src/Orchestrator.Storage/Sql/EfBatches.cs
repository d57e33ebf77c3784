using Microsoft.EntityFrameworkCore;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Model;

namespace Orchestrator.Storage.Sql;

/// <summary>Frozen lists, in portable LINQ: they are rare and their rows are written in blocks.</summary>
internal sealed class EfBatches(SqlDatabase database) : IBatchStore
{
    public Task CreateAsync(Batch batch, IReadOnlyList<BatchRow> rows, DateTimeOffset forgetBefore, CancellationToken cancellation) => database.WriteContextAsync(async context =>
    {
        var old = await context.Batches.Where(one => one.Kind == batch.Kind && one.Subject == batch.Subject && one.State == BatchState.Rehearsed && one.CreatedAt < forgetBefore)
            .Select(one => one.Id).ToListAsync(cancellation);
        foreach (var id in old)
        {
            await context.BatchRows.Where(row => row.Batch == id).ExecuteDeleteAsync(cancellation);
            await context.Batches.Where(one => one.Id == id).ExecuteDeleteAsync(cancellation);
        }

        var key = Key(batch.Id);
        context.Add(new BatchRecord
        {
            Id = key, Kind = batch.Kind, Subject = batch.Subject, Target = batch.Target, Hash = batch.Hash, Rows = batch.Rows, CreatedBy = batch.CreatedBy, CreatedAt = batch.CreatedAt, State = batch.State,
        });
        context.AddRange(rows.Select(row => new BatchRowRecord
        {
            Batch = key, Number = row.Number, Key = row.Key.Value, Position = row.Position, Verdict = row.Verdict, Reason = row.Reason, Element = row.Element, Message = row.Message,
        }));
        return await context.SaveChangesAsync(cancellation);
    }, cancellation);

    public async Task<Batch?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var key = Key(id);
        await using var context = database.NewContext();
        return (await context.Batches.Where(batch => batch.Id == key).ToListAsync(cancellation)).Select(ToBatch).FirstOrDefault();
    }

    public async Task<IReadOnlyList<Batch>> LatestAsync(BatchKind kind, string subject, int take, CancellationToken cancellation)
    {
        await using var context = database.NewContext();
        var found = await context.Batches.Where(batch => batch.Kind == kind && batch.Subject == subject).OrderByDescending(batch => batch.CreatedAt).Take(take).ToListAsync(cancellation);
        return [.. found.Select(ToBatch)];
    }

    public async Task<IReadOnlyList<BatchCount>> CountsAsync(Guid id, CancellationToken cancellation)
    {
        var key = Key(id);
        await using var context = database.NewContext();
        var counts = await context.BatchRows.Where(row => row.Batch == key).GroupBy(row => new { row.Verdict, row.Outcome })
            .Select(group => new { group.Key.Verdict, group.Key.Outcome, Count = group.Count() }).ToListAsync(cancellation);
        return [.. counts.Select(count => new BatchCount(count.Verdict, count.Outcome, count.Count)).OrderBy(count => count.Verdict, StringComparer.Ordinal).ThenBy(count => count.Outcome)];
    }

    public async Task<Slice<BatchRow>> RowsAsync(Guid id, string? verdict, BatchOutcome? outcome, Paging page, CancellationToken cancellation)
    {
        var key = Key(id);
        await using var context = database.NewContext();
        var rows = await context.BatchRows.Where(row => row.Batch == key).WhereText(verdict, text => row => row.Verdict == text).WhereSet(outcome, one => row => row.Outcome == one)
            .OrderBy(row => row.Number).Skip(page.From).Take(page.Limit + 1).ToListAsync(cancellation);
        return new([.. rows.Take(page.Limit).Select(ToRow)], rows.Count > page.Limit);
    }

    public async Task<bool> MoveAsync(Guid id, IReadOnlyCollection<BatchState> from, BatchState to, string? by, DateTimeOffset at, CancellationToken cancellation)
    {
        var key = Key(id);
        var ended = to == BatchState.Done ? at : (DateTimeOffset?)null;
        var started = to == BatchState.Running ? at : (DateTimeOffset?)null;
        return await database.WriteContextAsync(context => context.Batches.Where(batch => batch.Id == key && from.Contains(batch.State)).ExecuteUpdateAsync(set => set
            .SetProperty(batch => batch.State, to)
            .SetProperty(batch => batch.StartedBy, batch => batch.StartedBy ?? by)
            .SetProperty(batch => batch.StartedAt, batch => batch.StartedAt ?? started)
            .SetProperty(batch => batch.EndedAt, ended)
            .SetProperty(batch => batch.ClaimedUntil, (DateTimeOffset?)null), cancellation), cancellation) == 1;
    }

    public async Task<Batch?> ClaimAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        // Looked for without a transaction first: nearly always there is none, and a pump asks often.
        List<BatchRecord> running;
        await using (var context = database.NewContext())
        {
            running = await context.Batches.Where(batch => batch.State == BatchState.Running && (batch.ClaimedUntil == null || batch.ClaimedUntil <= now)).OrderBy(batch => batch.StartedAt).Take(5).ToListAsync(cancellation);
        }
        foreach (var one in running)
        {
            var claimed = await database.WriteContextAsync(context => context.Batches
                .Where(batch => batch.Id == one.Id && batch.State == BatchState.Running && (batch.ClaimedUntil == null || batch.ClaimedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(batch => batch.ClaimedUntil, until), cancellation), cancellation);
            if (claimed == 1) return ToBatch(one);
        }
        return null;
    }

    public async Task<IReadOnlyList<BatchRow>> NextAsync(Guid id, int take, CancellationToken cancellation)
    {
        var key = Key(id);
        await using var context = database.NewContext();
        var rows = await context.BatchRows.Where(row => row.Batch == key && row.Verdict == BatchRow.Ok && row.Outcome == null).OrderBy(row => row.Number).Take(take).ToListAsync(cancellation);
        return [.. rows.Select(ToRow)];
    }

    public Task RecordAsync(Guid id, IReadOnlyList<BatchResult> results, CancellationToken cancellation)
    {
        var key = Key(id);
        return database.WriteContextAsync(async context =>
        {
            foreach (var alike in results.GroupBy(result => (result.Outcome, result.Message)))
            {
                var ((outcome, message), numbers) = (alike.Key, alike.Select(result => result.Number).ToList());
                await context.BatchRows.Where(row => row.Batch == key && numbers.Contains(row.Number) && row.Outcome == null).ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.Outcome, outcome)
                    .SetProperty(row => row.OutcomeMessage, message), cancellation);
            }
            return await context.Batches.Where(batch => batch.Id == key).ExecuteUpdateAsync(set => set.SetProperty(batch => batch.ClaimedUntil, (DateTimeOffset?)null), cancellation);
        }, cancellation);
    }

    private static byte[] Key(Guid id) => id.ToByteArray(bigEndian: true);

    private static Batch ToBatch(BatchRecord batch) =>
        new(new Guid(batch.Id, bigEndian: true), batch.Kind, batch.Subject, batch.Target, batch.Hash, batch.Rows, batch.CreatedBy, batch.CreatedAt)
        {
            State = batch.State, StartedBy = batch.StartedBy, StartedAt = batch.StartedAt, EndedAt = batch.EndedAt,
        };

    private static BatchRow ToRow(BatchRowRecord row) =>
        new(row.Number, new(row.Key), row.Position, row.Verdict) { Reason = row.Reason, Element = row.Element, Message = row.Message, Outcome = row.Outcome, OutcomeMessage = row.OutcomeMessage };
}
