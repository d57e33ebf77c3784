using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Hosting.Maintenance;
using Orchestrator.Storage.Seals;

namespace Orchestrator.Server.Client;

/// <summary>
/// Draws the cases that an auditor looks into today, by a hash of day and account: nobody chooses them, but it is no secret, whoever knows the rule can work it out. Numbers of cases
/// are drawn, so that it costs the same among a million.
/// </summary>
internal sealed class CaseSampler(IQueries queries, NewestCase newestCase, CaseViews views, SealDesk seals, FeelWorld world, TimeProvider time)
{
    // A number may be drawn twice, or belong to no case: numbers are given out in blocks, and a program that ends leaves the rest of its block.
    private const int DrawsMax = 64;
    private const int LastShown = 200;

    public async Task<CaseSample> OfTodayAsync(ActingUser user, CancellationToken cancellation)
    {
        var drawn = new Dictionary<long, InstanceRow>();
        var day = world.DayOf(time.GetUtcNow());
        var newest = await newestCase.BeforeAsync(day, cancellation);
        for (var draw = 0; draw < DrawsMax && drawn.Count < CaseSample.SizeMax && newest > 0; draw++)
            if (await queries.InstanceAsync(new(1 + (long)(Hash(user.UserName, day, draw) % (ulong)newest)), cancellation) is { } row) drawn.TryAdd(row.Instance.Number, row);
        // Where hardly any number belongs to a case there are few of them.
        if (drawn.Count < CaseSample.SizeMax && newest > 0)
            foreach (var row in (await queries.InstancesAsync(new() { Descending = true, Page = new(0, LastShown) }, cancellation)).Items.OrderBy(row => Hash(user.UserName, day, row.Instance.Number)))
                if (drawn.Count < CaseSample.SizeMax) drawn.TryAdd(row.Instance.Number, row);

        var cases = new List<CaseSummary>(drawn.Count);
        foreach (var row in drawn.Values) cases.Add(await views.SummaryAsync(row, cancellation));
        try
        {
            return new(cases, await seals.LastAsync(cancellation));
        }
        catch (SealBrokenException broken)
        {
            return new(cases, null) { SealsBroken = broken.Message };
        }
    }

    private static ulong Hash(string person, DateOnly day, long draw) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {person} {draw}"))));
}
