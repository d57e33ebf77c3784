using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Sessions;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>Versions of the calendar entries of meetings.</summary>
internal sealed class MeetingBook(CasesStore store)
{
    private const int MeetingCharsMax = 60;

    public Task<MeetingVersion> PrepareAsync(MeetingNotice notice, CancellationToken cancellation)
    {
        SessionRules.CheckKey(nameof(notice.JobKey), notice.JobKey);
        SessionRules.CheckKey(nameof(notice.Meeting), notice.Meeting);
        CasesStore.CheckCount("characters of the meeting's id", notice.Meeting.Length, MeetingCharsMax);
        if (!CrisisRules.IsCode(notice.Crisis))
            throw DocumentBook.NoCrisis(notice.Crisis);
        return store.WriteAsync(
            async context =>
            {
                if (await context.Meetings.AsNoTracking().SingleOrDefaultAsync(row => row.JobKey == notice.JobKey, cancellation) is { } known)
                    return ViewOf(known);
                var name = string.Create(CultureInfo.InvariantCulture, $"meeting-{notice.Crisis}-{notice.Meeting}");
                var row = new MeetingEntry
                {
                    JobKey = notice.JobKey,
                    CrisisCode = notice.Crisis,
                    MeetingId = notice.Meeting,
                    Sequence = (int)(await CasesStore.NextNumberAsync(context, name, cancellation) - 1),
                    PreparedAt = store.Now,
                };
                context.Meetings.Add(row);
                return ViewOf(row);
            },
            cancellation);
    }

    private static MeetingVersion ViewOf(MeetingEntry row) => new($"{row.CrisisCode}.{row.MeetingId}@orchestrator", row.Sequence, row.PreparedAt);
}
