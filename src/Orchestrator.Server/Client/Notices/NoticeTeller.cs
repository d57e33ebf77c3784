using Orchestrator.Cases;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Messages;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Notices;

/// <summary>
/// Tells processes what the registry wrote. The doors tell at once and settle the notice; what a crash left is told here, as often as needed: each kind carries an
/// idempotency key (a message id, or the request key of the command), so that telling twice changes nothing.
/// </summary>
internal sealed class NoticeTeller(
    CaseDesk desk, AgreementStart start, WorkersList list, WorkersDecision decision, AttendanceRecorder attendance, InstanceDesk instances, MessageDesk messages,
    TimeProvider time, ILogger<NoticeTeller> log)
{
    private const int AtOnceMax = 200;

    // A decision may be made before the process has reached the task that waits for it.
    private static readonly TimeSpan s_taskMayCome = TimeSpan.FromDays(30);

    /// <summary>Tells what can be told now, the oldest first. What fails stays and holds up nothing else.</summary>
    public async Task TellAllAsync(CancellationToken cancellation)
    {
        // An accepted file may leave a thousand messages: as long as a full page goes, the next one is read at once.
        bool more;
        do
        {
            var page = await desk.ReadNoticesAsync(AtOnceMax, cancellation);
            var settled = await TellPageAsync(page, cancellation);
            more = page.Count == AtOnceMax && settled == page.Count;
        }
        while (more);
    }

    private async Task<int> TellPageAsync(IReadOnlyList<RegistryDesk.Notice> page, CancellationToken cancellation)
    {
        var settled = 0;
        foreach (var notice in page)
        {
            try
            {
                if (!await TellAsync(notice, cancellation)) continue;
                await desk.SettleNoticeAsync(notice.Id, cancellation);
                settled++;
            }
#pragma warning disable CA1031 // A notice that cannot be told must not keep the others from being told; it is tried again.
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.NoticeFailed(failure, notice.Kind, notice.Id);
            }
        }
        return settled;
    }

    /// <summary>True when the process was told, or nothing is left to be told: then the notice may go.</summary>
    private async Task<bool> TellAsync(RegistryDesk.Notice notice, CancellationToken cancellation)
    {
        switch (notice.Kind)
        {
            case RegistryDesk.NoticeKind.AgreementRegistered: return await StartAsync(notice, cancellation);
            case RegistryDesk.NoticeKind.WorkersListUploaded: return Settles(notice, await list.ReceivedAsync(Import(notice), cancellation));
            case RegistryDesk.NoticeKind.WorkersListDecided: return await DecidedAsync(notice, cancellation);
            case RegistryDesk.NoticeKind.AttendanceRecorded: return await AttendedAsync(notice, cancellation);
            case RegistryDesk.NoticeKind.SigningDateCorrected: return await CorrectedAsync(notice, cancellation);
            case RegistryDesk.NoticeKind.ProcessMessage: return Settles(notice, await PublishAsync(notice, cancellation));
            default: throw new System.Diagnostics.UnreachableException($"No rule for notices of kind {notice.Kind}.");
        }
    }

    // The message alone is not enough: the notice stays until the process is seen. The delivery of the crisis may run already, for another agreement.
    private async Task<bool> StartAsync(RegistryDesk.Notice notice, CancellationToken cancellation)
    {
        if (await desk.FindAgreementAsync(notice.Subject, cancellation) is not { } agreement || await start.KnowsAsync(agreement, cancellation)) return true;
        return Settles(notice, await start.StartAsync(agreement, cancellation)) && await start.HasStartedAsync(agreement.Crisis, cancellation);
    }

    private async Task<bool> DecidedAsync(RegistryDesk.Notice notice, CancellationToken cancellation)
    {
        var actor = NoticeContent.Read(notice).ActorNamed(notice.Actor);
        var told = await decision.TellProcessAsync(actor, notice.Id, Import(notice), cancellation);
        if (told is not null) return Settles(notice, told.Rejection);
        return await decision.WasToldAsync(Import(notice), notice.NotedAt, cancellation) || time.GetUtcNow() - notice.NotedAt > s_taskMayCome;
    }

    private async Task<bool> AttendedAsync(RegistryDesk.Notice notice, CancellationToken cancellation)
    {
        var content = NoticeContent.Read(notice);
        var actor = content.ActorNamed(notice.Actor);
        var told = await attendance.TellProcessAsync(actor, notice.Id, new ScopeKey(content.Key), notice.Subject, cancellation);
        return Settles(notice, told?.Rejection);
    }

    private async Task<bool> CorrectedAsync(RegistryDesk.Notice notice, CancellationToken cancellation)
    {
        var content = NoticeContent.Read(notice);
        var variables = (FeelContext)FeelJson.Read(content.VariablesJson!);
        var corrected = await instances.CorrectAsync(notice.Id, content.ActorNamed(notice.Actor), new ScopeKey(content.Key), variables, content.Reason!, null, cancellation);
        return Settles(notice, corrected.Rejection);
    }

    // The notice's id is the message's id: published twice, it is one message.
    private async Task<Rejection?> PublishAsync(RegistryDesk.Notice notice, CancellationToken cancellation)
    {
        var message = RegistryDesk.ProcessMessage.Read(notice);
        var variables = (FeelContext)FeelJson.Read(message.VariablesJson);
        var told = await messages.PublishAsync(new(message.Name, message.Key, message.TimeToLive, variables) { MessageId = notice.Id.ToString("D") }, cancellation);
        return told.Rejection;
    }

    // A full engine hears it later; any other refusal would be the same again and is for people to read.
    private bool Settles(RegistryDesk.Notice notice, Rejection? rejection)
    {
        if (rejection is null) return true;
        log.NoticeRefused(notice.Kind, notice.Id, rejection.Reason, rejection.Message);
        return MaySettle(rejection);
    }

    /// <summary>Whether the answer of the engine settles a notice.</summary>
    public static bool MaySettle(Rejection? rejection) => rejection?.Reason != RejectionReason.Overloaded;

    private static Guid Import(RegistryDesk.Notice notice) => Guid.ParseExact(notice.Subject, "D");
}
