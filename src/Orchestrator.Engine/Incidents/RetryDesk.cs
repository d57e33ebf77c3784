using Orchestrator.Engine.Batches;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Incidents;

/// <summary>Many incidents at once: those that say the same are kept as a frozen list, which <see cref="BatchDesk.ExecuteAsync"/> carries out. Who may is decided by the door.</summary>
public sealed class RetryDesk
{
    private readonly IStandings _standings;
    private readonly IBatchStore _batches;
    private readonly TimeProvider _time;

    internal RetryDesk(IStandings standings, IBatchStore batches, TimeProvider time)
    {
        _standings = standings;
        _batches = batches;
        _time = time;
    }

    /// <summary>
    /// Keeps the open incidents of a group as a list, without changing anything: an incident that opens later is not in it, one that is cured before its turn is left as it is and listed.
    /// NotFound when none is open, Invalid for more than <see cref="EngineLimits.BatchRowsMax"/>.
    /// </summary>
    public async Task<(Batch? List, Rejection? Rejection)> FreezeAsync(string by, IncidentGroup group, CancellationToken cancellation)
    {
        var rows = new List<BatchRow>();
        var last = new ScopeKey(0);
        while (true)
        {
            var page = await _standings.OpenIncidentsAsync(group.ProcessId, group.Element, group.Kind, last, EngineLimits.BatchPageMax, cancellation).ConfigureAwait(false);
            if (page.Count == 0) break;
            last = page[^1].Key;
            foreach (var incident in page)
                if (IncidentGroup.Alike(incident.Message) == group.Message)
                    rows.Add(new BatchRow(rows.Count + 1, incident.Key, Position: 0, BatchRow.Ok) { Element = incident.Element, Message = incident.Message });
            if (rows.Count > EngineLimits.BatchRowsMax)
                return (null, new(RejectionReason.Invalid, $"Expected at most {EngineLimits.BatchRowsMax} incidents that say the same, but there are more: put right what they name and retry them by smaller groups (POST /v2/incidents/KEY/resolution)."));
        }
        if (rows.Count == 0) return (null, new(RejectionReason.NotFound, $"Expected open incidents of {group.Element} in {group.ProcessId} that say the same, but there are none any more."));
        var now = _time.GetUtcNow();
        var json = group.ToJson();
        var list = new Batch(Guid.CreateVersion7(now), BatchKind.Retry, group.ProcessId, json, BatchHash.Of(BatchKind.Retry, json, rows), rows.Count, by, now);
        await _batches.CreateAsync(list, rows, now - EngineLimits.RehearsalKept, cancellation).ConfigureAwait(false);
        return (list, null);
    }
}
