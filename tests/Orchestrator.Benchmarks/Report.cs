using System.Globalization;
using System.Text;

namespace Orchestrator.Benchmarks;

/// <summary>The table for docs/performance.md.</summary>
internal static class Report
{
    public const double RowsMax = 12;

    public static string Table(IEnumerable<Measured> results)
    {
        var text = new StringBuilder();
        text.AppendLine("| store | instances/s | start-to-end p50 / p99 ms | rows | commands | commits | bytes on disk | KiB allocated | raw single-row commits/s of the same run |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var r in results)
            text.Append(CultureInfo.InvariantCulture, $"| {r.Store} | {r.InstancesPerSecond:N0} | {r.P50.TotalMilliseconds:N1} / {r.P99.TotalMilliseconds:N1} | ")
                .AppendLine(CultureInfo.InvariantCulture, $"{r.RowsPerInstance:N1} | {r.CommandsPerInstance:N1} | {r.CommitsPerInstance:N2} | {r.BytesPerInstance:N0} | {r.AllocatedBytesPerInstance / 1024:N1} | {r.Raw} |");
        return text.ToString();
    }
}
