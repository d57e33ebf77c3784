using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases;

/// <summary>
/// The registry's door to its database: every piece of work is one transaction on a context of its own. Work that meets another writer on a unique key, a
/// version or a lock is done again from the start, so it must compute everything from what it reads.
/// </summary>
internal sealed class CasesStore(IDbContextFactory<CasesContext> factory, TimeProvider time, ICasesWriteGate gate)
{
    /// <summary>Each attempt that loses means that another writer won: more than ever write on one key at once.</summary>
    private const int AttemptsMax = 20;

    private static readonly TimeZoneInfo s_rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>The instant, cut to what the database keeps.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The day in Europe/Rome of <paramref name="instant"/>.</summary>
    public static DateOnly DayInRome(DateTimeOffset instant) => DateOnly.FromDateTime(InRome(instant).DateTime);

    /// <summary>The same instant with the offset of Europe/Rome.</summary>
    public static DateTimeOffset InRome(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, s_rome);

    /// <summary>Reads what is not personal.</summary>
    public async Task<T> ReadAsync<T>(Func<CasesContext, Task<T>> work, CancellationToken cancellation)
    {
        await using var context = await factory.CreateDbContextAsync(cancellation);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await work(context);
    }

    /// <summary>Does <paramref name="work"/>, saves and commits: all of it or nothing.</summary>
    public async Task<T> WriteAsync<T>(Func<CasesContext, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var turn = await gate.EnterAsync(cancellation);
                await using var context = await factory.CreateDbContextAsync(cancellation);
                await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
                var result = await work(context);
                await context.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return result;
            }
            catch (DbUpdateException) when (attempt < AttemptsMax)
            {
                // Another writer took the key or the version that this attempt had seen free: what it wrote is read by the next attempt.
            }
            catch (DbException met) when (met.IsTransient && attempt < AttemptsMax)
            {
                // A lock or a serialisation conflict; the database rolled back.
            }
        }
    }

    /// <summary>
    /// The next number under <paramref name="name"/>, starting at 1, raised inside the transaction of <paramref name="context"/>: a number is used exactly when
    /// the transaction commits, and a second writer waits or is done again.
    /// </summary>
    public static async Task<long> NextNumberAsync(CasesContext context, string name, CancellationToken cancellation)
    {
        var raised = await context.Sequences.Where(row => row.Name == name)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Last, row => row.Last + 1), cancellation);
        if (raised == 0)
        {
            context.Sequences.Add(new SequenceNumber { Name = name, Last = 1 });
            await context.SaveChangesAsync(cancellation);
            return 1;
        }
        return await context.Sequences.Where(row => row.Name == name).Select(row => row.Last).SingleAsync(cancellation);
    }

    /// <summary>Notes in the transaction of <paramref name="context"/> that <paramref name="subjects"/> were read.</summary>
    public void NoteRead(CasesContext context, AccessReason reason, IEnumerable<string> subjects)
    {
        CheckText(nameof(AccessReason.Actor), reason.Actor);
        CheckText(nameof(AccessReason.Purpose), reason.Purpose);
        var now = Now;
        foreach (var subject in subjects)
            context.ReadLog.Add(new ReadLogEntry { ReadAt = now, Actor = reason.Actor, Purpose = reason.Purpose, Subject = subject });
    }

    /// <summary>Refuses a page that is empty or too large.</summary>
    public static void CheckCount(string what, int count, int max)
    {
        if (count < 1 || count > max)
            throw new RegistryRefusedException(RefusalCode.Invalid, string.Create(CultureInfo.InvariantCulture, $"Expected {what} between 1 and {max}, but found {count}."));
    }

    private static void CheckText(string what, string text)
    {
        const int charsMax = 200;
        if (string.IsNullOrWhiteSpace(text) || text.Length > charsMax)
            throw new RegistryRefusedException(RefusalCode.Invalid, string.Create(CultureInfo.InvariantCulture, $"Expected {what} of 1 to {charsMax} characters, but found {text.Length}."));
    }
}
