using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Instances;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Variables;

/// <summary>Variables of the living scopes of one instance. Those that a definition marks as personal are never given out here.</summary>
internal static class VariableEndpoints
{
    // As in Camunda 8: a longer value is cut in a search.
    private const int ValueCharsMax = 8_192;

    public static void Map(IEndpointRouteBuilder v2) =>
        v2.MapPost("/variables/search", SearchAsync).Described("searchVariables", "Variables of the living scopes of one process instance, without those marked as personal.").RequireAuthorization(Rights.ReadInstances).Produces<SearchResult<VariableItem>>();

    private static async Task<IResult> SearchAsync(
        SearchRequest<VariableFilter>? body, InstanceDesk instances, DefinitionCatalog definitions, CancellationToken cancellation)
    {
        var filter = body?.Filter ?? new();
        Tenants.Check(filter.TenantId, "filter.tenantId");
        if (body?.Sort is { Count: > 0 }) throw new InvalidRequestException("sort", "Variables come by scope and name; another order is not offered.");
        if (filter.ProcessInstanceKey is not { } wanted)
            throw new InvalidRequestException("filter.processInstanceKey", "Expected filter.processInstanceKey: variables are encrypted and found through their instance.");
        var process = Keys.Scope(wanted.Single("filter.processInstanceKey"), "filter.processInstanceKey");
        cancellation.ThrowIfCancellationRequested();
        var state = await instances.StateAsync(process.Instance);
        var items = new List<VariableItem>();
        foreach (var element in state?.Elements.Values ?? [])
            if (ProcessAround(state!, element) == process && (filter.ScopeKey?.Values is not { } scopes || scopes.Contains(Keys.Text(element.Key))))
                items.AddRange(await ItemsAsync(element, process, filter, definitions));
        return TypedResults.Ok(Pages.Cut(items, Pages.Read(body?.Page)));
    }

    private static async Task<IEnumerable<VariableItem>> ItemsAsync(ElementInstance element, ScopeKey process, VariableFilter filter, DefinitionCatalog definitions)
    {
        var personal = (await definitions.GetAsync(element.Definition)).Graph.PersonalVariables;
        return element.Variables.Entries
            .Where(entry => !personal.Contains(entry.Key) && (filter.Name?.Values is not { } names || names.Contains(entry.Key)))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => Item(entry.Key, FeelJson.Write(entry.Value), element.Key, process));
    }

    private static VariableItem Item(string name, string value, ScopeKey scope, ScopeKey process) => new()
    {
        VariableKey = DerivedKeys.Of("variable", $"{scope} {name}"),
        Name = name,
        Value = value.Length > ValueCharsMax ? value[..ValueCharsMax] : value,
        IsTruncated = value.Length > ValueCharsMax,
        ScopeKey = Keys.Text(scope),
        ProcessInstanceKey = Keys.Text(process),
        RootProcessInstanceKey = Keys.Text(process.Instance),
    };

    private static ScopeKey ProcessAround(InstanceState state, ElementInstance element)
    {
        var at = element;
        while (at.Type != ElementType.Process && at.Parent is { } parent && state.Elements.TryGetValue(parent, out var around)) at = around;
        return at.Key;
    }
}
