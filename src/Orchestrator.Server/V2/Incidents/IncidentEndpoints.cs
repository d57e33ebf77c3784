using Orchestrator.Engine.Incidents;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;
using Orchestrator.Server.V2.Searching;

namespace Orchestrator.Server.V2.Incidents;

/// <summary>What waits for help.</summary>
internal static class IncidentEndpoints
{
    public static void Map(IEndpointRouteBuilder v2)
    {
        v2.MapPost("/incidents/search", SearchAsync).Described("searchIncidents", "Finds elements that wait for help.").RequireAuthorization(Rights.ReadInstances).Produces<SearchResult<IncidentItem>>();
        v2.MapGet("/incidents/{incidentKey}", GetAsync).Described("getIncident", "One incident.").RequireAuthorization(Rights.ReadInstances).Produces<IncidentItem>();
        v2.MapPost("/incidents/{incidentKey}/resolution", ResolveAsync).Described("resolveIncident", "Tries the element again.").Repeatable().RequireAuthorization(Rights.Repair).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> SearchAsync(SearchRequest<IncidentFilter>? body, IncidentDesk incidents, CancellationToken cancellation)
    {
        var filter = body?.Filter ?? new();
        Tenants.Check(filter.TenantId?.Single("filter.tenantId"), "filter.tenantId");
        if (body?.Sort is { Count: > 0 }) throw new InvalidRequestException("sort", "Incidents come by their keys, the oldest first; another order is not offered.");
        var paging = Pages.Read(body?.Page);
        var page = await incidents.SearchAsync(new()
        {
            Key = filter.IncidentKey is { } key ? Keys.Scope(key.Single("filter.incidentKey"), "filter.incidentKey") : null,
            Instance = filter.ProcessInstanceKey is { } instance ? Keys.Scope(instance.Single("filter.processInstanceKey"), "filter.processInstanceKey").Instance : null,
            ProcessId = filter.ProcessDefinitionId?.Single("filter.processDefinitionId"),
            Kind = filter.ErrorType is { } type ? IncidentNames.KindOf(type.Single("filter.errorType")!) : null,
            Open = OpenOf(filter.State),
            Page = paging,
        }, cancellation);
        return TypedResults.Ok(Pages.Answer(page, paging, page.Items.Select(Item).ToList()));
    }

    private static async Task<IResult> GetAsync(string incidentKey, IncidentDesk incidents, CancellationToken cancellation)
    {
        var key = Keys.Scope(incidentKey, "incidentKey");
        return await incidents.FindAsync(key, cancellation) is { } row
            ? TypedResults.Ok(Item(row))
            : Problems.NotFound($"Expected an incident {key}, but there is none.");
    }

    private static async Task<IResult> ResolveAsync(string incidentKey, ResolutionRequest? body, HttpContext context, IncidentDesk incidents, CancellationToken cancellation)
    {
        _ = body;
        var resolved = await incidents.ResolveAsync(
            RequestKeys.Of(context).Value, CurrentUser.Of(context.User).Actor(), Keys.Scope(incidentKey, "incidentKey"), FeelContext.Empty, cancellation);
        return resolved.Rejection is { } rejection ? Problems.From(rejection) : TypedResults.NoContent();
    }

    private static bool? OpenOf(StringFilter? state) => state?.Single("filter.state") switch
    {
        null => null,
        "ACTIVE" => true,
        "RESOLVED" => false,
        var other => throw new InvalidRequestException("filter.state", $"Expected ACTIVE or RESOLVED, but found {other}."),
    };

    private static IncidentItem Item(IncidentRow row) => new()
    {
        IncidentKey = Keys.Text(row.Key),
        ErrorType = IncidentNames.Of(row.Kind),
        ErrorMessage = row.Message,
        State = row.ResolvedAt is null ? "ACTIVE" : "RESOLVED",
        CreationTime = row.RaisedAt,
        ElementId = row.Element,
        ElementInstanceKey = Keys.Text(row.Scope),
        ProcessDefinitionId = row.ProcessId,
        ProcessDefinitionKey = Keys.Text(row.Definition),
        ProcessInstanceKey = Keys.Text(row.Instance),
        RootProcessInstanceKey = Keys.Text(row.Instance),
        JobKey = row.Kind == IncidentKind.JobNoRetries ? Keys.Text(row.Scope) : null,
    };
}
