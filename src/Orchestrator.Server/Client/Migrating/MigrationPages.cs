using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Batches;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Migrating;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client.Migrating;

/// <summary>Migrations for the pages and for programs of designers.</summary>
internal sealed class MigrationPages(MigrationDesk migrations, BatchDesk batches, DefinitionCatalog definitions, IQueries queries, CaseNames names, MigrationReports reports) : IMigrations
{
    private const int RowsMax = 1_000;
    private const int ListsShown = 10;

    public async Task<Outcome<MigrationChoice>> ChooseAsync(ActingUser user, string processId, int? from, int? to, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        await definitions.LatestAsync(processId);
        var versions = new List<MigrationVersion>();
        foreach (var record in definitions.All.Where(record => record.ProcessId == processId).OrderByDescending(record => record.Version))
            versions.Add(new(record.Version, record.VersionTag, await RunningAsync(record.Key, cancellation)) { IsRetired = definitions.IsRetired(record.Key) });
        if (versions.Count == 0) return Refused.NotFound($"Expected a deployed process '{processId}', but there is none.");

        var lists = new List<MigrationReport>();
        foreach (var batch in await batches.LatestAsync(BatchKind.Migration, processId, ListsShown, cancellation)) lists.Add(await reports.OfAsync(batch, cancellation));
        var choice = new MigrationChoice(processId, await names.ProcessAsync(processId), versions, lists) { From = from, To = to };
        if (from is not { } leave || to is not { } enter) return choice;
        if (await definitions.VersionAsync(processId, leave) is not { } source) return Refused.NotFound($"Expected version {leave} of '{processId}', but there is none.");
        if (await definitions.VersionAsync(processId, enter) is not { } target) return Refused.NotFound($"Expected version {enter} of '{processId}', but there is none.");
        return choice with { Needs = MigrationNeeds.Of(source.Graph, target.Graph) };
    }

    public async Task<Outcome<MigrationReport>> RehearseAsync(ActingUser user, MigrationWish wish, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await definitions.VersionAsync(wish.ProcessId, wish.From) is not { } source) return Refused.NotFound($"Expected version {wish.From} of '{wish.ProcessId}', but there is none.");
        if (await definitions.VersionAsync(wish.ProcessId, wish.To) is not { } target) return Refused.NotFound($"Expected version {wish.To} of '{wish.ProcessId}', but there is none.");
        var wanted = new MigrationTarget(source.Key, target.Key, [.. wish.Mapping.Select(pair => new ElementMapping(new(pair.SourceElementId), new(pair.TargetElementId)))]);
        var (list, rejection) = await migrations.RehearseAsync(wish.Request, user.UserName, wanted, cancellation);
        if (rejection is null) return await reports.OfAsync(list!, cancellation);
        return definitions.IsRetired(target.Key) ? new Refusal(RefusalKind.Conflict, "TargetRetired", rejection.Message) : Refused.From(rejection);
    }

    public async Task<Outcome<MigrationReport>> ReadAsync(ActingUser user, Guid list, MigrationRows rows, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (Refused.WhyNotPage(rows.Offset, rows.Limit, RowsMax) is { } wrong) return wrong;
        return await FindAsync(list, cancellation) is { } batch ? await reports.OfAsync(batch, rows, CaseRights.SeesAllCases(user), cancellation) : Missing(list);
    }

    public async Task<Outcome<MigrationReport>> ExecuteAsync(ActingUser user, Guid list, string hash, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await FindAsync(list, cancellation) is null) return Missing(list);
        return await batches.ExecuteAsync(list, hash, user.UserName, cancellation) is { } rejection ? Refused.From(rejection) : await reports.OfAsync((await FindAsync(list, cancellation))!, cancellation);
    }

    public async Task<Outcome<MigrationReport>> StopAsync(ActingUser user, Guid list, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (await FindAsync(list, cancellation) is null) return Missing(list);
        return await batches.StopAsync(list, cancellation) is { } rejection ? Refused.From(rejection) : await reports.OfAsync((await FindAsync(list, cancellation))!, cancellation);
    }

    private async Task<Batch?> FindAsync(Guid list, CancellationToken cancellation) => await batches.FindAsync(list, cancellation) is { Kind: BatchKind.Migration } batch ? batch : null;

    private async Task<int> RunningAsync(DefinitionKey definition, CancellationToken cancellation)
    {
        var roots = await queries.InstancesAsync(new() { Definition = definition, State = InstanceRowState.Active, Page = new(0, 0) }, cancellation);
        var called = await queries.ProcessScopesAsync(new() { Definition = definition, State = InstanceRowState.Active, Page = new(0, 0) }, cancellation);
        return Math.Min(roots.Total + called.Total, Page<InstanceRow>.TotalMax);
    }

    private static Refusal? WhyNot(ActingUser user) =>
        CaseRights.MayMigrate(user) ? null : Refused.NotAllowed("Expected a designer or an administrator: others do not migrate running processes.");

    private static Refusal Missing(Guid list) => new(RefusalKind.NotFound, "MigrationNotFound", $"Expected a list {list}, but there is none.");
}
