namespace Orchestrator.Server.Tests.Bodies;

/// <summary>A sound body of an operation, with every field that it may have.</summary>
internal sealed record SampleBody(string Route, string Address, string Body)
{
    public string Method => Route.Split(' ')[0];

    public override string ToString() => Route;
}

/// <summary>One for each operation that takes a body, out of <c>samples.txt</c>.</summary>
internal static partial class SampleBodies
{
    // A job and a task that nobody reaches: the bodies are read, and what they name is not there.
    public const string Process = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="https://example.org/bodies">
          <bpmn:process id="bodies" isExecutable="true">
            <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
            <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="job" />
            <bpmn:serviceTask id="job"><bpmn:extensionElements><zeebe:taskDefinition type="bodies" /></bpmn:extensionElements><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:serviceTask>
            <bpmn:sequenceFlow id="b" sourceRef="job" targetRef="end" />
            <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
          </bpmn:process>
        </bpmn:definitions>
        """;

    public static IReadOnlySet<string> WithoutBody { get; } = new HashSet<string>
    {
        "POST /v2/clock/reset", "POST /api/instances/{key}/verification", "POST /api/migrations/{list}/stop", "POST /api/processes/{processId}/versions/{version}/retirement/withdrawal", "POST /v2/deployments",
    };

    public static IEnumerable<SampleBody> All { get; } =
        [.. File.ReadAllText(Golden.PathOf("samples.txt")).TrimEnd('\n').Split("\n\n").Select(sample => sample.Split('\n')).Select(lines => new SampleBody(lines[0], AddressOf(lines[0]), lines[1]))];

    private static string AddressOf(string route) => Key().Replace(route.Split(' ')[1], "1048576");

    [System.Text.RegularExpressions.GeneratedRegex(@"\{\w+\}")]
    private static partial System.Text.RegularExpressions.Regex Key();
}
