using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Hosting.Maintenance;
using Orchestrator.Storage.Seals;

namespace Orchestrator.Server.Client;

/// <summary>Draws the cases that an auditor looks into today. Whoever works on a case cannot know beforehand whether it will be drawn, and nobody chooses it.</summary>
internal sealed class CaseSampler(IQueries queries, DefinitionCatalog definitions, CaseViews views, SealDesk seals, FeelWorld world, TimeProvider time)
{
    // A draw may hit a case twice; of so many, enough are different unless there are hardly any.
    private const int DrawsMax = 64;

    public async Task<CaseSample> OfTodayAsync(ActingUser user, CancellationToken cancellation)
    {
        var lists = new CaseLists(queries, definitions, user);
        var (_, total) = await lists.ReadAsync(new(null, null, 0, 1), cancellation);
        var cases = new List<CaseSummary>(CaseSample.SizeMax);
        foreach (var place in Places(user.UserName, world.DayOf(time.GetUtcNow()), total))
            if ((await lists.ReadAsync(new(null, null, place, 1), cancellation)).Rows is [var row]) cases.Add(await views.SummaryAsync(row, cancellation));
        try
        {
            return new(cases, total, await seals.LastAsync(cancellation));
        }
        catch (SealBrokenException broken)
        {
            return new(cases, total, null) { SealsBroken = broken.Message };
        }
    }

    private static List<int> Places(string person, DateOnly day, int total)
    {
        var places = new List<int>(CaseSample.SizeMax);
        for (var draw = 0; draw < DrawsMax && places.Count < Math.Min(total, CaseSample.SizeMax); draw++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {person} {draw}")));
            var place = (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)total);
            if (!places.Contains(place)) places.Add(place);
        }
        return places;
    }
}
