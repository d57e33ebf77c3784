using System.Security.Claims;
using System.Text.Json;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Interpreter;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;
using Orchestrator.Server.V2;

namespace Orchestrator.Server.Api;

/// <summary>What happened to an instance, its state at any position, why an element was reached, and whether all of it is proved.</summary>
internal static class HistoryEndpoints
{
    private const int LimitUsual = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/instances/{key}/history", StoryAsync).Described("getHistory", "What happened to an instance, event by event.").Produces<IReadOnlyList<StoryEntry>>();
        api.MapGet("/instances/{key}/state", StateAsync).Described("getStateAt", "The state at a position of its history; the last when none is given.").Produces<CaseMoment>();
        api.MapPost("/instances/{key}/verification", VerifyAsync).Described("verifyInstance", "Checks the hash chain, replays, and compares the rows.").Produces<VerifyReport>();
        api.MapGet("/elements/{key}/explanation", ExplainAsync)
            .Described("explainElement", "Why an element was reached, with the conditions tried and the values they saw; for a business-rule task also how its decision came to its result.")
            .RequireAuthorization(Rights.ReadInstances).Produces<ExplanationItem>();
    }

    private static async Task<IResult> StoryAsync(string key, long? from, int? limit, ClaimsPrincipal principal, ICaseFile cases, CancellationToken cancellation) =>
        ClientAnswers.Of(await cases.StoryAsync(CurrentUser.Of(principal), Keys.Read(key, "key"), from ?? 1, limit ?? LimitUsual, cancellation));

    private static async Task<IResult> StateAsync(string key, long? at, ClaimsPrincipal principal, ICaseFile cases, CancellationToken cancellation) =>
        ClientAnswers.Of(await cases.AtAsync(CurrentUser.Of(principal), Keys.Read(key, "key"), at, cancellation));

    private static async Task<IResult> VerifyAsync(string key, ClaimsPrincipal principal, ICaseFile cases, CancellationToken cancellation) =>
        ClientAnswers.Of(await cases.VerifyAsync(CurrentUser.Of(principal), Keys.Read(key, "key"), cancellation));

    private static async Task<IResult> ExplainAsync(string key, HistoryService history, CancellationToken cancellation)
    {
        var element = Keys.Scope(key, "key");
        return await history.ExplainAsync(element, cancellation) is { } explanation
            ? TypedResults.Ok(ExplanationItem.Of(explanation))
            : Problems.NotFound($"Expected an element instance {element}, but there is none.");
    }
}

/// <summary>Why an element instance came to be: who acted, over which flow, and the conditions that were tried with the values they saw.</summary>
internal sealed record ExplanationItem(
    string Actor, DateTimeOffset At, long CommandPosition, long EnteredPosition, string ElementId, string? FlowId, IReadOnlyList<ConditionItem> Conditions, DecisionItem? Decision)
{
    public static ExplanationItem Of(Explanation explanation) => new(
        explanation.Actor, explanation.At, explanation.Command, explanation.Entered, explanation.Element.Value, explanation.Flow?.Value,
        [.. (explanation.Conditions?.Outcomes ?? []).Select(ConditionItem.Of)],
        explanation.Decision is { } decision ? DecisionItem.Of(decision) : null);
}

/// <summary>A condition that was tried.</summary>
internal sealed record ConditionItem(string FlowId, string Expression, JsonElement Saw, bool? Result)
{
    public static ConditionItem Of(ConditionOutcome outcome) => new(outcome.Flow.Value, outcome.Expression, VariableJson.Write(outcome.Saw), outcome.Result);
}
