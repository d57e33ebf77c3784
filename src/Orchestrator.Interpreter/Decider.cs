using Orchestrator.Interpreter.Commands;

namespace Orchestrator.Interpreter;

/// <summary>The semantics of BPMN as a function: what a command makes of an instance.</summary>
public static class Decider
{
    /// <summary>
    /// Answers one command. Everything that follows from it is decided here, until every element instance waits for something from outside, or has an incident.
    /// Deterministic: the same world, state and envelope give the same events. An accepted command gives at least one event.
    /// </summary>
    /// <param name="world">What is deployed, and the calendars.</param>
    /// <param name="state">The state decided on, or null for an instance that does not exist yet.</param>
    /// <param name="envelope">The command, with the only clock reading and the only actor there is.</param>
    /// <returns>Events and the state after them; or a rejection, with the state as it was.</returns>
    /// <exception cref="InvariantBrokenException">A bug: the instance must be stopped.</exception>
    public static Decision Decide(World world, InstanceState? state, CommandEnvelope envelope)
    {
        var run = new Run(world, state ?? InstanceState.Empty(envelope.Instance), envelope);
        var rejection = CommandTable.Apply(run, envelope.Command);
        if (rejection is not null) return new([], state, rejection);
        run.ToQuiescence();
        return new(run.Events, run.State, null);
    }
}
