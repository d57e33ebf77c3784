using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Records;

/// <summary>The exported event log opened by somebody else's process mining (pm4js, unmodified).</summary>
[Category("Slow")]
internal sealed class XesReaderTests
{
    private const string TwoSteps = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
          <process id="two-steps" name="Two steps" isExecutable="true">
            <startEvent id="start" name="Begin"/>
            <userTask id="first" name="L'esame &amp; la &quot;verifica&quot;"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="regione"/></extensionElements></userTask>
            <userTask id="second" name="Firma"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="regione"/></extensionElements></userTask>
            <endEvent id="end" name="End"/>
            <sequenceFlow id="a" sourceRef="start" targetRef="first"/><sequenceFlow id="b" sourceRef="first" targetRef="second"/><sequenceFlow id="c" sourceRef="second" targetRef="end"/>
          </process>
        </definitions>
        """;

    [Test]
    public async Task Every_trace_and_event_arrives_with_its_name_life_cycle_person_and_instant()
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAccountAsync("oper", [Roles.Operator], ["regione"]);
        await server.DeployAsync(TwoSteps);
        using var admin = server.Client("admin");
        using var oper = server.Client("oper");
        foreach (var key in (string[])["CR-1", "CR-2"]) await admin.PostAsync("/v2/process-instances", new { processDefinitionId = "two-steps", businessId = key });
        for (var step = 0; step < 2; step++)
        {
            var open = await TasksAsync(oper);
            Assert.That(open, Has.Count.EqualTo(2), "one in each case");
            foreach (var key in open.Select(task => task.Text("userTaskKey")))
            {
                Assert.That((await oper.PostAsync($"/v2/user-tasks/{key}/assignment", new { assignee = "oper" })).Status, Is.EqualTo(204));
                Assert.That((await oper.PostAsync($"/v2/user-tasks/{key}/completion", new { variables = new { } })).Status, Is.EqualTo(204));
            }
        }

        var file = Path.Combine(server.Folder, "pratiche.xes");
        await using var scope = server.Services.CreateAsyncScope();
        var auditor = new ActingUser("auditor", "Ada Audit", [], [Roles.Auditor]);
        var client = scope.ServiceProvider.GetRequiredService<IOrchestratorClient>();
        var exported = await client.Records.ExportAsync(auditor, new CaseQuery(null, null, 0, 50), new(ExportFormat.Xes, Pseudonyms: false), CancellationToken.None);
        await File.WriteAllBytesAsync(file, exported.Value!.Content);
        var read = JsonDocument.Parse(await NodeProgram.RunAsync("pm4js", ["read.cjs", file])).RootElement;

        var traces = read.GetProperty("traces").EnumerateArray().ToList();
        Assert.That(traces.Select(trace => trace.Text("name")), Is.EquivalentTo(new[] { "CR-1", "CR-2" }));
        foreach (var trace in traces)
        {
            var events = trace.GetProperty("events").EnumerateArray().ToList();
            var completed = events.Where(one => one.Text("transition") == "complete").ToList();
            Assert.That(completed.Select(one => one.Text("name")).Where(name => name != "Two steps"), Is.EqualTo(new[] { "Begin", "L'esame & la \"verifica\"", "Firma", "End" }));
            Assert.That(completed.Single(one => one.Text("name") == "Firma").Text("resource"), Is.EqualTo("oper"));
            var found = await client.Cases.SearchAsync(auditor, new CaseQuery(null, trace.Text("name"), 0, 1), CancellationToken.None);
            var story = (await client.Cases.StoryAsync(auditor, found.Value!.Cases[0].Case.InstanceKey, 1, 200, CancellationToken.None)).Value!;
            var told = story.Where(entry => entry.EventName == "element-completed" && entry is { ElementId: not null, ElementName: not null, IsPath: false }).Select(entry => Thousandths(entry.At));
            Assert.That(completed.Select(one => Thousandths(DateTimeOffset.Parse(one.Text("at"), CultureInfo.InvariantCulture))), Is.EqualTo(told), "to the millisecond");
        }
        Assert.That(read.GetProperty("activities").GetProperty("Firma").GetInt32(), Is.GreaterThanOrEqualTo(2), "and its algorithms run on it");
    }

    private static string Thousandths(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static async Task<List<JsonElement>> TasksAsync(HttpClient client) =>
        [.. (await client.PostAsync("/v2/user-tasks/search", new { filter = new { state = "CREATED" } })).Body.GetProperty("items").EnumerateArray()];
}
