using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>Messages that wait for someone, and who waits for them.</summary>
public interface IMessageStore
{
    /// <summary>Buffers a message from outside, durably. With a message id that lives already for the same name and correlation key nothing is written and that message's key is returned with <c>New</c> false.</summary>
    Task<PublishedMessage> PublishAsync(MessageRow message, CancellationToken cancellation);

    /// <summary>
    /// What can be correlated now, oldest message first: messages that have not expired (an immediate one only with subscriptions opened at or before it), with an open subscription
    /// of the same name and correlation key, for process ids that the message has not reached yet; for each message and process id the subscription opened first.
    /// When a process id has no such subscription but its latest version starts by the message's name, and no running instance holds the start of that key (an empty key is never held): the start event.
    /// </summary>
    /// <param name="address">Only messages of this name and key, or null for all.</param>
    Task<IReadOnlyList<Correlation>> FindCorrelationsAsync(MessageAddress? address, DateTimeOffset now, int take, CancellationToken cancellation);

    /// <summary>Living immediate messages published at or before <paramref name="until"/>, oldest first: each is tried once more and then deleted.</summary>
    Task<IReadOnlyList<ImmediateMessage>> FindImmediateAsync(DateTimeOffset now, DateTimeOffset until, int take, CancellationToken cancellation);

    /// <summary>The instances that a message has reached so far, in the order of their process ids; none when it is gone.</summary>
    Task<IReadOnlyList<Correlated>> ReachedAsync(long key, CancellationToken cancellation);

    /// <summary>A message by its key, or null when it is gone.</summary>
    Task<MessageRow?> FindMessageAsync(long key, CancellationToken cancellation);

    /// <summary>Deletes a message with its records of correlation.</summary>
    Task DeleteMessageAsync(long key, CancellationToken cancellation);
}

public readonly record struct PublishedMessage(long Key, bool New);

public readonly record struct MessageAddress(string Name, string CorrelationKey);

/// <summary>A message with time to live 0 that waits to be tried.</summary>
public readonly record struct ImmediateMessage(long Key, MessageAddress Address);

/// <summary>A message and who gets it: exactly one of <see cref="Subscription"/> and <see cref="Start"/>.</summary>
public sealed record Correlation(MessageRow Message, string ProcessId, ScopeKey? Subscription, StartEventRef? Start);

/// <summary>A start event of a deployed process.</summary>
public sealed record StartEventRef(DefinitionKey Definition, string Element);

/// <summary>A message that reached an instance.</summary>
public sealed record Correlated(long Message, string ProcessId, InstanceId Instance);
