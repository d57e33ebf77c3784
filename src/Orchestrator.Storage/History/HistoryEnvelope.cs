using System.Buffers.Binary;
using System.Text;

namespace Orchestrator.Storage.History;

/// <summary>
/// What stands in the clear beside a payload: who did what, where in which history. It is hashed with the payload and is the payload's associated data,
/// so none of it can be changed, and no payload can be moved under another envelope.
/// </summary>
/// <param name="Instance">The number of the instance.</param>
/// <param name="FirstSequence">The position of the first event of the commit, from 1.</param>
/// <param name="Count">How many events the commit holds, at least 1.</param>
/// <param name="AtTicks">The instant of the commit: ticks of 100 ns since 1970-01-01T00:00:00Z.</param>
/// <param name="Actor">The account name, or the part of the system.</param>
/// <param name="Command">The idempotency key of the command.</param>
public readonly record struct HistoryEnvelope(long Instance, long FirstSequence, int Count, long AtTicks, string Actor, Guid Command)
{
    public const byte Version = 1;

    public long LastSequence => FirstSequence + Count - 1;

    public DateTimeOffset At => new(DateTime.UnixEpoch.Ticks + AtTicks, TimeSpan.Zero);

    public static long TicksOf(DateTimeOffset at) => at.UtcTicks - DateTime.UnixEpoch.Ticks;

    /// <summary>
    /// The canonical bytes: the version, then each field as a big-endian 4-byte length and that many bytes (numbers big-endian, texts UTF-8, the command's
    /// 16 bytes in the order of its text). Written down in docs/history-format.md.
    /// </summary>
    public byte[] Encode()
    {
        var actorBytes = Encoding.UTF8.GetByteCount(Actor);
        var bytes = new byte[1 + 6 * sizeof(uint) + 3 * sizeof(long) + sizeof(int) + actorBytes + 16];
        var rest = bytes.AsSpan();
        rest[0] = Version;
        rest = rest[1..];
        rest = PutLong(PutLong(rest, Instance), FirstSequence);
        rest = PutInt(rest, Count);
        rest = PutLong(rest, AtTicks);
        rest = PutLength(rest, actorBytes);
        Encoding.UTF8.GetBytes(Actor, rest);
        rest = PutLength(rest[actorBytes..], 16);
        Command.TryWriteBytes(rest, bigEndian: true, out _);
        return bytes;
    }

    private static Span<byte> PutLength(Span<byte> rest, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(rest, length);
        return rest[sizeof(int)..];
    }

    private static Span<byte> PutLong(Span<byte> rest, long number)
    {
        rest = PutLength(rest, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(rest, number);
        return rest[sizeof(long)..];
    }

    private static Span<byte> PutInt(Span<byte> rest, int number)
    {
        rest = PutLength(rest, sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(rest, number);
        return rest[sizeof(int)..];
    }
}
