using System.Collections.Concurrent;
using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Messages;

/// <summary>
/// Brings messages and those who wait for them together. The store says who could get what; the interpreter and the unique rows decide: a message reaches a process id once,
/// and a start that is held by a running instance waits.
/// </summary>
internal sealed class Correlator(ProcessEngine engine, IMessageStore messages, EngineOptions options, WorkSignals signals, TimeProvider time) : IPump
{
    private static readonly Actor Messages = Actor.System("messages");
    private DateTimeOffset _lastSweep = DateTimeOffset.MinValue;

    public string Name => "message";

    public AsyncSignal Signal => signals.Messages;

    public TimeSpan Rest => options.PollInterval;

    public async Task<bool> TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var worked = false;
        if (signals.TakeSweep() || now - _lastSweep >= options.SweepInterval)
        {
            _lastSweep = now;
            worked = await SweepAsync(now, cancellation).ConfigureAwait(false);
        }
        var immediate = new List<ImmediateMessage>();
        while (immediate.Count < EngineLimits.CorrelationsPerTickMax && signals.TryTakeImmediate(out var message)) immediate.Add(message);
        var addresses = immediate.Select(message => message.Address).ToHashSet();
        while (addresses.Count < EngineLimits.CorrelationsPerTickMax && signals.TryTakeAddress(out var address)) addresses.Add(address);
        if (addresses.Count == 0) return worked;
        var overloaded = new ConcurrentBag<MessageAddress>();
        await Parallel.ForEachAsync(addresses, Together(cancellation), async (address, stop) =>
        {
            if (!await CorrelateAsync(address, stop).ConfigureAwait(false)) overloaded.Add(address);
        }).ConfigureAwait(false);

        // Nobody hears later of a message with time to live 0; one that was not tried for want of room is found by a sweep.
        foreach (var message in immediate)
            if (!overloaded.Contains(message.Address)) await messages.DeleteMessageAsync(message.Key, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Correlates what can be correlated at one address, oldest message first. False when the engine had no room for something: then not everything was tried.</summary>
    public async Task<bool> CorrelateAsync(MessageAddress address, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await messages.FindCorrelationsAsync(address, time.GetUtcNow(), EngineLimits.CorrelationsPerTickMax, cancellation).ConfigureAwait(false);
            var (progress, overloaded) = await SubmitAsync(found).ConfigureAwait(false);
            if (!progress) return !overloaded;
        }
    }

    private async Task<bool> SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var left in await messages.FindImmediateAsync(now, now - EngineLimits.ImmediateAbandonedAfter, EngineLimits.CorrelationsPerTickMax, cancellation).ConfigureAwait(false)) signals.Note(left);
        var found = await messages.FindCorrelationsAsync(null, time.GetUtcNow(), EngineLimits.CorrelationsPerTickMax, cancellation).ConfigureAwait(false);
        var byAddress = found.GroupBy(one => new MessageAddress(one.Message.Name, one.Message.CorrelationKey)).ToList();
        var progress = 0;
        await Parallel.ForEachAsync(byAddress, Together(cancellation), async (group, stop) =>
        {
            if (!(await SubmitAsync([.. group]).ConfigureAwait(false)).Progress) return;
            Interlocked.Increment(ref progress);
            signals.Note(group.Key);
        }).ConfigureAwait(false);
        // More may stand behind what was found; without any progress it is the same again.
        if (progress > 0 && found.Count == EngineLimits.CorrelationsPerTickMax) signals.SweepMessages();
        return progress > 0;
    }

    // One after the other: the second message for a subscription must see what the first one did.
    private async Task<(bool Progress, bool Overloaded)> SubmitAsync(IReadOnlyList<Correlation> found)
    {
        var (progress, overloaded) = (false, false);
        foreach (var one in found)
        {
            var submission = await SubmissionOfAsync(one).ConfigureAwait(false);
            var result = await engine.SubmitAsync(submission, CancellationToken.None).ConfigureAwait(false);
            overloaded |= result.Rejection?.Reason == RejectionReason.Overloaded;
            progress |= result.Acceptance is not null;
        }
        return (progress, overloaded);
    }

    private async Task<Submission> SubmissionOfAsync(Correlation one)
    {
        var request = Guid.CreateVersion7(time.GetUtcNow());
        var message = new MessageRef(one.Message.Key, one.Message.Name, one.Message.CorrelationKey);
        if (one.Subscription is { } subscription)
            return new Submission(request, subscription.Instance, Messages, new Command.CorrelateMessage(subscription, message, one.Message.Variables));
        var start = one.Start!;
        var instance = await engine.NewInstanceIdAsync(CancellationToken.None).ConfigureAwait(false);
        return new Submission(request, instance, Messages, new Command.StartInstance(
            start.Definition, BusinessKeyOf(message), one.Message.Variables, new ElementId(start.Element), message));
    }

    // The correlation key of a start by message is the key of the case; an empty one is none.
    private static string? BusinessKeyOf(MessageRef message) => message.CorrelationKey.Length == 0 ? null : message.CorrelationKey;

    private static ParallelOptions Together(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = 16, CancellationToken = cancellation };
}
