using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Messages;

/// <summary>Messages from outside.</summary>
public sealed class MessageDesk
{
    private readonly ProcessEngine _engine;
    private readonly IMessageStore _messages;
    private readonly Correlator _correlator;
    private readonly WorkSignals _signals;
    private readonly TimeProvider _time;

    internal MessageDesk(ProcessEngine engine, IMessageStore messages, Correlator correlator, WorkSignals signals, TimeProvider time)
    {
        _engine = engine;
        _messages = messages;
        _correlator = correlator;
        _signals = signals;
        _time = time;
    }

    /// <summary>
    /// Buffers the message durably; it is correlated at most once for each process id, by running instances first, oldest message first, until its time to live has passed.
    /// With time to live 0 it reaches the subscriptions that are open now, before the task completes, and is gone. A message id makes the call repeatable:
    /// while a message of the same id, name and correlation key lives, nothing new is published and <see cref="PublishResult.New"/> is false.
    /// </summary>
    public async Task<PublishResult> PublishAsync(NewMessage message, CancellationToken cancellation)
    {
        if (WhyNotPublish(message) is { } refused) return new PublishResult(0, false, [], refused);
        var now = _time.GetUtcNow();
        var immediate = message.TimeToLive == TimeSpan.Zero;
        var key = ScopeKey.RootOf(await _engine.NewInstanceIdAsync(cancellation).ConfigureAwait(false)).Value;
        var row = new MessageRow(
            key, message.Name, message.CorrelationKey, message.MessageId, now,
            now + (immediate ? EngineLimits.ImmediateGrace : message.TimeToLive), immediate, message.Variables);
        var published = await _messages.PublishAsync(row, cancellation).ConfigureAwait(false);
        var address = new MessageAddress(message.Name, message.CorrelationKey);
        if (!immediate)
        {
            _signals.Note(address);
            return new PublishResult(published.Key, published.New, [], null);
        }
        await _correlator.CorrelateAsync(address, cancellation).ConfigureAwait(false);
        // Asked of the store, because the pump of this node or of another may have been faster with this message.
        var reached = await _messages.ReachedAsync(published.Key, cancellation).ConfigureAwait(false);
        // What opens from now on is too late for it. (If the node dies before this line, a sweep tries it once more and deletes it.)
        await _messages.DeleteMessageAsync(published.Key, cancellation).ConfigureAwait(false);
        return new PublishResult(published.Key, published.New, reached, null);
    }

    /// <summary>Publishes with time to live 0 and refuses with NotFound when nobody waits for it.</summary>
    public async Task<PublishResult> CorrelateAsync(NewMessage message, CancellationToken cancellation)
    {
        var result = await PublishAsync(message with { TimeToLive = TimeSpan.Zero }, cancellation).ConfigureAwait(false);
        if (result.Rejection is not null || result.Reached.Count > 0) return result;
        return result with { Rejection = new Rejection(RejectionReason.NotFound, $"Expected an instance that waits for message '{message.Name}' with this correlation key, but there is none.") };
    }

    private static Rejection? WhyNotPublish(NewMessage message) => message switch
    {
        { Name.Length: 0 or > EngineLimits.MessageNameLengthMax } => Invalid($"a message name of 1 to {EngineLimits.MessageNameLengthMax} characters", message.Name.Length),
        { CorrelationKey.Length: > EngineLimits.CorrelationKeyLengthMax } => Invalid($"a correlation key of at most {EngineLimits.CorrelationKeyLengthMax} characters", message.CorrelationKey.Length),
        { MessageId.Length: 0 or > EngineLimits.CorrelationKeyLengthMax } => Invalid($"a message id of 1 to {EngineLimits.CorrelationKeyLengthMax} characters", message.MessageId.Length),
        _ when !KeptText.FitsColumn(message.Name) || !KeptText.FitsColumn(message.CorrelationKey) || !KeptText.FitsColumn(message.MessageId ?? "") =>
            new Rejection(RejectionReason.Invalid, "Expected a message name, correlation key and id without NUL and half characters, but one has them."),
        _ when message.TimeToLive < TimeSpan.Zero || message.TimeToLive > EngineLimits.MessageTimeToLiveMax =>
            new Rejection(RejectionReason.Invalid, $"Expected a time to live from 0 to {EngineLimits.MessageTimeToLiveMax.TotalDays:0} days, but found {message.TimeToLive}."),
        _ => null,
    };

    private static Rejection Invalid(string expected, int found) => new(RejectionReason.Invalid, $"Expected {expected}, but found {found}.");
}

/// <summary>A message to be published. An empty correlation key reaches message starts only.</summary>
public sealed record NewMessage(string Name, string CorrelationKey, TimeSpan TimeToLive, FeelContext Variables)
{
    public string? MessageId { get; init; }
}

/// <summary>What became of a message: its key, whether it was new, and, for a time to live of 0, who got it; or why it was refused.</summary>
public sealed record PublishResult(long Key, bool New, IReadOnlyList<Correlated> Reached, Rejection? Rejection);
