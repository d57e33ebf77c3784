using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Testing.Building;

namespace Orchestrator.Engine.Tests.Decisions;

/// <summary>Business-rule tasks on a real store: which version of a decision is reached, and that history explains it after a restart.</summary>
public sealed class DecisionTests
{
    private static readonly DeploymentResource Rules = new("rules.dmn", ResourceKind.Dmn, TestDecisions.Xml);

    [TestCase("", "1", Description = "the deployment of the process, whatever came later")]
    [TestCase("bindingType=\"latest\"", "3")]
    [TestCase("bindingType=\"versionTag\" versionTag=\"spring\"", "2", Description = "the newest with the tag")]
    public async Task A_decision_is_reached_by_its_binding(string binding, string expected)
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Decides("limit", binding: binding), Definitions.Constant("limit", "1", "spring"));
        await desk.DeployAsync(Definitions.Constant("limit", "2", "spring"));
        await desk.DeployAsync(Definitions.Constant("limit", "3", "summer"));

        var instance = await desk.StartAsync("decides");

        Assert.That((await EvaluatedAsync(desk, instance)).Result.ToString(), Is.EqualTo(expected));
        Assert.That((await EvaluatedAsync(desk, instance)).Decision.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_decision_that_comes_later_cures_the_incident_of_one_that_was_missing()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Decides("limit", binding: "bindingType=\"latest\""));
        var instance = await desk.StartAsync("decides");
        var incident = (await desk.Node.Queries.IncidentsAsync(new IncidentQuery { Instance = instance }, CancellationToken.None)).Items.Single();
        Assert.That(incident.Kind, Is.EqualTo(IncidentKind.CalledDecisionError));

        await desk.DeployAsync(Definitions.Constant("limit", "1"));
        await desk.Node.Incidents.ResolveAsync(Guid.CreateVersion7(), Office.Ada, incident.Key, FeelContext.Empty, CancellationToken.None);

        Assert.That((await EvaluatedAsync(desk, instance)).Result.ToString(), Is.EqualTo("1"));
        Assert.That(await desk.OpenTaskAsync(instance), Is.Not.Null);
    }

    [Test]
    public async Task Why_a_decision_came_out_as_it_did_is_told_from_history_alone()
    {
        await using var office = await Office.OpenAsync();
        var first = await office.NodeAsync();
        await first.DeployAsync(Definitions.Decides("pathway"), Rules);
        var instance = await first.StartAsync("decides", ("signed", FeelValue.Of(true)), ("workers", FeelValue.Of(20)));
        await first.CloseAsync();

        var second = await office.NodeAsync();
        var rule = (await second.EventsAsync(instance)).OfType<InstanceEvent.ElementEntered>().Single(entered => entered.Element.Value == "rule").Scope;
        var explanation = await second.Node.History.ExplainAsync(rule, CancellationToken.None);

        var table = explanation!.Decision!.Decisions[^1].Tables.Single();
        Assert.That(table.Matched.Select(matched => $"{matched.Rule} {matched.Outputs[0]} {matched.Annotations[0]}"), Is.EqualTo(new[] { "2 \"standard\" art. 2" }));
        Assert.That(table.Unmatched, Is.EqualTo(new[] { new RuleFailed(1, 2, "\"many\"") }));
        Assert.That((await second.Node.Verification.VerifyAsync(instance, CancellationToken.None))!.Sound, Is.True);
    }

    [Test]
    public async Task What_history_keeps_of_a_decision_evaluates_again_to_the_same_result()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Decides("pathway"), Rules);
        var environment = new FeelEnvironment(office.Time.GetUtcNow(), TestWorld.Rome, _ => null, new FeelCalendars());
        foreach (var (signed, workers) in new[] { (true, 60), (true, 20), (false, 60) })
        {
            var instance = await desk.StartAsync("decides", ("signed", FeelValue.Of(signed)), ("workers", FeelValue.Of(workers)));
            var evaluated = await EvaluatedAsync(desk, instance);
            var model = (await desk.Node.Definitions.FindDecisionAsync(evaluated.Decision.Key))!.Model;
            foreach (var decision in evaluated.Decisions)
            {
                var inputs = evaluated.Decisions.Aggregate(FeelContext.Empty, (all, one) => all.With(one.Inputs));
                Assert.That(model.Evaluate(decision.Id, inputs, environment)!.Value, Is.EqualTo(decision.Value), decision.Id);
            }
        }
    }

    private static async Task<InstanceEvent.DecisionEvaluated> EvaluatedAsync(Desk desk, InstanceId instance) =>
        (await desk.EventsAsync(instance)).OfType<InstanceEvent.DecisionEvaluated>().Single();
}
