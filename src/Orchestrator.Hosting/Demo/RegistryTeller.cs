using System.Globalization;
using Orchestrator.Cases;
using Orchestrator.Cases.Desk;
using Orchestrator.Engine.Messages;
using Orchestrator.Feel;

namespace Orchestrator.Hosting.Demo;

/// <summary>Tells the processes what the registry has kept for them, as the server's doors do: each notice once, under its own message id.</summary>
internal sealed class RegistryTeller(CaseDesk desk, Func<MessageDesk> messages)
{
    private const int Page = 200;

    /// <summary>Tells everything that is kept and gives how many notices went.</summary>
    public async Task<int> TellAsync(CancellationToken cancellation)
    {
        var told = 0;
        while (await desk.ReadNoticesAsync(Page, cancellation) is { Count: > 0 } page)
        {
            foreach (var notice in page)
            {
                var result = await messages().PublishAsync(await MessageOfAsync(notice, cancellation), cancellation);
                if (result.Rejection is { } refused) throw new DemoFailedException($"Expected the notice {notice.Kind} to be told, but the engine refused it: {refused.Message}");
                await desk.SettleNoticeAsync(notice.Id, cancellation);
                told++;
            }
        }
        return told;
    }

    private async Task<NewMessage> MessageOfAsync(Notice notice, CancellationToken cancellation)
    {
        switch (notice.Kind)
        {
            case NoticeKind.ProcessMessage:
                var message = ProcessMessage.Read(notice);
                return new(message.Name, message.Key, message.TimeToLive, (FeelContext)FeelJson.Read(message.VariablesJson)) { MessageId = notice.Id.ToString("D") };
            case NoticeKind.WorkersListUploaded:
                var import = (await desk.FindImportAsync(Guid.Parse(notice.Subject, CultureInfo.InvariantCulture), cancellation))!;
                var variables = FeelContext.Of(("crisis", new FeelString(import.Crisis!)), ("importId", new FeelString(notice.Subject)));
                return new("WorkersListReceived", import.Crisis!, TimeSpan.FromDays(30), variables) { MessageId = $"{notice.Subject}-crisis" };
            default:
                throw new DemoFailedException($"Expected notices of messages and lists of workers only, but found {notice.Kind}.");
        }
    }
}
