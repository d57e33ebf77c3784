using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orchestrator.Ui.Text;

/// <summary>Values of variables as people read them: texts without quotes, structures indented, letters as they are.</summary>
public static class ValueWords
{
    private const int OneLineMax = 60;

    // The text is drawn by Razor, which encodes it for HTML; inside it an «è» stays an «è».
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON value in words; text that is not JSON is shown as it is.</summary>
    public static string Of(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var value = document.RootElement;
            if (value.ValueKind == JsonValueKind.String)
                return value.GetString()!;

            var line = JsonSerializer.Serialize(value, OneLine);
            return line.Length <= OneLineMax ? line : JsonSerializer.Serialize(value, Indented);
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
