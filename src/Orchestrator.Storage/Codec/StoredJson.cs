using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orchestrator.Storage.Codec;

/// <summary>How stored JSON is written and read, in one place.</summary>
internal static class StoredJson
{
    // It is stored encrypted and never embedded in a page: escaping Italian letters would only make it longer.
    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = DepthMax };

    private const int DepthMax = 1_000;

    private static readonly JsonDocumentOptions _reader = new() { MaxDepth = DepthMax };

    public static JsonDocument Parse(ReadOnlyMemory<byte> stored)
    {
        try
        {
            return JsonDocument.Parse(stored, _reader);
        }
        catch (JsonException wrong)
        {
            throw new UnreadableHistoryException("Expected stored JSON, but the bytes are damaged.", wrong);
        }
    }
}
