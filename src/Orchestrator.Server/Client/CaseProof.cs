using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Hosting.Maintenance;
using Orchestrator.Interpreter;
using Orchestrator.Storage.Seals;

namespace Orchestrator.Server.Client;

/// <summary>The verification of one case: its chain against the seals, its replay, its rows.</summary>
internal sealed class CaseProof(VerificationService verification, SealDesk seals, AttachmentDesk files, TimeProvider time)
{
    public async Task<VerifyReport> VerifyAsync(InstanceId instance, CancellationToken cancellation)
    {
        var sealedCase = await seals.VerifyAsync(instance, cancellation);
        var report = await verification.VerifyAsync(instance, cancellation);
        if (report is null)
            return new(false, 0, 0, time.GetUtcNow()) { FirstBadPlace = new(null, "Deleted", $"Expected the rows of instance {instance}, but there are none.") };
        var changed = report.Sound && !report.Erased ? await files.ChangedAsync(instance, cancellation) : [];
        return new(report.Sound && sealedCase?.Finding is null && changed.Count == 0, report.Commands, report.Events, time.GetUtcNow())
        {
            LastSealAt = sealedCase?.LastSeal,
            SealedAt = sealedCase?.SealedAt,
            SealedEvents = sealedCase?.SealedEvents ?? 0,
            Files = report.Erased ? 0 : (await files.OfInstanceAsync(instance)).Count,
            FirstBadPlace = FirstBad(report, sealedCase?.Finding) ?? (changed.Count == 0 ? null : new(null, "FileDiffers", string.Join(", ", changed.Select(one => one.File.Id)))),
        };
    }

    // Where the chain breaks in itself, seals have nothing to add; else they come before the rows.
    private static BadPlace? FirstBad(InstanceReport report, SealFinding? finding) => (report, finding) switch
    {
        ({ Break: { } broken }, _) => new(broken.Position, "HashMismatch", broken.Reason),
        (_, { Position: > 0 } place) => new(place.Position, "SealMismatch", place.What),
        (_, { } whole) => new(null, "SealMismatch", whole.What),
        ({ Differences: [var first, ..] }, _) => new(null, "RowDiffers", $"{first.Table} {first.Key}: {first.Message}"),
        _ => null,
    };
}
