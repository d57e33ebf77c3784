using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Changes;
using Orchestrator.Storage.History;

namespace Orchestrator.Storage.Commits;

/// <summary>A member with everything computed that needs no database: encoded, encrypted, hashed.</summary>
internal sealed record PreparedMember(CommitMember Member, HistoryRow Row, InstanceWrite Instance)
{
    /// <summary>The 16 bytes of the request in the order of its text, so that time-ordered keys stay ordered.</summary>
    public required byte[] CommandId { get; init; }

    public NewSubject? Subject { get; init; }

    public byte[]? Snapshot { get; init; }

    public long Version => Row.Envelope.LastSequence;
}

/// <summary>A data key that is stored for the first time with this member.</summary>
internal sealed record NewSubject(long Subject, byte[] Key, byte[] Wrapped);
