using System.Text.Json.Nodes;
using Orchestrator.Agency.Apl.Jobs;
using Orchestrator.Worker;

namespace Orchestrator.Agency.Apl.Texts;

/// <summary>What a text may name: <c>agreement</c>, <c>crisis</c>, <c>subject</c> (the agreement, or the crisis without one), the terms by their names, and <c>reminder.day</c>.</summary>
internal static class TextData
{
    /// <summary>The data that the inputs of <paramref name="job"/> give.</summary>
    public static Dictionary<string, string> Of(Job job)
    {
        var (agreement, crisis) = job.RequiredOwner();
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = agreement ?? crisis! };
        if (agreement is not null)
            data["agreement"] = agreement;
        if (crisis is not null)
            data["crisis"] = crisis;
        if (job.OptionalText("centre") is { } centre)
            data["centre"] = centre;
        Add(data, job.Input["terms"], "");
        Add(data, job.Input["reminder"], "reminder.");
        return data;
    }

    // terms.presentationLastDay is called presentationLastDay in a text, reminder.day keeps its prefix.
    private static void Add(Dictionary<string, string> data, JsonNode? node, string prefix)
    {
        if (node is not JsonObject values)
            return;
        foreach (var (name, value) in values)
            data[prefix + name] = value?.ToString() ?? "";
    }
}
