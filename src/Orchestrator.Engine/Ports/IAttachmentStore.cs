using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Ports;

/// <summary>
/// The bytes of files that were brought to tasks. What a file is stands in the history; here lie its bytes, encrypted with the data key of the instance. They lie here before the
/// history says so, so that no event is without them; bytes that no event followed are found by <see cref="UnsettledAsync"/>.
/// </summary>
public interface IAttachmentStore
{
    /// <summary>Keeps the bytes; the same id twice is kept once.</summary>
    /// <returns>False when there is no such instance, or its subject was erased.</returns>
    Task<bool> KeepAsync(InstanceId instance, string id, ReadOnlyMemory<byte> content, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>The bytes; null when there are none, when the subject was erased, and when what is stored is not what was kept.</summary>
    Task<byte[]?> ReadAsync(InstanceId instance, string id, CancellationToken cancellation);

    /// <summary>The history has the file.</summary>
    Task SettleAsync(string id, CancellationToken cancellation);

    /// <summary>Forgets the bytes; those that are not there are no error.</summary>
    Task DeleteAsync(string id, CancellationToken cancellation);

    /// <summary>Bytes kept before an instant of which nobody has said that the history has them, the oldest first.</summary>
    Task<IReadOnlyList<(InstanceId Instance, string Id)>> UnsettledAsync(DateTimeOffset before, int take, CancellationToken cancellation);
}
