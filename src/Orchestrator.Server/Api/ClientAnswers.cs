using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Api;

/// <summary>What the pages get as records, programs get as JSON; a refusal is a problem.</summary>
internal static class ClientAnswers
{
    public static IResult Of<T>(Outcome<T> outcome) => outcome.Match<IResult>(value => TypedResults.Ok(value), Refuse);

    private static IResult Refuse(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Invalid => Problems.Invalid(refusal.Message, [.. refusal.Fields.Select(field => new WrongField(field.Path, field.Message))]),
        RefusalKind.NotSignedIn => Problems.Of(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", refusal.Message),
        RefusalKind.NotAllowed => Problems.Forbidden(refusal.Message),
        RefusalKind.NotFound => Problems.NotFound(refusal.Message),
        RefusalKind.Conflict => Problems.Of(StatusCodes.Status409Conflict, "INVALID_STATE", refusal.Message),
        RefusalKind.Busy => Problems.Busy(refusal.Message),
        _ => throw new InvalidOperationException($"No status for a refusal of kind {refusal.Kind}."),
    };
}
