using Orchestrator.Engine.Deployments;
using Orchestrator.Testing.Building;

namespace Orchestrator.Engine.Tests.Deployments;

/// <summary>What files of one deployment say about each other.</summary>
public class DeploymentCompilerTests
{
    private const string Form = """{"type":"default","id":"meeting","components":[{"type":"textfield","key":"a"}]}""";

    [Test]
    public void A_folder_compiles_to_its_processes_and_forms()
    {
        var compiled = Compile(("p/p.bpmn", Process("p", User("meeting") )), ("p/meeting.form", Form), ("p/held.scenario", "anything"), ("p/README.md", "words"));

        Assert.That(compiled.Diagnostics.Select(d => d.ToString()), Is.Empty);
        Assert.That(compiled.Processes.Select(process => (process.Graph.ProcessId, process.ResourceName)), Is.EqualTo(new[] { ("p", "p/p.bpmn") }));
        Assert.That(compiled.Forms.Select(form => (form.Schema.Id, form.ResourceName)), Is.EqualTo(new[] { ("meeting", "p/meeting.form") }));
        Assert.That(compiled.Resources.Select(resource => resource.Name), Is.EqualTo(new[] { "p/meeting.form", "p/p.bpmn" }));
    }

    [Test]
    public void A_form_that_a_task_names_and_nobody_has_is_an_error()
    {
        var compiled = Compile(("p.bpmn", Process("p", User("meting"))), ("meeting.form", Form));

        Assert.That(Told(compiled), Is.EqualTo(new[] { "FORM0202 meeting", "BPMN1011 x" }));
        Assert.That(compiled.Processes, Is.Empty);
        var first = compiled.Diagnostics[1];
        Assert.That(first.Source.Text.Substring(first.Span.Start, first.Span.Length), Is.EqualTo("id=\"x\""));
    }

    [Test]
    public void A_form_of_an_earlier_deployment_is_named_as_the_latest() =>
        Assert.That(Told(Compile(("p.bpmn", Process("p", User("elsewhere\" bindingType=\"latest"))))), Is.Empty);

    [Test]
    public void Forms_alone_may_be_deployed() => Assert.That(Told(Compile(("meeting.form", Form))), Is.Empty);

    [Test]
    public void A_called_process_of_the_same_deployment_must_be_there()
    {
        Assert.That(Told(Compile(("p.bpmn", Process("p", Call("q"))))), Is.EqualTo(new[] { "BPMN1012 x" }));
        Assert.That(Told(Compile(("p.bpmn", Process("p", Call("q\" bindingType=\"latest"))))), Is.Empty);
        Assert.That(Told(Compile(("p.bpmn", Process("p", Call("q"))), ("q.bpmn", Process("q", User("meeting"))), ("meeting.form", Form))), Is.Empty);
    }

    [Test]
    public void A_called_decision_of_the_same_deployment_must_be_there()
    {
        Assert.That(Told(Compile(("p.bpmn", Process("p", Rule("pathway"))))), Is.EqualTo(new[] { "BPMN1016 x" }));
        Assert.That(Told(Compile(("p.bpmn", Process("p", Rule("pathway\" bindingType=\"latest"))))), Is.Empty);
        Assert.That(Told(Compile(("p.bpmn", Process("p", Rule("pathway"))), ("rules.dmn", TestDecisions.Xml))), Is.Empty);
    }

    [Test]
    public void Decisions_compile_with_their_imports_and_what_is_wrong_with_one_file_is_told_once()
    {
        const string Broken = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="base" name="Base" namespace="urn:base">
              <decision id="limit" name="Limit"><literalExpression><text>1 +</text></literalExpression></decision>
            </definitions>
            """;
        const string User = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="user" name="User" namespace="urn:user">
              <import name="base" namespace="urn:base" importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>
              <decision id="twice" name="Twice">
                <informationRequirement><requiredDecision href="urn:base#limit"/></informationRequirement>
                <literalExpression><text>base.Limit * 2</text></literalExpression>
              </decision>
            </definitions>
            """;

        var compiled = Compile(("base.dmn", Broken.Replace("1 +", "21", StringComparison.Ordinal)), ("user.dmn", User));
        Assert.That(compiled.Diagnostics, Is.Empty);
        Assert.That(compiled.Decisions.Select(file => (file.Id, file.ResourceName, string.Join(" ", file.Decisions.Select(decision => decision.Id)))),
            Is.EqualTo(new[] { ("base", "base.dmn", "limit"), ("user", "user.dmn", "twice") }));

        Assert.That(Compile(("base.dmn", Broken), ("user.dmn", User)).Diagnostics.Select(one => one.Source.Path), Is.EqualTo(new[] { "base.dmn" }));
    }

    [Test]
    public void Two_decisions_or_files_of_decisions_of_one_id_are_refused() =>
        Assert.That(Told(Compile(("a.dmn", One("m", "d")), ("b.dmn", One("m", "e")), ("c.dmn", One("n", "d")))), Is.EqualTo(new[] { "DMN0010 m", "DMN0011 d" }));

    private static string One(string model, string decision) => $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="{model}" name="{model}" namespace="urn:{model}{decision}">
          <decision id="{decision}" name="{decision}"><literalExpression><text>1</text></literalExpression></decision>
        </definitions>
        """;

    private static string Rule(string decision) =>
        $"""<b:businessRuleTask id="x"><b:extensionElements><z:calledDecision xmlns:z="http://camunda.org/schema/zeebe/1.0" decisionId="{decision}" resultVariable="r"/></b:extensionElements></b:businessRuleTask>""";

    [Test]
    public void A_process_that_calls_itself_at_once_is_refused_and_one_that_waits_before_is_not()
    {
        Assert.That(Told(Compile(("p.bpmn", Process("p", Call("q"))), ("q.bpmn", Process("q", Call("p"))))), Is.EqualTo(new[] { "BPMN1014 x", "BPMN1014 x" }));
        var waits = Process("p", """<b:userTask id="x"/><b:sequenceFlow id="on" sourceRef="x" targetRef="y"/>""" + Call("p").Replace("\"x\"", "\"y\"", StringComparison.Ordinal));
        Assert.That(Told(Compile(("p.bpmn", waits))), Is.Empty);
    }

    [Test]
    public void Two_processes_or_forms_of_one_name_are_refused() =>
        Assert.That(
            Told(Compile(("a.bpmn", Process("p", User("meeting"))), ("b.bpmn", Process("p", User("meeting"))), ("a.form", Form), ("b.form", Form))),
            Is.EqualTo(new[] { "BPMN1013 p", "FORM0201 meeting" }));

    [Test]
    public void What_a_broken_file_may_hold_is_not_said_to_be_missing() =>
        Assert.That(Told(Compile(("p.bpmn", Process("p", User("meeting"))), ("meeting.form", "{"))), Is.EqualTo(new[] { "FORM0001 " }));

    [Test]
    public void Files_of_other_kinds_and_empty_sets_are_refused()
    {
        Assert.That(Told(Compile()), Is.EqualTo(new[] { "SET0001 " }));
        Assert.That(Told(Compile(("a.xlsx", "<x/>"), ("meeting.form", Form))), Is.EqualTo(new[] { "SET0003 " }));
        Assert.That(Told(Compile(("a.form", Form), ("a.form", Form))), Is.EqualTo(new[] { "SET0002 " }));
    }

    [Test]
    public void The_hash_of_a_set_depends_on_names_and_contents_and_not_on_their_order()
    {
        var one = Compile(("p.bpmn", Process("p", User("meeting"))), ("meeting.form", Form));
        var other = Compile(("meeting.form", Form), ("p.bpmn", Process("p", User("meeting"))), ("x.scenario", "more"));
        var renamed = Compile(("p.bpmn", Process("p", User("meeting"))), ("meeting2.form", Form));

        Assert.That(other.ContentHash, Is.EqualTo(one.ContentHash));
        Assert.That(renamed.ContentHash, Is.Not.EqualTo(one.ContentHash));
        Assert.That(one.Forms[0].ContentHash, Is.EqualTo(ContentHashes.Of(Form)));
        Assert.That(one.ContentHash, Does.Match("^[0-9a-f]{64}$"));
    }

    private static CompiledDeployment Compile(params (string Name, string Content)[] files) =>
        DeploymentCompiler.Compile([.. files.Select(file => new ResourceFile(file.Name, file.Content))]);

    private static IEnumerable<string> Told(CompiledDeployment compiled) => compiled.Diagnostics.Select(d => $"{d.Descriptor.Code} {d.Element}");

    private static string User(string form) => $"""<b:userTask id="x"><b:extensionElements><z:formDefinition formId="{form}"/></b:extensionElements></b:userTask>""";

    private static string Call(string process) => $"""<b:callActivity id="x"><b:extensionElements><z:calledElement processId="{process}"/></b:extensionElements></b:callActivity>""";

    private static string Process(string id, string nodes) => $"""
        <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:z="http://camunda.org/schema/zeebe/1.0">
          <b:process id="{id}" isExecutable="true"><b:startEvent id="s"/><b:sequenceFlow id="f" sourceRef="s" targetRef="x"/>{nodes}</b:process>
        </b:definitions>
        """;
}
