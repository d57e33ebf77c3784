namespace Orchestrator.Bpmn.Xml;

internal static class Namespaces
{
    public const string Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public const string BpmnDi = "http://www.omg.org/spec/BPMN/20100524/DI";
    public const string Zeebe = "http://camunda.org/schema/zeebe/1.0";
    public const string Orch = "urn:orchestrator:bpmn:1";
}
