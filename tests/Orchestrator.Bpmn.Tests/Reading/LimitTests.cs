using static Orchestrator.Bpmn.Tests.BpmnText;

namespace Orchestrator.Bpmn.Tests.Reading;

public class LimitTests
{
    [Test]
    public void A_file_that_is_too_large_is_refused_before_it_is_read() =>
        Assert.That(Codes(new string(' ', BpmnLimits.FileCharactersMax + 1)), Is.EqualTo(new[] { "BPMN0002" }));

    [Test]
    public void Elements_too_deep_inside_each_other_are_refused()
    {
        var text = string.Concat(Enumerable.Range(0, BpmnLimits.DepthMax + 1).Select(i => $"""<bpmn:subProcess id="s{i}">"""));
        var close = string.Concat(Enumerable.Repeat("</bpmn:subProcess>", BpmnLimits.DepthMax + 1));

        Assert.That(Codes(Process(text + close)), Is.EqualTo(new[] { "BPMN0003" }));
    }

    [Test]
    public void A_process_with_too_many_nodes_is_refused()
    {
        var nodes = Enumerable.Range(1, BpmnLimits.NodesMax).Select(i => $"""<bpmn:sequenceFlow id="f{i}" sourceRef="n{i - 1}" targetRef="n{i}"/><bpmn:userTask id="n{i}"/>""");

        Assert.That(Codes(Process("""<bpmn:startEvent id="n0"/>""" + string.Concat(nodes))), Is.EqualTo(new[] { "BPMN0009" }));
    }

    [Test]
    public void A_process_with_too_many_flows_is_refused()
    {
        var flows = Enumerable.Range(0, BpmnLimits.FlowsMax + 1).Select(i => $"""<bpmn:sequenceFlow id="f{i}" sourceRef="s" targetRef="t"/>""");

        Assert.That(Codes(Process("""<bpmn:startEvent id="s"/><bpmn:userTask id="t"/>""" + string.Concat(flows))), Is.EqualTo(new[] { "BPMN0009" }));
    }

    [Test]
    public void A_long_list_of_diagnostics_is_cut_and_says_so()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(i => $"""<bpmn:sequenceFlow id="f{i}" sourceRef="a" targetRef="b"/>"""));

        var codes = Codes(Process(text));

        Assert.That(codes, Has.Length.EqualTo(BpmnLimits.DiagnosticsMax + 1));
        Assert.That(codes[^1], Is.EqualTo("BPMN0010"));
    }
}
