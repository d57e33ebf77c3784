using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Hosting.Maintenance;

namespace Orchestrator.Server.Tests.Seals;

/// <summary>What a person or a program hears who asks whether a case is proved.</summary>
internal sealed class CaseVerificationTests
{
    private const string Definition =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
          <bpmn:process id="proved" isExecutable="true">
            <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>
            <bpmn:userTask id="x"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="apl"/></bpmn:extensionElements></bpmn:userTask>
            <bpmn:sequenceFlow id="f2" sourceRef="x" targetRef="end"/><bpmn:endEvent id="end"/>
          </bpmn:process>
        </bpmn:definitions>
        """;

    [Test]
    public async Task The_verification_of_a_case_compares_it_with_the_seals_and_says_when_the_last_was_made()
    {
        await using var server = await RunningServer.StartAsync();
        await server.DeployAsync(Definition);
        using var client = server.Client("admin");
        var (status, started) = await client.PostAsync("/v2/process-instances", new { processDefinitionId = "proved" });
        Assert.That(status, Is.EqualTo(200), started.ToString());
        var path = $"/api/instances/{started.Text("processInstanceKey")}/verification";
        var checkpoint = await server.Services.GetRequiredService<SealDesk>().SealAsync(newFile: false, CancellationToken.None);

        var (_, proved) = await client.PostAsync(path, new { });
        Assert.That(proved.GetProperty("intact").GetBoolean(), Is.True, proved.ToString());
        Assert.That(proved.GetProperty("lastSealAt").GetDateTimeOffset(), Is.EqualTo(checkpoint.At).Within(TimeSpan.FromMilliseconds(1)));
        Assert.That(proved.GetProperty("sealedEvents").GetInt64(), Is.EqualTo(proved.GetProperty("events").GetInt64()));

        var file = server.Services.GetRequiredService<Places>().SealFile;
        var lines = await File.ReadAllLinesAsync(file);
        var newest = Array.FindLastIndex(lines, line => line.StartsWith("checkpoint ", StringComparison.Ordinal));
        await File.WriteAllTextAsync(file, string.Concat(lines[..newest].Select(line => line + "\n")));
        var (_, cut) = await client.PostAsync(path, new { });
        Assert.That(cut.GetProperty("intact").GetBoolean(), Is.False, cut.ToString());
        Assert.That(cut.GetProperty("firstBadPlace").GetProperty("code").GetString(), Is.EqualTo("SealMismatch"));

        File.Delete(file);
        var (_, gone) = await client.PostAsync(path, new { });
        Assert.That(gone.GetProperty("firstBadPlace").GetProperty("code").GetString(), Is.EqualTo("SealMismatch"), gone.ToString());
    }
}
