using System.Collections.Immutable;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>Takes messages out of the engine. When the task completes the transport has the message; an exception means that it may be sent again, so receivers see each at least once.</summary>
public interface IOutboxSender
{
    Task SendAsync(OutboundMessage message, CancellationToken cancellation);
}

/// <summary>What leaves the engine.</summary>
public abstract record OutboundMessage
{
    private OutboundMessage() { }

    /// <summary>
    /// A job for a worker on the bus; job key and attempt identify it. An answer that comes after <see cref="Deadline"/> may find the job offered again with the next attempt.
    /// <see cref="Variables"/> are those mapped by the element's inputs alone: what a definition does not map does not leave.
    /// </summary>
    public sealed record JobOffered(
        ScopeKey Job, int Attempt, string JobType, InstanceId Instance, string ProcessId, string Element, string? BusinessKey,
        DateTimeOffset Deadline, FeelContext Variables, ImmutableDictionary<string, string> Headers) : OutboundMessage;

    /// <summary>A message that a process published; <see cref="Key"/> identifies it.</summary>
    public sealed record MessageThrown(
        ScopeKey Key, string Name, string CorrelationKey, InstanceId Instance, string ProcessId, string? BusinessKey,
        DateTimeOffset PublishedAt, DateTimeOffset ExpiresAt, FeelContext Variables) : OutboundMessage;
}
