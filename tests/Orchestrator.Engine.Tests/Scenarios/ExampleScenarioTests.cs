using System.Runtime.CompilerServices;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Composition;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Testing;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>Scenarios beside the programme's own: the example of an ad-hoc sub-process, and a correction that reaches <c>p1-collective</c> when it is called.</summary>
public sealed class ExampleScenarioTests
{
    private static readonly string Examples = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "docs", "examples", "modules"));

    public static IEnumerable<string> Modules => Directory.EnumerateFiles(Examples, "*.scenario").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Modules))]
    public Task Modules_are_chosen_on_the_replaying_host_and_on_the_engine(string name) =>
        PlayAsync(WorkflowFolder.Read(Examples), ScenarioReader.Read(name, File.ReadAllText(Path.Combine(Examples, name))));

    [Test]
    public async Task A_choice_is_made_once_whatever_operation_of_the_database_a_node_dies_at()
    {
        var definitions = WorkflowFolder.Read(Examples);
        var scenario = ScenarioReader.Read("chosen", await File.ReadAllTextAsync(Path.Combine(Examples, "chosen-and-closed.scenario")));
        await using var template = await SqliteNodes.MakeAsync();
        var crashed = 0;
        for (var n = 1; n < 400; n += 23)
        {
            await using var nodes = await SqliteNodes.MakeAsync(template);
            var crash = new CrashAt(n);
            nodes.Crash = crash;
            Assert.That(await EnginePlay.WhyNotAsync(nodes, definitions, scenario), Is.Null, $"n = {n}, crashed {crash.Where ?? "nowhere"}");
            if (crash.Where is not null) crashed++;
        }
        Assert.That(crashed, Is.GreaterThan(3), "runs that met a crash");
    }

    [Test]
    public Task A_correction_in_a_caller_reaches_the_terms_and_the_escalation_of_p1_collective() =>
        PlayAsync([.. WorkflowFiles.Definitions, new DeploymentResource("crisis.bpmn", ResourceKind.Bpmn, Caller)], ScenarioReader.Read("called", Corrected));

    private const string Caller = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test">
          <bpmn:process id="crisis" isExecutable="true">
            <bpmn:startEvent id="begun" />
            <bpmn:sequenceFlow id="f1" sourceRef="begun" targetRef="pathway" />
            <bpmn:callActivity id="pathway">
              <bpmn:extensionElements>
                <zeebe:calledElement processId="p1-collective" propagateAllParentVariables="false" propagateAllChildVariables="false" />
                <zeebe:ioMapping>
                  <zeebe:input source="=act.id" target="agreement" />
                  <zeebe:input source="=act.crisis" target="crisis" />
                  <zeebe:input source="=act.signedOn" target="signingDate" />
                  <zeebe:input source="=centre" target="centre" />
                </zeebe:ioMapping>
              </bpmn:extensionElements>
            </bpmn:callActivity>
            <bpmn:sequenceFlow id="f2" sourceRef="pathway" targetRef="over" />
            <bpmn:endEvent id="over" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    private const string Corrected = """
        scenario The signing date is corrected in the caller after the term of the called process
        clock 2026-03-02T10:00:00+01:00
        user aldo groups apl
        user anna groups cpi:09
        always apl.notify ok
        start crisis CR-2026-0007 { act: { id: "AG-CR-2026-0007-1", crisis: "CR-2026-0007", signedOn: "2026-03-02" }, centre: "09" }
        expect waiting presentation-term until 2026-04-02T00:00:00+02:00
        expect waiting employer-term until 2026-03-10T00:00:00+01:00
        claim employer-transmission by aldo
        complete employer-transmission by aldo { transmittedOn: "2026-03-02" }
        at 2026-04-03T10:00:00+02:00
        expect open presentation-late
        correct { act: { id: "AG-CR-2026-0007-1", crisis: "CR-2026-0007", signedOn: "2026-03-10" } } because "Signed on the 10th."
        expect withdrawn presentation-late 1
        expect open presentation-meeting, plan-presentation
        expect waiting presentation-term until 2026-04-10T00:00:00+02:00
        expect waiting presentation-reminder-25 until 2026-04-04T09:00:00+02:00
        expect group plan-presentation cpi:09
        # what no input reads does not reach it
        correct { note: "as the Ministry says" } because "A note."
        expect waiting presentation-term until 2026-04-10T00:00:00+02:00
        at 2026-04-10T01:00:00+02:00
        expect open presentation-late
        end running
        """;

    private static async Task PlayAsync(IReadOnlyList<DeploymentResource> definitions, ScenarioFile scenario)
    {
        var replaying = new ReplayingHost(TestDefinitions.Of(definitions));
        var differences = new List<string>();
        var driver = new ScenarioDriver(replaying, scenario) { AfterStep = async () => differences.AddRange(await replaying.DifferencesAsync()) };
        Assert.That((await driver.RunAsync()).Failure, Is.Null);
        Assert.That(differences, Is.Empty);

        await using var nodes = await SqliteNodes.MakeAsync();
        Assert.That(await EnginePlay.WhyNotAsync(nodes, definitions, scenario), Is.Null);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
