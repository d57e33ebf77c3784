namespace Orchestrator.Server.Api;

/// <summary>What an endpoint says of itself in the description of the API.</summary>
internal static class Description
{
    /// <summary>The operation's id, as Camunda 8 names it where it is theirs, and one sentence.</summary>
    public static RouteHandlerBuilder Described(this RouteHandlerBuilder endpoint, string name, string summary) => endpoint.WithName(name).WithSummary(summary);

    /// <summary>The command takes the header <c>Idempotency-Key</c>: the same key gives the same answer and one effect.</summary>
    public static RouteHandlerBuilder Repeatable(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(RepeatableCommand.Instance);
}

/// <summary>Marks a command that may be sent again.</summary>
internal sealed class RepeatableCommand
{
    public static readonly RepeatableCommand Instance = new();
}
