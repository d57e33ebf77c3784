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
        // The research and the delivery of a crisis hear of every list of theirs; a process of one agreement hears of its own under its own key (ADR 0007).
        if (list.Crisis is { } crisis && await TellAsync(import, crisis, crisis, $"{import}-crisis", cancellation) is { } refused) return refused;
        return list.Agreement is { } agreement ? await TellAsync(import, agreement, list.Crisis, import.ToString(), cancellation) : null;
    }

    private async Task<Rejection?> TellAsync(Guid import, string key, string? crisis, string messageId, CancellationToken cancellation)
    {
        FeelValue owner = crisis is null ? FeelNull.Instance : new FeelString(crisis);
        var variables = FeelContext.Of(("crisis", owner), ("importId", new FeelString(import.ToString())));
        return (await messages.PublishAsync(new("WorkersListReceived", key, s_lives, variables) { MessageId = messageId }, cancellation)).Rejection;
    }
}
