using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Messaging.Queues;

namespace Orchestrator.Server.Client.Operations;

/// <summary>What runs, for the pages.</summary>
internal sealed class OperationsDesk(IStandings standings, IQueries queries, DefinitionCatalog definitions, FailureGroups failures, CaseNames names, TimeProvider time, IEnumerable<QueueWatch> watches) : IOperations
{
    private const int LimitMax = 200;

    // There is none where agencies work inside this program.
    private readonly QueueWatch? _watch = watches.SingleOrDefault();

    public async Task<Outcome<OperationsBoard>> BoardAsync(ActingUser user, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        var sending = await standings.OutboxAsync(cancellation);
        var kept = await standings.KeptMessagesAsync(cancellation);
        return new OperationsBoard(
            await ProcessesAsync(cancellation), await failures.ReadAsync(cancellation), await AgenciesAsync(cancellation),
            [.. sending.Select(one => new SendingWork(one.Kind == OutboxKind.MessageThrown, one.Waiting, one.Failing, one.Oldest))],
            [.. kept.Select(one => new KeptMessages(one.Name, one.Count, one.Oldest, one.FirstToExpire))])
        {
            Broker = _watch is null ? null : new(_watch.Last?.At, [.. (_watch.Last?.Queues ?? []).Select(one => new BrokerQueue(one.Name, one.Agency, one.Message, one.Waiting, one.Readers, one.Dead))], _watch.Last?.Failure),
            MayGiveBack = MayGiveBack(user),
        };
    }

    public async Task<Outcome<int>> GiveBackAsync(ActingUser user, string queue, CancellationToken cancellation)
    {
        if (!MayGiveBack(user)) return Refused.NotAllowed("Expected a supervisor or an administrator: they give messages back.");
        if (_watch is null || !_watch.Knows(queue)) return new Refusal(RefusalKind.NotFound, "QueueNotFound", $"Expected a queue of the bus, but found '{queue}'.");
        return await _watch.GiveBackAsync(queue, user.UserName, cancellation) is { } given
            ? given
            : new Refusal(RefusalKind.Busy, "BrokerAway", "Expected the broker to take the messages, but it does not answer: they stay where they are.");
    }

    private static bool MayGiveBack(ActingUser user) => user.Has(Roles.Supervisor, Roles.Admin);

    public async Task<Outcome<ProcessStanding>> ProcessAsync(ActingUser user, StandingRequest request, CancellationToken cancellation)
    {
        if (WhyNot(user) is { } refused) return refused;
        if (Refused.WhyNotPage(request.Offset, request.Limit, LimitMax) is { } wrong) return wrong;
        var process = request.Version is { } version ? await definitions.VersionAsync(request.ProcessId, version) : await definitions.LatestAsync(request.ProcessId);
        if (process is null || definitions.Record(process.Key) is not { } record || definitions.Resource(process.Key) is not { } file)
            return new Refusal(RefusalKind.NotFound, "DefinitionNotFound", $"Expected a process {request.ProcessId}{(request.Version is { } asked ? $" of version {asked}" : "")}, but there is none.");

        var query = new StandingQuery(process.Key, process.Graph.ProcessId, [.. process.Graph.Nodes.Where(node => node is IntermediateCatchEventNode or ReceiveTaskNode).Select(node => node.Id.Value)]);
        var counts = (await standings.StandingAsync(query, cancellation)).ToDictionary(one => one.Element);
        var elements = process.Graph.Nodes.Where(node => counts.ContainsKey(node.Id.Value)).Select(node => Of(node, counts[node.Id.Value])).ToList();
        var chosen = request.ElementId is { } id && process.Graph.Find(new ElementId(id)) is { } found ? Of(found, counts.GetValueOrDefault(id) ?? new(id, 0, 0)) : null;
        var (cases, total) = CaseRights.SeesAllCases(user) ? await CasesAsync(query, chosen?.ElementId, request, cancellation) : (null, 0);
        var running = (await ProcessesAsync(cancellation)).FirstOrDefault(one => one.ProcessId == request.ProcessId);
        var versions = running?.Versions ?? [];
        if (!versions.Any(one => one.Version == record.Version)) versions = [.. versions.Append(new(record.Version, 0, 0, 0)).OrderByDescending(one => one.Version)];
        return new ProcessStanding(request.ProcessId, process.Graph.Name ?? request.ProcessId, record.Version, versions, file.Content, elements, chosen, cases, total);
    }

    private static Refusal? WhyNot(ActingUser user) => user.Has(Roles.Supervisor, Roles.Admin, Roles.Designer)
        ? null
        : Refused.NotAllowed("Expected a supervisor, an administrator or a designer: others do not watch over the whole.");

    private static ElementStanding Of(FlowNode node, StandingCount count) => new(node.Id.Value, node.Name ?? node.Id.Value, count.Waiting, count.Incidents);

    private async Task<IReadOnlyList<RunningProcess>> ProcessesAsync(CancellationToken cancellation)
    {
        await definitions.RefreshAsync(cancellation);
        var running = (await standings.RunningAsync(cancellation)).ToDictionary(one => one.Definition);
        var latest = definitions.Latest.Select(record => record.Key).ToHashSet();
        return
        [
            .. definitions.All.Where(record => latest.Contains(record.Key) || running.ContainsKey(record.Key)).GroupBy(record => record.ProcessId)
                .Select(group => new RunningProcess(group.Key, group.MaxBy(record => record.Version)!.Name ?? group.Key,
                    [.. group.OrderByDescending(record => record.Version).Select(record => Of(record, running.GetValueOrDefault(record.Key)))]))
                .OrderBy(process => process.Name, StringComparer.CurrentCulture),
        ];
    }

    private static RunningVersion Of(DefinitionRecord record, VersionCount? running) => new(record.Version, running?.Instances ?? 0, running?.Called ?? 0, running?.Incidents ?? 0);

    private async Task<(IReadOnlyList<StandingCase> Cases, int Total)> CasesAsync(StandingQuery query, string? element, StandingRequest request, CancellationToken cancellation)
    {
        var paging = new Paging(request.Offset, request.Limit);
        var page = element is null
            ? await queries.InstancesAsync(new InstanceQuery { Definition = query.Definition, State = InstanceRowState.Active, Page = paging }, cancellation)
            : await standings.StandingAtAsync(query, [element], paging, cancellation);
        await names.LearnCompaniesAsync(page.Items.Select(row => row.BusinessKey), cancellation);
        var cases = new List<StandingCase>(page.Items.Count);
        foreach (var row in page.Items)
            cases.Add(new(await names.CaseAsync(row.Instance, row.Definition, row.ProcessId, row.BusinessKey, cancellation), row.StartedAt, row.HasIncident));
        return (cases, page.Total);
    }

    private async Task<IReadOnlyList<AgencyWork>> AgenciesAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return
        [
            .. (await standings.JobsAsync(cancellation)).GroupBy(job => job.Type.Contains('.', StringComparison.Ordinal) ? job.Type[..job.Type.IndexOf('.', StringComparison.Ordinal)] : null)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new AgencyWork(group.Key, [.. group.Select(job => new WorkOfType(job.Type, job.Open, job.Exhausted, job.Since, Health(job, now)))])),
        ];
    }

    private static WorkHealth Health(JobCount job, DateTimeOffset now) =>
        job.Since is { } since && now - since >= WorkOfTypeLimits.SilentAfter ? WorkHealth.Silent : job.Exhausted > 0 ? WorkHealth.Failing : WorkHealth.Well;
}
