using System.Security.Claims;
using Orchestrator.Contracts.Client;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Api;

/// <summary>All running processes of a version go on under another: rehearsed, then exactly the list that was shown.</summary>
internal static class MigrationEndpoints
{
    private const int LimitUsual = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/processes/{processId}/migration", ChooseAsync)
            .Described("getMigrationChoice", "The versions of a process, the lists rehearsed lately and, between two versions, what needs a counterpart.").RequireAuthorization(Rights.Migrate).Produces<MigrationChoice>();
        api.MapPost("/processes/{processId}/migration", RehearseAsync)
            .Described("rehearseMigration", "Looks at every running process of a version without changing anything, and keeps what it found as a list.").Repeatable().RequireAuthorization(Rights.Migrate).Produces<MigrationReport>();
        api.MapGet("/migrations/{list}", ReadAsync).Described("getMigration", "A rehearsed list with its rows and what became of them.").RequireAuthorization(Rights.Migrate).Produces<MigrationReport>();
        api.MapPost("/migrations/{list}/execution", ExecuteAsync)
            .Described("executeMigration", "Carries out exactly the good rows of a list, or goes on with one that was stopped.").RequireAuthorization(Rights.Migrate).Produces<MigrationReport>();
        api.MapPost("/migrations/{list}/stop", StopAsync).Described("stopMigration", "Stops a list that is being carried out; what was done stays done.").RequireAuthorization(Rights.Migrate).Produces<MigrationReport>();
    }

    private static async Task<IResult> ChooseAsync(string processId, int? from, int? to, ClaimsPrincipal principal, IMigrations migrations, CancellationToken cancellation) =>
        ClientAnswers.Of(await migrations.ChooseAsync(CurrentUser.Of(principal), processId, from, to, cancellation));

    private static async Task<IResult> RehearseAsync(string processId, RehearsalRequest body, HttpContext context, IMigrations migrations, CancellationToken cancellation)
    {
        var from = body.From ?? throw new InvalidRequestException("from", "Expected the number of the version to leave.");
        var to = body.To ?? throw new InvalidRequestException("to", "Expected the number of the version to enter.");
        if ((body.Mapping ?? []).Any(pair => string.IsNullOrEmpty(pair?.SourceElementId) || string.IsNullOrEmpty(pair.TargetElementId)))
            throw new InvalidRequestException("mapping", "Expected pairs of element ids, sourceElementId and targetElementId.");
        var wish = new MigrationWish(RequestKeys.Of(context).Value, processId, from, to, [.. (body.Mapping ?? []).OfType<MigrationPair>()]);
        return ClientAnswers.Of(await migrations.RehearseAsync(CurrentUser.Of(context.User), wish, cancellation));
    }

    private static async Task<IResult> ReadAsync(
        string list, string? verdict, string? outcome, int? offset, int? limit, ClaimsPrincipal principal, IMigrations migrations, CancellationToken cancellation) =>
        ClientAnswers.Of(await migrations.ReadAsync(CurrentUser.Of(principal), Id(list), new(verdict, Outcome(outcome), offset ?? 0, limit ?? LimitUsual), cancellation));

    private static async Task<IResult> ExecuteAsync(string list, ExecutionRequest body, ClaimsPrincipal principal, IMigrations migrations, CancellationToken cancellation) =>
        ClientAnswers.Of(await migrations.ExecuteAsync(CurrentUser.Of(principal), Id(list), body.Hash ?? throw new InvalidRequestException("hash", "Expected the hash of the list that was rehearsed."), cancellation));

    private static async Task<IResult> StopAsync(string list, ClaimsPrincipal principal, IMigrations migrations, CancellationToken cancellation) =>
        ClientAnswers.Of(await migrations.StopAsync(CurrentUser.Of(principal), Id(list), cancellation));

    private static MigrationOutcome? Outcome(string? text) => text switch
    {
        null => null,
        "done" => MigrationOutcome.Done,
        "moved" => MigrationOutcome.Moved,
        "refused" => MigrationOutcome.Refused,
        _ => throw new InvalidRequestException("outcome", "Expected done, moved or refused."),
    };

    private static Guid Id(string list) => Guid.TryParse(list, out var id) ? id : throw new InvalidRequestException("list", "Expected the id of a list, a UUID.");
}

/// <summary>From which version to which, and the elements whose id is another there.</summary>
internal sealed record RehearsalRequest
{
    public int? From { get; init; }
    public int? To { get; init; }
    public IReadOnlyList<MigrationPair?>? Mapping { get; init; }
}

/// <summary>The list that was shown.</summary>
internal sealed record ExecutionRequest
{
    public string? Hash { get; init; }
}
