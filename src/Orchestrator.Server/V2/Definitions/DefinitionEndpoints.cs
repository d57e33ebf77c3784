using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Server.Security;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Definitions;

/// <summary>Versions of processes.</summary>
internal static class DefinitionEndpoints
{
    private static readonly string[] s_sorts = ["processDefinitionKey", "processDefinitionId", "name", "version"];

    public static void Map(IEndpointRouteBuilder v2)
    {
        v2.MapPost("/process-definitions/search", SearchAsync).Described("searchProcessDefinitions", "Finds versions of processes.").RequireAuthorization(Rights.ReadDefinitions).Produces<SearchResult<DefinitionItem>>();
        v2.MapGet("/process-definitions/{processDefinitionKey}", GetAsync).Described("getProcessDefinition", "One version of a process.").RequireAuthorization(Rights.ReadDefinitions).Produces<DefinitionItem>();
        v2.MapGet("/process-definitions/{processDefinitionKey}/xml", XmlAsync).Described("getProcessDefinitionXML", "Its BPMN file as deployed.").RequireAuthorization(Rights.ReadDefinitions).Produces<string>(contentType: "text/xml");
    }

    private static async Task<IResult> SearchAsync(SearchRequest<DefinitionFilter>? body, DefinitionCatalog definitions, CancellationToken cancellation)
    {
        var filter = body?.Filter ?? new();
        Tenants.Check(filter.TenantId, "filter.tenantId");
        await definitions.RefreshAsync(cancellation);
        var found = (filter.IsLatestVersion == true ? definitions.Latest : definitions.All).Where(record => Fits(filter, record));
        var items = Sorted(found, body?.Sort).Select(Item).ToList();
        return TypedResults.Ok(Pages.Cut(items, Pages.Read(body?.Page)));
    }

    private static async Task<IResult> GetAsync(string processDefinitionKey, DefinitionCatalog definitions)
    {
        var key = Keys.Definition(processDefinitionKey, "processDefinitionKey");
        return await definitions.FindAsync(key) is null ? Missing(key) : TypedResults.Ok(Item(definitions.Record(key)!));
    }

    private static async Task<IResult> XmlAsync(string processDefinitionKey, DefinitionCatalog definitions)
    {
        var key = Keys.Definition(processDefinitionKey, "processDefinitionKey");
        return await definitions.FindAsync(key) is null ? Missing(key) : TypedResults.Text(definitions.Resource(key)!.Content, "text/xml");
    }

    private static bool Fits(DefinitionFilter filter, DefinitionRecord record) =>
        (filter.ProcessDefinitionId?.Values is not { } ids || ids.Contains(record.ProcessId))
        && (filter.ProcessDefinitionKey is null || Keys.Text(record.Key) == filter.ProcessDefinitionKey)
        && (filter.Name?.Values is not { } names || names.Contains(record.Name))
        && (filter.ResourceName is null || record.ResourceName == filter.ResourceName)
        && (filter.Version is null || record.Version == filter.Version)
        && (filter.VersionTag is null || record.VersionTag == filter.VersionTag)
        && (filter.State is null or "ACTIVE");

    private static IEnumerable<DefinitionRecord> Sorted(IEnumerable<DefinitionRecord> found, IReadOnlyList<SortField>? sort)
    {
        var (by, descending) = Sorting.Read(sort, s_sorts.ToDictionary(name => name), s_sorts[0]);
        var ascending = by switch
        {
            "processDefinitionId" => found.OrderBy(record => record.ProcessId, StringComparer.Ordinal).ThenBy(record => record.Version),
            "name" => found.OrderBy(record => record.Name, StringComparer.Ordinal).ThenBy(record => record.Version),
            "version" => found.OrderBy(record => record.Version).ThenBy(record => record.ProcessId, StringComparer.Ordinal),
            _ => found.OrderBy(record => record.Key.Value),
        };
        return descending ? ascending.Reverse() : ascending;
    }

    private static DefinitionItem Item(DefinitionRecord record) => new()
    {
        ProcessDefinitionKey = Keys.Text(record.Key),
        ProcessDefinitionId = record.ProcessId,
        Name = record.Name,
        ResourceName = record.ResourceName,
        Version = record.Version,
        VersionTag = record.VersionTag,
    };

    private static IResult Missing(DefinitionKey key) => Problems.NotFound($"Expected a process definition {key}, but there is none.");
}
