using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Deployments;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>
/// Templates of the services that the programme has, for the editor: a service task of each job type with the inputs, results and headers that the deployed definitions give it. Read from them, so that
/// nothing is written down twice; a service that no definition uses yet has no template.
/// </summary>
internal static class ElementTemplates
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The templates as the editor reads them: a JSON list.</summary>
    public static async Task<string> OfAsync(DefinitionCatalog definitions)
    {
        var services = new SortedDictionary<string, Service>(StringComparer.Ordinal);
        foreach (var record in definitions.Latest)
        {
            if (await definitions.FindAsync(record.Key) is not { } process) continue;
            foreach (var node in process.Graph.Nodes)
                if (JobOf(node) is { Type: BpmnValue.Fixed type } job) Learn(services, type.Text, job, (ActivityNode)node);
        }
        return new JsonArray([.. services.Select(service => (JsonNode)Template(service.Key, service.Value))]).ToJsonString(s_json);
    }

    private static JobDefinition? JobOf(FlowNode node) => node switch
    {
        ServiceTaskNode task => task.Job,
        _ => null,
    };

    private static void Learn(SortedDictionary<string, Service> services, string type, JobDefinition job, ActivityNode node)
    {
        if (!services.TryGetValue(type, out var service)) services[type] = service = new([], [], []);
        service.Uses++;
        foreach (var input in node.Inputs) service.Inputs[input.Target] = service.Inputs.GetValueOrDefault(input.Target) + 1;
        foreach (var output in node.Outputs) service.Outputs.Add(output.Target);
        foreach (var header in job.Headers.Keys) service.Headers.Add(header);
    }

    private static JsonObject Template(string type, Service service)
    {
        var properties = new JsonArray
        {
            new JsonObject { ["type"] = "Hidden", ["value"] = type, ["binding"] = new JsonObject { ["type"] = "zeebe:taskDefinition", ["property"] = "type" } },
        };
        // What every use gives is asked for; the rest can be added.
        foreach (var (target, count) in service.Inputs)
        {
            properties.Add(new JsonObject
            {
                ["label"] = target, ["type"] = "String", ["feel"] = "optional", ["optional"] = count < service.Uses,
                ["binding"] = new JsonObject { ["type"] = "zeebe:input", ["name"] = target },
            });
        }
        foreach (var header in service.Headers)
        {
            properties.Add(new JsonObject
            {
                ["label"] = header, ["type"] = "String", ["optional"] = true,
                ["binding"] = new JsonObject { ["type"] = "zeebe:taskHeader", ["key"] = header },
            });
        }
        return new JsonObject
        {
            ["$schema"] = "https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json",
            ["name"] = type, ["id"] = $"orchestrator.{type}", ["version"] = 1,
            ["description"] = service.Outputs.Count > 0 ? string.Join(", ", service.Outputs) : null,
            ["appliesTo"] = new JsonArray("bpmn:Task", "bpmn:ServiceTask"),
            ["elementType"] = new JsonObject { ["value"] = "bpmn:ServiceTask" },
            ["properties"] = properties,
        };
    }

    private sealed record Service(SortedDictionary<string, int> Inputs, SortedSet<string> Outputs, SortedSet<string> Headers)
    {
        public int Uses { get; set; }
    }
}
