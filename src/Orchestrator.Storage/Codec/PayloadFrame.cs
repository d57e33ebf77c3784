using System.IO.Compression;

namespace Orchestrator.Storage.Codec;

/// <summary>
/// Compression inside a payload, before encryption: one byte says how (0 as it is, 1 Brotli). Small payloads stay as they are: the fixed costs are greater than
/// what is saved (measured: docs/performance.md).
/// </summary>
internal static class PayloadFrame
{
    public const int CompressFromBytes = 512;

    private const byte Plain = 0;
    private const byte Brotli = 1;
    private const int Quality = 1;
    private const int Window = 18;

    public static byte[] Pack(ReadOnlySpan<byte> content)
    {
        if (content.Length >= CompressFromBytes)
        {
            var packed = new byte[5 + BrotliEncoder.GetMaxCompressedLength(content.Length)];
            // The length is kept, so that a reader allocates once and knows what it must get.
            if (BrotliEncoder.TryCompress(content, packed.AsSpan(5), out var written, Quality, Window) && written + 5 < content.Length)
            {
                packed[0] = Brotli;
                System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(packed.AsSpan(1), content.Length);
                return packed[..(5 + written)];
            }
        }
        var plain = new byte[1 + content.Length];
        plain[0] = Plain;
        content.CopyTo(plain.AsSpan(1));
        return plain;
    }

    /// <exception cref="UnreadableHistoryException">Not a frame of ours.</exception>
    public static ReadOnlyMemory<byte> Unpack(byte[] framed)
    {
        switch (framed)
        {
            case [Plain, ..]: return framed.AsMemory(1);
            case [Brotli, _, _, _, _, ..]:
                var content = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(framed.AsSpan(1))];
                if (BrotliDecoder.TryDecompress(framed.AsSpan(5), content, out var written) && written == content.Length) return content;
                break;
        }
        throw new UnreadableHistoryException("Expected a stored payload, but the bytes inside the encryption are of another form: they were written by a newer version of the program.");
    }
}
