using System.Text.Json.Nodes;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Feel;

namespace Orchestrator.Hosting.Demo;

/// <summary>A human task as a scripted person sees it.</summary>
internal sealed class ScriptedTask(OpenTask task, DemoWorld world, DateTimeOffset now)
{
    private readonly FeelContext _variables = task.Variables;

    public string Element => task.Row.Element;

    public string ProcessId => task.Row.ProcessId;

    public DemoWorld World => world;

    public DateTimeOffset Now => now;

    public DateTimeOffset CreatedAt => task.Row.CreatedAt;

    /// <summary>A variable that the task sees as JSON, or null.</summary>
    public JsonNode? this[string name] => _variables.TryGet(name, out var value) ? JsonNode.Parse(FeelJson.Write(value)) : null;

    /// <summary>A text variable; empty when there is none.</summary>
    public string Text(string name) => this[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>A list variable; empty when there is none.</summary>
    public JsonArray List(string name) => this[name] as JsonArray ?? [];

    /// <summary>Case ids of those who have a place in the session: from the process, or, where everybody is invited, from the registry.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>How often this element was completed before in the same instance; counted only where the script asks for it.</summary>
    public int Earlier { get; init; }

    /// <summary>The number of the worker whose case this is, as in the sample data; 0 for a collective task.</summary>
    public int Worker => world.WorkerOf(Text("case"));

    /// <summary>The form's schema, or null.</summary>
    public string? Form => task.FormSchema;
}
