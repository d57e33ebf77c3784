using System.Security;
using System.Text.Json;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>The first contents of a new file: the least that its editor opens and our reader takes.</summary>
internal static class FileTemplates
{
    /// <param name="kind"><c>bpmn</c>, <c>dmn</c>, <c>form</c> or <c>scenario</c>.</param>
    /// <param name="id">The id of what the file holds.</param>
    /// <param name="name">Its name to show.</param>
    /// <param name="process">The process that a scenario starts.</param>
    public static string Of(string kind, string id, string name, string process) => kind switch
    {
        "bpmn" => Drawing(id, SecurityElement.Escape(name)),
        "dmn" => Table(id, SecurityElement.Escape(name)),
        "form" => Form(id, JsonSerializer.Serialize(name)),
        "scenario" => $"scenario {name}\nclock 2026-03-02T09:00:00+01:00\nstart {process}\nend completed\n",
        _ => throw new InvalidOperationException($"No template for files of kind {kind}."),
    };

    private static string Drawing(string id, string name) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
            xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
            xmlns:orch="urn:orchestrator:bpmn:1" xmlns:modeler="http://camunda.org/schema/modeler/1.0"
            id="definitions-{id}" targetNamespace="urn:orchestrator:programme" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
          <bpmn:process id="{id}" name="{name}" isExecutable="true">
            <bpmn:startEvent id="started">
              <bpmn:outgoing>started-ended</bpmn:outgoing>
            </bpmn:startEvent>
            <bpmn:sequenceFlow id="started-ended" sourceRef="started" targetRef="ended" />
            <bpmn:endEvent id="ended">
              <bpmn:incoming>started-ended</bpmn:incoming>
            </bpmn:endEvent>
          </bpmn:process>
          <bpmndi:BPMNDiagram id="diagram-{id}">
            <bpmndi:BPMNPlane id="plane-{id}" bpmnElement="{id}">
              <bpmndi:BPMNShape id="started-shape" bpmnElement="started"><dc:Bounds x="160" y="100" width="36" height="36" /></bpmndi:BPMNShape>
              <bpmndi:BPMNShape id="ended-shape" bpmnElement="ended"><dc:Bounds x="460" y="100" width="36" height="36" /></bpmndi:BPMNShape>
              <bpmndi:BPMNEdge id="started-ended-edge" bpmnElement="started-ended"><di:waypoint x="196" y="118" /><di:waypoint x="460" y="118" /></bpmndi:BPMNEdge>
            </bpmndi:BPMNPlane>
          </bpmndi:BPMNDiagram>
        </bpmn:definitions>

        """;

    private static string Table(string id, string name) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" id="{id}-model" name="{name}" namespace="urn:orchestrator:programme:{id}">
          <decision id="{id}" name="{name}">
            <decisionTable id="{id}-table" hitPolicy="UNIQUE">
              <input id="{id}-input"><inputExpression id="{id}-expression" typeRef="string"><text>value</text></inputExpression></input>
              <output id="{id}-output" name="result" typeRef="string" />
              <rule id="{id}-rule"><inputEntry id="{id}-when"><text>-</text></inputEntry><outputEntry id="{id}-then"><text>""</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <dmndi:DMNDI>
            <dmndi:DMNDiagram id="{id}-diagram"><dmndi:DMNShape id="{id}-shape" dmnElementRef="{id}"><dc:Bounds x="160" y="80" width="180" height="80" /></dmndi:DMNShape></dmndi:DMNDiagram>
          </dmndi:DMNDI>
        </definitions>

        """;

    private static string Form(string id, string name) =>
        $$"""
        {
          "id": "{{id}}",
          "type": "default",
          "schemaVersion": 18,
          "executionPlatform": "Camunda Cloud",
          "executionPlatformVersion": "8.8.0",
          "components": [
            { "id": "{{id}}-1", "type": "textfield", "key": "note", "label": {{name}} }
          ]
        }

        """;
}
