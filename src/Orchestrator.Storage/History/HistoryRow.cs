namespace Orchestrator.Storage.History;

/// <summary>One stored commit of one instance, as it lies in the database: nothing decrypted.</summary>
public sealed record HistoryRow(HistoryEnvelope Envelope, byte[] PreviousHash, byte[] Hash, byte[] Payload)
{
    /// <summary>Whether the stored hash is the one that envelope, payload and previous hash give.</summary>
    public bool IsSound() =>
        PreviousHash.Length == Chain.HashBytes && Chain.Hash(PreviousHash, Envelope.Encode(), Payload).AsSpan().SequenceEqual(Hash);
}
