using System.Text.Json.Nodes;

namespace Orchestrator.Ui.Text;

/// <summary>What was typed and kept, over the data as they are now.</summary>
public static class DraftWords
{
    /// <summary>The draft's fields in place of those of the same name; what only the case knows stays as it is now.</summary>
    public static string Over(string dataJson, string draftJson)
    {
        if (JsonNode.Parse(dataJson) is not JsonObject data || JsonNode.Parse(draftJson) is not JsonObject draft) return dataJson;
        foreach (var (name, value) in draft) data[name] = value?.DeepClone();
        return data.ToJsonString();
    }
}
