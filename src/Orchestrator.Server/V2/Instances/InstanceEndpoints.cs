using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Migrating;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Instances;

/// <summary>Starting, finding and ending process instances.</summary>
internal static class InstanceEndpoints
{
    public static void Map(IEndpointRouteBuilder v2)
    {
        v2.MapPost("/process-instances", CreateAsync).Described("createProcessInstance", "Starts an instance.").Repeatable().RequireAuthorization(Rights.RunInstances).Produces<CreateInstanceResult>();
        v2.MapPost("/process-instances/search", SearchAsync).Described("searchProcessInstances", "Finds instances; with a parent, called processes.").RequireAuthorization(Rights.ReadInstances).Produces<SearchResult<ProcessInstanceItem>>();
        v2.MapGet("/process-instances/{processInstanceKey}", GetAsync).Described("getProcessInstance", "One instance.").RequireAuthorization(Rights.ReadInstances).Produces<ProcessInstanceItem>();
        v2.MapPost("/process-instances/{processInstanceKey}/cancellation", CancelAsync).Described("cancelProcessInstance", "Ends an instance from outside.").Repeatable().RequireAuthorization(Rights.RunInstances).Produces(StatusCodes.Status204NoContent);
        v2.MapPost("/process-instances/{processInstanceKey}/migration", MigrateAsync)
            .Described("migrateProcessInstance", "Goes on under another version of its process.").Repeatable().RequireAuthorization(Rights.Migrate).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> CreateAsync(
        CreateInstanceRequest body, HttpContext context, InstanceDesk instances, DefinitionCatalog definitions, CancellationToken cancellation)
    {
        RefuseWhatIsNotOffered(body);
        var process = await FindProcessAsync(body, definitions);
        if (process is null) return Problems.NotFound($"Expected a deployed process {body.ProcessDefinitionId ?? body.ProcessDefinitionKey}, but there is none.");
        var variables = VariableJson.Read(body.Variables, "variables");
        var request = RequestKeys.Of(context);
        var started = await instances.StartAsync(request.Value, CurrentUser.Of(context.User).Actor(), process.Key, StoredText.Check(body.BusinessId, "businessId"), variables, cancellation);
        if (started.Rejection is { } rejection) return Problems.From(rejection);
        return TypedResults.Ok(new CreateInstanceResult
        {
            ProcessInstanceKey = Keys.Text(started.Acceptance!.Instance),
            ProcessDefinitionId = process.Graph.ProcessId,
            ProcessDefinitionKey = Keys.Text(process.Key),
            ProcessDefinitionVersion = process.Version,
            Variables = VariableJson.Write(Feel.FeelContext.Empty),
            Tags = [],
            BusinessId = body.BusinessId,
        });
    }

    private static void RefuseWhatIsNotOffered(CreateInstanceRequest body)
    {
        Tenants.Check(body.TenantId);
        if (body.AwaitCompletion == true) throw new InvalidRequestException("awaitCompletion", "Waiting for the end of an instance is not offered: ask for its state.");
        if (body.StartInstructions is { Count: > 0 }) throw new InvalidRequestException("startInstructions", "Starting before an element is not offered.");
        if (body.RuntimeInstructions is { Count: > 0 }) throw new InvalidRequestException("runtimeInstructions", "Runtime instructions are not offered.");
        if (body.Tags is { Count: > 0 }) throw new InvalidRequestException("tags", "Tags are not offered: use businessId.");
    }

    private static async Task<DeployedProcess?> FindProcessAsync(CreateInstanceRequest body, DefinitionCatalog definitions) => body switch
    {
        { ProcessDefinitionKey: { } key, ProcessDefinitionId: null } => await definitions.FindAsync(Keys.Definition(key, "processDefinitionKey")),
        { ProcessDefinitionId: { } id, ProcessDefinitionKey: null, ProcessDefinitionVersion: null or -1 } => await definitions.LatestAsync(id),
        { ProcessDefinitionId: { } id, ProcessDefinitionKey: null, ProcessDefinitionVersion: { } version } => await definitions.VersionAsync(id, version),
        _ => throw new InvalidRequestException("processDefinitionId", "Expected exactly one of processDefinitionId and processDefinitionKey."),
    };

    private static async Task<IResult> SearchAsync(
        SearchRequest<ProcessInstanceFilter>? body, IQueries queries, DefinitionCatalog definitions, CancellationToken cancellation)
    {
        var filter = body?.Filter ?? new();
        var paging = Pages.Read(body?.Page);
        Tenants.Check(filter.TenantId?.Single("filter.tenantId"), "filter.tenantId");
        await SearchVariables.CheckAsync(filter.Variables, "filter.variables", definitions);
        var items = new InstanceItems(definitions);
        if (filter.ParentProcessInstanceKey is { } parent)
        {
            var scopes = await queries.ProcessScopesAsync(ProcessInstanceFilters.Children(filter, parent, paging), cancellation);
            return TypedResults.Ok(await Pages.AnswerAsync(scopes, paging, items.OfAsync));
        }
        var page = await queries.InstancesAsync(ProcessInstanceFilters.Roots(filter, body?.Sort, paging), cancellation);
        return TypedResults.Ok(await Pages.AnswerAsync(page, paging, items.OfAsync));
    }

    private static async Task<IResult> GetAsync(string processInstanceKey, IQueries queries, DefinitionCatalog definitions, CancellationToken cancellation)
    {
        var key = Keys.Scope(processInstanceKey, "processInstanceKey");
        var items = new InstanceItems(definitions);
        if (key.Counter == 0)
            return await queries.InstanceAsync(key.Instance, cancellation) is { } row ? TypedResults.Ok(await items.OfAsync(row)) : Missing(key);
        var scopes = await queries.ProcessScopesAsync(new() { Key = key }, cancellation);
        return scopes.Items is [var scope] ? TypedResults.Ok(await items.OfAsync(scope)) : Missing(key);
    }

    private static async Task<IResult> CancelAsync(
        string processInstanceKey, CancelRequest? body, HttpContext context, InstanceDesk instances, CancellationToken cancellation)
    {
        _ = body;
        var key = Keys.Scope(processInstanceKey, "processInstanceKey");
        var cancelled = await instances.CancelAsync(
            RequestKeys.Of(context).Value, CurrentUser.Of(context.User).Actor(), key, "cancelled through the API", cancellation);
        return cancelled.Rejection is { } rejection ? Problems.From(rejection) : TypedResults.NoContent();
    }

    private static async Task<IResult> MigrateAsync(
        string processInstanceKey, MigrateRequest body, HttpContext context, MigrationDesk migrations, CancellationToken cancellation)
    {
        var key = Keys.Scope(processInstanceKey, "processInstanceKey");
        var target = Keys.Definition(body.TargetProcessDefinitionKey, "targetProcessDefinitionKey");
        var mapping = (body.MappingInstructions ?? []).Select((one, i) => new ElementMapping(Id(one?.SourceElementId, i, "sourceElementId"), Id(one?.TargetElementId, i, "targetElementId")));
        var migrated = await migrations.MigrateAsync(RequestKeys.Of(context).Value, CurrentUser.Of(context.User).Actor(), key, target, [.. mapping], cancellation);
        return migrated.Rejection is { } rejection ? Problems.From(rejection) : TypedResults.NoContent();

        static ElementId Id(string? text, int at, string field) => string.IsNullOrEmpty(text)
            ? throw new InvalidRequestException($"mappingInstructions[{at}].{field}", "Expected the id of an element.")
            : new ElementId(text);
    }

    private static IResult Missing(ScopeKey key) => Problems.NotFound($"Expected a process instance {key}, but there is none.");
}
