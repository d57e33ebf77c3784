using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class IncidentTests(int width)
{
    // The way is chosen by a variable that is missing: the choice fails until somebody sets it.
    private const string Process = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
          <process id="PROCESS" name="Prova di incidente" isExecutable="true">
            <startEvent id="start"/><exclusiveGateway id="choice" name="Quale via?"/><userTask id="look" name="Guarda"><extensionElements><zeebe:userTask/></extensionElements></userTask>
            <endEvent id="end"/>
            <sequenceFlow id="a" sourceRef="start" targetRef="choice"/>
            <sequenceFlow id="b" sourceRef="choice" targetRef="look"><conditionExpression xsi:type="tFormalExpression">=amount &gt; 10</conditionExpression></sequenceFlow>
            <sequenceFlow id="c" sourceRef="choice" targetRef="end"><conditionExpression xsi:type="tFormalExpression">=amount &lt;= 10</conditionExpression></sequenceFlow>
            <sequenceFlow id="d2" sourceRef="look" targetRef="end"/>
          </process>DRAWING
        </definitions>
        """;

    private const string Drawing = """
          <bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="diagram">
            <bpmndi:BPMNPlane id="plane" bpmnElement="PROCESS">
              <bpmndi:BPMNShape id="s1" bpmnElement="start"><dc:Bounds x="100" y="100" width="36" height="36"/></bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="s2" bpmnElement="choice" isMarkerVisible="true"><dc:Bounds x="200" y="93" width="50" height="50"/></bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="s3" bpmnElement="look"><dc:Bounds x="320" y="78" width="100" height="80"/></bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="s4" bpmnElement="end"><dc:Bounds x="500" y="100" width="36" height="36"/></bpmndi:BPMNShape>
              <bpmndi:BPMNEdge id="e1" bpmnElement="a"><di:waypoint x="136" y="118"/><di:waypoint x="200" y="118"/></bpmndi:BPMNEdge>
              <bpmndi:BPMNEdge id="e2" bpmnElement="b"><di:waypoint x="250" y="118"/><di:waypoint x="320" y="118"/></bpmndi:BPMNEdge>
              <bpmndi:BPMNEdge id="e3" bpmnElement="c"><di:waypoint x="225" y="143"/><di:waypoint x="225" y="220"/><di:waypoint x="518" y="220"/><di:waypoint x="518" y="136"/></bpmndi:BPMNEdge>
              <bpmndi:BPMNEdge id="e4" bpmnElement="d2"><di:waypoint x="420" y="118"/><di:waypoint x="500" y="118"/></bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>
          </bpmndi:BPMNDiagram>
        """;

    [Test]
    public async Task An_incident_is_read_corrected_with_a_reason_and_retried()
    {
        var process = $"incident-{width}";
        await StartAsync(process);
        await using var desk = await Desk.SignedInAsync("supervisore", width);
        await desk.GoAsync($"/incidenti?cerca=Prova+di+incidente");
        await desk.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Quale via?" }).First.ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Quale via?");

        await desk.Page.GetByText("Riprova con dati corretti").ClickAsync();
        await desk.Page.GetByLabel("Dati visti dal passaggio").FillAsync("{ \"amount\": }");
        await desk.Page.GetByLabel("Motivo").FillAsync("L’importo mancava.");
        await desk.Button("Correggi e riprova").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("non è JSON: errore alla riga 1");

        await desk.Page.GetByLabel("Dati visti dal passaggio").FillAsync("{ \"amount\": 12 }");
        await desk.Button("Correggi e riprova").ClickAsync();
        await Expect(desk.Page.GetByText("Riprovato: se fallisce ancora")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("main")).Not.ToContainTextAsync(process);
    }

    /// <summary>A program that may deploy and start.</summary>
    internal static HttpClient Program()
    {
        var client = new HttpClient { BaseAddress = Stage.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Stage.Password}")));
        return client;
    }

    internal static async Task StartAsync(string process, bool drawn = false)
    {
        using var client = Program();
        using var file = new MultipartFormDataContent { { new StringContent(Process.Replace("DRAWING", drawn ? Drawing : "", StringComparison.Ordinal).Replace("PROCESS", process, StringComparison.Ordinal)), "resources", "incident.bpmn" } };
        using var deployed = await client.PostAsync(new Uri("/v2/deployments", UriKind.Relative), file);
        Assert.That((int)deployed.StatusCode, Is.EqualTo(200), await deployed.Content.ReadAsStringAsync());
        using var started = await client.PostAsJsonAsync("/v2/process-instances", new { processDefinitionId = process });
        Assert.That((int)started.StatusCode, Is.EqualTo(200), await started.Content.ReadAsStringAsync());
    }
}
