using System.Text.Json.Nodes;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.Support;

/// <summary>Jobs as the engine offers them.</summary>
internal static class JobsFor
{
    public static Job Make(string type, long key, JsonObject input) =>
        new(key, type, 1, DateTimeOffset.MaxValue, 4_194_304, "p1-collective", "element", input, new Dictionary<string, string>());

    public static JsonObject Variables(this JobResult result) =>
        result is JobResult.Completed done ? done.Variables : throw new AssertionException($"Expected a completed job, but found {result}.");
}
