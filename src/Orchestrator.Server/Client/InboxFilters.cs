using Orchestrator.Bpmn.Model;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Server.Requests;

namespace Orchestrator.Server.Client;

/// <summary>What the filters of an inbox offer, and whether one that was asked for can be.</summary>
internal sealed class InboxFilters(DefinitionCatalog definitions, HumanTaskDesk tasks, CaseNames names, AccountBook accounts)
{
    /// <summary>A filter by a variable that no definition marks for search is refused, not answered with nothing.</summary>
    public async Task<Refusal?> WhyNotAsync(InboxFilter filter)
    {
        if (filter.DataName is null != filter.DataValue is null)
            return new(RefusalKind.Invalid, "FilterData", "Expected a variable of the case together with its value, but found one of the two.");
        if (filter.DataName is { } name && !(await DataNamesAsync()).Contains(name))
            return new(RefusalKind.Invalid, "FilterData", $"Expected a variable that a definition marks for search, but found {name}.");
        return null;
    }

    /// <summary>The variables that the latest definitions mark for search.</summary>
    public async Task<IReadOnlyList<string>> DataNamesAsync()
    {
        var marked = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var latest in definitions.Latest) marked.UnionWith((await definitions.GetAsync(latest.Key)).Graph.SearchVariables);
        return [.. marked];
    }

    /// <param name="persons">The tasks whose holders are offered; null to offer nobody.</param>
    public async Task<InboxChoices> OfAsync(ActingUser user, InboxFilter filter, TaskQuery? persons, CancellationToken cancellation)
    {
        var processes = new List<InboxChoice>();
        var elements = new List<InboxChoice>();
        foreach (var latest in definitions.Latest)
        {
            var people = (await definitions.GetAsync(latest.Key)).Graph.Nodes.OfType<UserTaskNode>().ToList();
            if (people.Count > 0) processes.Add(new(latest.ProcessId, latest.Name ?? latest.ProcessId));
            if (latest.ProcessId == filter.ProcessId) elements.AddRange(people.Select(node => new InboxChoice(node.Id.Value, node.Name ?? node.Id.Value)));
        }
        return new(
            [.. processes.OrderBy(choice => choice.Label, StringComparer.CurrentCulture)], [.. elements.OrderBy(choice => choice.Label, StringComparer.CurrentCulture)],
            await GroupsAsync(user, cancellation), persons is null ? [] : await PersonsAsync(persons, cancellation), await DataNamesAsync());
    }

    private async Task<IReadOnlyList<string>> GroupsAsync(ActingUser user, CancellationToken cancellation) =>
        user.Has(Roles.Supervisor, Roles.Auditor) ? await accounts.GroupsAsync(cancellation) : [.. user.Groups.Order(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<InboxChoice>> PersonsAsync(TaskQuery persons, CancellationToken cancellation)
    {
        var counts = await tasks.CountAsync(persons with { Assigned = true }, TaskFacet.Assignee, cancellation);
        await names.LearnAsync(counts.Select(count => count.Value), cancellation);
        var choices = new List<InboxChoice>();
        foreach (var count in counts) choices.Add(new(count.Value!, await names.PersonAsync(count.Value, cancellation) ?? count.Value!));
        return [.. choices.OrderBy(choice => choice.Label, StringComparer.CurrentCulture)];
    }
}
