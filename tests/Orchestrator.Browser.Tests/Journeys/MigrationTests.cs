using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>A reminder on the deadline was forgotten: a designer deploys it as a new version and lets the waiting cases go on under it.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class MigrationTests(int width)
{
    // Two hundred wait in ReminderChainTests.
    private const int Cases = 12;

    private static string Process(string id, string task, string reminder) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
          <process id="{id}" name="Incontro di presentazione" isExecutable="true">
            <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="{task}"/>
            <userTask id="{task}" name="Pianifica l’incontro"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="apl"/></extensionElements></userTask>
            <boundaryEvent id="term" name="Termine di 30 giorni" attachedToRef="{task}"><timerEventDefinition><timeDuration>P30D</timeDuration></timerEventDefinition></boundaryEvent>
            <sequenceFlow id="t" sourceRef="term" targetRef="end"/>{reminder}
            <sequenceFlow id="b" sourceRef="{task}" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;

    private const string Reminder = """
        <boundaryEvent id="remind" name="Sollecito al ventesimo giorno" attachedToRef="plan-meeting" cancelActivity="false">
          <timerEventDefinition><timeDuration>P20D</timeDuration></timerEventDefinition>
        </boundaryEvent>
        <sequenceFlow id="r" sourceRef="remind" targetRef="reminded"/><endEvent id="reminded"/>
        """;

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.InRange(200, 204), text);
        return text.Length > 0 ? JsonDocument.Parse(text).RootElement : default;
    }

    private static async Task DeployAsync(HttpClient client, string bpmn)
    {
        using var file = new MultipartFormDataContent { { new StringContent(bpmn), "resources", "meeting.bpmn" } };
        using var deployed = await client.PostAsync(new Uri("/v2/deployments", UriKind.Relative), file);
        Assert.That((int)deployed.StatusCode, Is.EqualTo(200), await deployed.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Waiting_cases_get_the_reminder_that_was_forgotten()
    {
        var process = $"meeting-{width}";
        using var program = IncidentTests.Program();
        await DeployAsync(program, Process(process, "plan", ""));
        var started = await Task.WhenAll(Enumerable.Range(0, Cases).Select(_ => PostAsync(program, "/v2/process-instances", new { processDefinitionId = process })));
        await DeployAsync(program, Process(process, "plan-meeting", Reminder));

        await using var desk = await Desk.SignedInAsync("designer", width);
        await desk.GoAsync($"/definizioni/{process}/migrazione");
        await Expect(desk.Heading).ToHaveTextAsync("Migrazione");
        await desk.Page.GetByLabel("Dalla versione").SelectOptionAsync("1");
        await desk.Page.GetByLabel("Alla versione", new() { Exact = true }).SelectOptionAsync("2");
        await desk.Button("Confronta").ClickAsync();

        // Without a counterpart nothing can go on, and the page says so case by case.
        await desk.Page.GetByLabel("Corrispondente di Pianifica l’incontro").SelectOptionAsync("");
        await desk.Button("Prova").ClickAsync();
        await Expect(desk.Page.GetByText("aspetta in «Pianifica l’incontro», che nell’altra versione non c’è").First).ToBeVisibleAsync();
        await Expect(desk.Button($"Migra queste {Cases} pratiche")).ToHaveCountAsync(0);
        await desk.InspectAsync("migration-needs");

        await desk.Page.GetByLabel("Corrispondente di Pianifica l’incontro").SelectOptionAsync("plan-meeting");
        await desk.Button("Prova").ClickAsync();
        await Expect(desk.Button($"Migra queste {Cases} pratiche")).ToBeVisibleAsync();
        await desk.InspectAsync("migration-rehearsed");

        // One of them moves between the rehearsal and the migration.
        var moved = started[0].GetProperty("processInstanceKey").GetString()!;
        await PostAsync(program, $"/v2/process-instances/{moved}/cancellation", new { });
        await desk.Button($"Migra queste {Cases} pratiche").ClickAsync();
        await Expect(desk.Page.GetByText("Migrazione avviata")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("Conclusa.").First).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText($"{Cases} di {Cases} trattate").First).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Saltate (1)" }).ClickAsync();
        await Expect(desk.Page.GetByText("saltata: si è mossa dopo la prova")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("main table").Last).ToContainTextAsync(moved);
        await desk.InspectAsync("migration-done");

        // The page to print has no drawing: this small process has none.
        await using var supervisor = await Desk.SignedInAsync("supervisore", width);
        await supervisor.GoAsync($"/pratiche/{started[1].GetProperty("processInstanceKey").GetString()}/stampa");
        await Expect(supervisor.Page.GetByText("ha fatto proseguire la pratica con un’altra versione della procedura")).ToBeVisibleAsync();
        await Expect(supervisor.Page.Locator("main")).ToContainTextAsync("Sollecito al ventesimo giorno");
        Assert.That(desk.Complaints, Is.Empty);
    }
}
