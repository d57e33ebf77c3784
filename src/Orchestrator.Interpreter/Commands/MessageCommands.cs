namespace Orchestrator.Interpreter.Commands;

/// <summary>Messages that the engine has found an open subscription for.</summary>
internal static class MessageCommands
{
    public static Rejection? Correlate(Run run, Command.CorrelateMessage command)
    {
        if (!run.State.Subscriptions.TryGetValue(command.Subscription, out var subscription))
            return new(RejectionReason.NotFound, $"Expected an open subscription {command.Subscription}, but there is none.");
        if (subscription.MessageName != command.Message.Name || subscription.CorrelationKey != command.Message.CorrelationKey)
            return new(RejectionReason.Invalid, $"Expected a message that subscription {command.Subscription} waits for, but its name or key is another.");
        if (VariableRules.WhyNotAccept(command.Variables) is { } rejection) return rejection;
        Triggers.Correlate(run, subscription, command.Message, command.Variables);
        return null;
    }
}
