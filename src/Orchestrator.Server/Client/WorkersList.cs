using Orchestrator.Cases;
using Orchestrator.Engine.Messages;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>Tells the process that a list of workers came, so that it has it checked. The message waits for the process when it is not there yet; repeating it changes nothing.</summary>
internal sealed class WorkersList(CaseDesk desk, MessageDesk messages)
{
    private static readonly TimeSpan s_lives = TimeSpan.FromDays(30);

    public async Task<Rejection?> ReceivedAsync(Guid import, CancellationToken cancellation)
    {
        if (await desk.FindImportAsync(import, cancellation) is not { } list)
            return new(RejectionReason.NotFound, $"Expected an import {import:D}, but there is none.");
        // A crisis may have several agreements: the list is that of this one.
        var variables = FeelContext.Of(("importId", new FeelString(import.ToString())));
        var told = await messages.PublishAsync(new("WorkersListReceived", list.Agreement, s_lives, variables) { MessageId = import.ToString() }, cancellation);
        return told.Rejection;
    }
}
