using System.Buffers;
using System.Globalization;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Storage.Codec;

namespace Orchestrator.Storage.Encryption;

/// <summary>
/// Variables of buffered messages. A message has no instance yet, so it rests under a key of its own subject, <see cref="Subject"/>, and goes when it has been
/// correlated or its time to live ends; in the instance that takes it, it lies under that instance's key.
/// </summary>
internal sealed class MessageCipher(byte[] key)
{
    /// <summary>The subject of everything that is in transit.</summary>
    public const long Subject = 0;

    public byte[] Encrypt(MessageRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        ValueCodec.WriteDocument(buffer, row.Variables);
        return PayloadCipher.Encrypt(key, PayloadFrame.Pack(buffer.WrittenSpan), Associated(row.Key, row.Name, row.CorrelationKey));
    }

    /// <exception cref="UnreadableHistoryException">The payload was changed or moved to another message.</exception>
    public FeelContext Decrypt(long messageKey, string name, string correlationKey, byte[] payload)
    {
        var plain = PayloadCipher.Decrypt(key, payload, Associated(messageKey, name, correlationKey));
        return ValueCodec.ReadDocument(PayloadFrame.Unpack(plain)) as FeelContext ?? throw new UnreadableHistoryException($"Expected variables in message {messageKey}, but found another value.");
    }

    private static byte[] Associated(long messageKey, string name, string correlationKey) =>
        System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"message\0{messageKey}\0{name}\0{correlationKey}"));
}
