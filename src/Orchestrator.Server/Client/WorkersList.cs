using Orchestrator.Cases;
using Orchestrator.Engine.Messages;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>
/// Tells the research and the delivery of a crisis that a list of workers came, so that it is checked; one that waits for a corrected list goes on with it. The message waits for
/// the process when it is not there yet; repeating it changes nothing.
/// </summary>
internal sealed class WorkersList(CaseDesk desk, MessageDesk messages)
{
    private static readonly TimeSpan s_lives = TimeSpan.FromDays(30);

    public async Task<Rejection?> ReceivedAsync(Guid import, CancellationToken cancellation)
    {
        if (await desk.FindImportAsync(import, cancellation) is not { } list)
            return new(RejectionReason.NotFound, $"Expected an import {import:D}, but there is none.");
        if (list.Crisis is not { } crisis)
            return new(RejectionReason.Invalid, $"Expected import {import:D} to belong to a crisis, but it belongs to none.");
        var variables = FeelContext.Of(("crisis", new FeelString(crisis)), ("importId", new FeelString(import.ToString("D"))));
        return (await messages.PublishAsync(new("WorkersListReceived", crisis, s_lives, variables) { MessageId = import.ToString("D") }, cancellation)).Rejection;
    }
}
