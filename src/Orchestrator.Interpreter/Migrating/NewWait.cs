using Orchestrator.Bpmn.Model;
using Orchestrator.Interpreter.Evaluation;
using Orchestrator.Interpreter.State;
using Orchestrator.Interpreter.Timers;

namespace Orchestrator.Interpreter.Migrating;

/// <summary>
/// A timer or message that the new version waits for on an instance that is active already, with what its expressions gave. Durations and cycles count from the migration:
/// nobody could know of the term before.
/// </summary>
internal sealed record NewWait(ScopeKey Host, FlowNode Event, TimerPlan? Timer, string? MessageName, string? CorrelationKey)
{
    public static Result<NewWait> Of(Run run, ElementInstance host, FlowNode node)
    {
        var variables = new VariableScope(run.State, host.Key);
        switch (Events.DefinitionOf(node))
        {
            case EventDefinition.Timer timer:
                var planned = TimerPlan.Compute(run, timer, variables, run.At);
                return planned.Failure is { } failure ? failure : new NewWait(host.Key, node, planned.Value, null, null);
            case EventDefinition.Message message:
                var name = Expressions.Text(message.Name, variables, run.Environment, "the name of the message");
                if (name.Failure is { } nameless) return nameless;
                var key = Expressions.Text(message.CorrelationKey!, variables, run.Environment, "the correlation key");
                return key.Failure is { } keyless ? keyless : new NewWait(host.Key, node, null, name.Value, key.Value);
            default:
                throw new InvariantBrokenException($"Expected '{node.Id}' to be a timer or a message.");
        }
    }

    /// <summary>Opens it. A timer that is due already is fired by whoever fires due timers: the migration itself moves nothing on.</summary>
    public void Open(Run run)
    {
        if (Timer is { } plan) Arming.Place(run, Host, Event, (EventDefinition.Timer)Events.DefinitionOf(Event)!, plan);
        else run.Emit(new InstanceEvent.MessageSubscribed(run.NextKey(), Host, Event.Id, run.GraphOf(run[Host]).ProcessId, MessageName!, CorrelationKey!));
    }
}
