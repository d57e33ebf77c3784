using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Projections;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Messages;

/// <summary>Rows of open subscriptions, of what was correlated, and of messages that a process threw.</summary>
internal static class MessageProjection
{
    public static void Project(InstanceEvent e, ProjectionContext context, RowChanges rows)
    {
        switch (e)
        {
            case InstanceEvent.MessageSubscribed opened:
                rows.Add(new RowChange.OpenSubscription(new SubscriptionRow(
                    opened.Subscription, context.Instance, opened.ProcessId, opened.Element.Value, opened.MessageName, opened.CorrelationKey, context.At)));
                break;
            case InstanceEvent.MessageCorrelated correlated: Correlated(correlated, context, rows); break;
            case InstanceEvent.MessageUnsubscribed closed: rows.CloseSubscription(closed.Subscription); break;
            case InstanceEvent.MessagePublished published: Published(published, context, rows); break;
        }
    }

    private static void Correlated(InstanceEvent.MessageCorrelated e, ProjectionContext context, RowChanges rows)
    {
        var open = context.Before?.Subscriptions.GetValueOrDefault(e.Subscription);
        Invariant.Holds(open is not null, "a message reaches a subscription that was open before");
        rows.Add(new RowChange.RecordCorrelation(e.Message.Key, open.ProcessId, context.Instance));
    }

    private static void Published(InstanceEvent.MessagePublished e, ProjectionContext context, RowChanges rows)
    {
        var immediate = e.TimeToLive <= TimeSpan.Zero;
        var expires = context.At + (immediate ? Runtime.EngineLimits.ImmediateGrace : e.TimeToLive);
        rows.Add(new RowChange.InsertMessage(new MessageRow(e.Publication.Value, e.Name, e.CorrelationKey, null, context.At, expires, immediate, e.Variables)));
        rows.Add(new RowChange.InsertOutbox(new OutboxRow(OutboxKind.MessageThrown, e.Publication, 0, context.Instance, context.At)));
    }
}
