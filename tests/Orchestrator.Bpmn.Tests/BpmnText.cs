using Orchestrator.Bpmn.Model;
using Orchestrator.Diagnostics;

namespace Orchestrator.Bpmn.Tests;

/// <summary>Short ways to write and read definitions in tests.</summary>
internal static class BpmnText
{
    public const string Head =
        """<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:orch="urn:orchestrator:bpmn:1" targetNamespace="t">""";

    /// <summary>A file with one executable process <c>p</c>, and what stands beside it at the root.</summary>
    public static string Process(string inside, string root = "") => $"""{Head}<bpmn:process id="p" isExecutable="true">{inside}</bpmn:process>{root}</bpmn:definitions>""";

    /// <summary>Start, one node, end.</summary>
    public static string Around(string node, string root = "") =>
        Process($"""<bpmn:startEvent id="start"/><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="x"/>{node}<bpmn:sequenceFlow id="f2" sourceRef="x" targetRef="end"/><bpmn:endEvent id="end"/>""", root);

    public static BpmnRead Read(string text) => BpmnReader.Read(new SourceText("test.bpmn", text));

    /// <summary>The only process of a file that is right.</summary>
    public static ProcessGraph Graph(string text)
    {
        var read = Read(text);
        Assert.That(read.Diagnostics.Select(d => d.ToString()), Is.Empty);
        return read.Processes.Single();
    }

    /// <summary>The node <c>x</c> of <see cref="Around"/>.</summary>
    public static T Node<T>(string node, string root = "") where T : FlowNode => (T)Graph(Around(node, root))[new ElementId("x")];

    public static string[] Codes(string text) => [.. Read(text).Diagnostics.Select(d => d.Descriptor.Code)];
}
