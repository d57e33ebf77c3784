using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases;

/// <summary>Notices: kept with the fact, read and settled by who tells the process.</summary>
internal sealed class NoticeBook(CasesStore store)
{
    /// <summary>Keeps a notice in the transaction of <paramref name="context"/>; one of the same id is kept once, with the newest content.</summary>
    public static async Task KeepAsync(CasesContext context, Notice notice, CancellationToken cancellation)
    {
        if (await context.Notices.SingleOrDefaultAsync(row => row.Id == notice.Id, cancellation) is { } kept)
        {
            kept.Content = notice.Content;
            return;
        }
        context.Notices.Add(new OpenNotice
        {
            Id = notice.Id, Kind = notice.Kind, Subject = notice.Subject, Actor = notice.Actor, Content = notice.Content, NotedAt = notice.NotedAt,
        });
    }

    public Task<IReadOnlyList<Notice>> ReadAsync(int take, CancellationToken cancellation)
    {
        CasesStore.CheckCount("take", take, CaseLimits.PageRowsMax);
        return store.ReadAsync<IReadOnlyList<Notice>>(
            async context => await context.Notices.OrderBy(row => row.NotedAt).ThenBy(row => row.Id).Take(take)
                .Select(row => new Notice(row.Id, row.Kind, row.Subject, row.Actor, row.Content, row.NotedAt)).ToListAsync(cancellation),
            cancellation);
    }

    public Task SettleAsync(Guid id, CancellationToken cancellation) =>
        store.WriteAsync(context => context.Notices.Where(row => row.Id == id).ExecuteDeleteAsync(cancellation), cancellation);
}
