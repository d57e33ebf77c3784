using Orchestrator.Engine.History;
using Orchestrator.Hosting.Demo;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Interpreter;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios;

/// <summary>What becomes of the terms that people see (<c>orch:deadline</c>) is counted: kept, missed or withdrawn.</summary>
public sealed class TermFigureTests
{
    private static readonly Lazy<TestDefinitions> Definitions = new(() => TestDefinitions.Of(WorkflowFiles.Definitions));

    [TestCase("p1-worker/private-provider", 1, 1, 0, 0, Description = "chosen in time")]
    [TestCase("p1-worker/choice-expired", 1, 0, 1, 0, Description = "not chosen")]
    [TestCase("p1-worker/agreement-void", 1, 0, 0, 1, Description = "the case leaves the pathway while it can still choose")]
    [TestCase("p1-worker/decision-date-corrected", 2, 1, 1, 0, Description = "missed, then given back by a correction and kept")]
    [TestCase("p1-worker/not-booked", 0, 0, 0, 0, Description = "no decision, no choice")]
    [TestCase("p1-collective/held-in-time", 3, 2, 0, 1, Description = "presentation and transmission in time, the bookings closed before their term")]
    [TestCase("p1-collective/nobody-plans", 3, 0, 3, 0, Description = "nobody does anything")]
    public async Task Terms_are_counted(string scenario, int armed, int kept, int missed, int withdrawn)
    {
        var host = new InterpreterHost(Definitions.Value);
        var play = await new ScenarioDriver(host, WorkflowFiles.Scenario(scenario + ".scenario")).RunAsync();
        Assert.That(play.Failure, Is.Null);
        var figures = await FiguresAsync(host);
        Assert.That((figures.Armed, figures.Kept, figures.Missed, figures.Withdrawn), Is.EqualTo((armed, kept, missed, withdrawn)));
    }

    private static async Task<InstanceFigures> FiguresAsync(InterpreterHost host)
    {
        var events = await host.EventsAsync((await host.InstancesAsync())[0]);
        var definitions = events.OfType<InstanceEvent.ElementEntered>().ToDictionary(entered => entered.Scope, entered => entered.Definition);
        var figures = new InstanceFigures(definitions.Values.Distinct().ToDictionary(key => key, key => Definitions.Value.Get(key).Graph));
        foreach (var one in events)
        {
            DefinitionKey? definition = one is InstanceEvent.TimerArmed timer ? definitions[timer.Host] : null;
            figures.Add(new HistoryEvent(0, default, "", Guid.Empty, one, null, null, definition));
        }
        return figures;
    }
}
