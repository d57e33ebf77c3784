using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>The verification of one case: its chain, its replay, its rows.</summary>
internal sealed class CaseProof(VerificationService verification, TimeProvider time)
{
    public async Task<VerifyReport> VerifyAsync(InstanceId instance, CancellationToken cancellation)
    {
        var report = await verification.VerifyAsync(instance, cancellation);
        if (report is null)
            return new(false, 0, 0, time.GetUtcNow()) { FirstBadPlace = new(null, "Deleted", $"Expected the rows of instance {instance}, but there are none.") };
        return new(report.Sound, report.Commands, report.Events, time.GetUtcNow()) { FirstBadPlace = FirstBad(report) };
    }

    private static BadPlace? FirstBad(InstanceReport report) => report switch
    {
        { Break: { } broken } => new(broken.Position, "HashMismatch", broken.Reason),
        { Differences: [var first, ..] } => new(null, "RowDiffers", $"{first.Table} {first.Key}: {first.Message}"),
        _ => null,
    };
}
