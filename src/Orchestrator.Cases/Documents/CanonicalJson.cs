using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Documents;

/// <summary>
/// The one text of a JSON value (RFC 8785): members in the order of their names' UTF-16 units, no spaces, only the escapes that must be, numbers in their shortest form.
/// Numbers are read as decimals, so that 34 and 34.00 are the same and nothing is lost up to 28 digits; a larger one is refused.
/// </summary>
internal static class CanonicalJson
{
    /// <exception cref="RegistryRefusedException">INVALID: no JSON object, or a number out of range.</exception>
    public static string OfObject(string json)
    {
        try
        {
            if (JsonNode.Parse(json) is not JsonObject value) throw new RegistryRefusedException(RefusalCode.Invalid, "Expected the document to be a JSON object, but found something else.");
            var text = new StringBuilder();
            Write(text, value);
            return text.ToString();
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            throw new RegistryRefusedException(RefusalCode.Invalid, "Expected the document to be JSON in which no object names a member twice, but it is not.");
        }
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                WriteAll(text, '{', '}', members.OrderBy(member => member.Key, StringComparer.Ordinal), member =>
                {
                    Quote(text, member.Key);
                    text.Append(':');
                    Write(text, member.Value);
                });
                break;
            case JsonArray items:
                WriteAll(text, '[', ']', items, item => Write(text, item));
                break;
            default:
                WriteValue(text, node);
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(',');
            first = false;
            write(item);
        }
        text.Append(close);
    }

    private static void WriteValue(StringBuilder text, JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.String:
                Quote(text, node.GetValue<string>());
                break;
            case JsonValueKind.Number:
                if (!decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    throw new RegistryRefusedException(RefusalCode.Invalid, "Expected the numbers of the document to have at most 28 digits, but one has more.");
                text.Append(number == 0 ? "0" : number.ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }
        text.Append('"');
    }
}
