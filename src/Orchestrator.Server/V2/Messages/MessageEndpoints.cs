using Orchestrator.Engine.Messages;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.V2.Messages;

/// <summary>Messages from outside.</summary>
internal static class MessageEndpoints
{
    public static void Map(IEndpointRouteBuilder v2)
    {
        v2.MapPost("/messages/publication", PublishAsync).Described("publishMessage", "Publishes a message; it is buffered for its time to live.").Repeatable().RequireAuthorization(Rights.PublishMessages).Produces<PublicationResult>();
        v2.MapPost("/messages/correlation", CorrelateAsync).Described("correlateMessage", "Correlates a message at once, or is refused.").RequireAuthorization(Rights.PublishMessages).Produces<CorrelationResult>();
    }

    private static async Task<IResult> PublishAsync(PublicationRequest body, HttpContext context, MessageDesk messages, CancellationToken cancellation)
    {
        Tenants.Check(body.TenantId);
        CheckTexts(body.Name, body.CorrelationKey);
        StoredText.Check(body.MessageId, "messageId");
        var timeToLive = body.TimeToLive ?? 0;
        if (timeToLive is < 0 or > int.MaxValue * 1000L) throw new InvalidRequestException("timeToLive", $"Expected a time to live in milliseconds, not negative, but found {timeToLive}.");
        // A repeated command publishes nothing new: its key is the message id when the caller gave none.
        var request = RequestKeys.Of(context);
        var result = await messages.PublishAsync(
            new(body.Name, body.CorrelationKey ?? "", TimeSpan.FromMilliseconds(timeToLive), VariableJson.Read(body.Variables, "variables"))
            {
                MessageId = body.MessageId ?? (request.MayRepeat ? request.Value.ToString() : null),
            }, cancellation);
        return result.Rejection is { } rejection ? Problems.From(rejection) : TypedResults.Ok(new PublicationResult(Keys.Text(result.Key)));
    }

    private static async Task<IResult> CorrelateAsync(CorrelationRequest body, MessageDesk messages, CancellationToken cancellation)
    {
        Tenants.Check(body.TenantId);
        CheckTexts(body.Name, body.CorrelationKey);
        var result = await messages.CorrelateAsync(
            new(body.Name, body.CorrelationKey ?? "", TimeSpan.Zero, VariableJson.Read(body.Variables, "variables")), cancellation);
        return result.Rejection is { } rejection
            ? Problems.From(rejection)
            : TypedResults.Ok(new CorrelationResult(Keys.Text(result.Key), Keys.Text(result.Reached[0].Instance)));
    }

    private static void CheckTexts(string name, string? correlationKey)
    {
        StoredText.Check(name, "name");
        StoredText.Check(correlationKey, "correlationKey");
    }
}
