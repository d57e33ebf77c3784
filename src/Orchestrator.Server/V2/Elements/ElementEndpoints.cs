using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Engine.AdHoc;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Instances;
using Orchestrator.Interpreter;
using Orchestrator.Server.Requests;
using Orchestrator.Server.Security;
using Orchestrator.Server.V2.Searching;
using Orchestrator.Server.V2.Variables;

namespace Orchestrator.Server.V2.Elements;

/// <summary>Element instances and their variables.</summary>
internal static class ElementEndpoints
{
    public static void Map(IEndpointRouteBuilder v2)
    {
        v2.MapPost("/element-instances/search", SearchAsync).Described("searchElementInstances", "Element instances of one process instance, those that have ended as well.").RequireAuthorization(Rights.ReadInstances).Produces<SearchResult<ElementItem>>();
        v2.MapPut("/element-instances/{elementInstanceKey}/variables", SetVariablesAsync).Described("createElementInstanceVariables", "Writes variables.").Repeatable().RequireAuthorization(Rights.Repair).Produces(StatusCodes.Status204NoContent);
        v2.MapPost("/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation", ActivateAsync)
            .Described("activateAdHocSubProcessActivities", "Begins elements of a running ad-hoc sub-process.").Repeatable().RequireAuthorization(Rights.DoTasks).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ActivateAsync(string adHocSubProcessInstanceKey, AdHocActivationRequest body, HttpContext context, AdHocDesk adHoc, CancellationToken cancellation)
    {
        var chosen = ImmutableArray.CreateBuilder<AdHocChoice>();
        foreach (var (index, element) in (body.Elements ?? []).Index())
        {
            if (StoredText.Check(element?.ElementId, $"elements[{index}].elementId") is not { Length: > 0 } id)
                throw new InvalidRequestException($"elements[{index}].elementId", "Expected the id of an element of the ad-hoc sub-process.");
            chosen.Add(new(new ElementId(id), VariableJson.Read(element!.Variables, $"elements[{index}].variables")));
        }
        if (chosen.Count == 0) throw new InvalidRequestException("elements", "Expected at least one element to activate.");
        var result = await adHoc.ActivateAsync(
            RequestKeys.Of(context).Value, CurrentUser.Of(context.User).Actor(), Keys.Scope(adHocSubProcessInstanceKey, "adHocSubProcessInstanceKey"),
            chosen.ToImmutable(), body.CancelRemainingInstances ?? false, cancellation);
        return result.Rejection is { } rejection ? Problems.From(rejection) : TypedResults.NoContent();
    }

    private static async Task<IResult> SearchAsync(SearchRequest<ElementFilter>? body, HistoryService history, DefinitionCatalog definitions, CancellationToken cancellation)
    {
        var filter = body?.Filter ?? new();
        Tenants.Check(filter.TenantId, "filter.tenantId");
        if (body?.Sort is { Count: > 0 }) throw new InvalidRequestException("sort", "Element instances come in the order in which they began; another order is not offered.");
        var instance = filter switch
        {
            { ProcessInstanceKey: { } key } => Keys.Scope(key, "filter.processInstanceKey"),
            { ElementInstanceKey: { } key } => Keys.Scope(key, "filter.elementInstanceKey"),
            _ => throw new InvalidRequestException("filter.processInstanceKey", "Expected filter.processInstanceKey: element instances are found through their process instance."),
        };
        var paging = Pages.Read(body?.Page);
        if (await ElementLives.ReadAsync(history, instance.Instance, cancellation) is not { } lives) return TypedResults.Ok(Pages.Cut<ElementItem>([], paging));
        var wanted = lives.All.Where(life => Fits(filter, life, lives)).ToList();
        var page = Pages.Cut(wanted, paging);
        var items = new List<ElementItem>(page.Items.Count);
        foreach (var life in page.Items) items.Add(await life.ItemAsync(lives, definitions));
        return TypedResults.Ok(new SearchResult<ElementItem>(items, page.Page));
    }

    private static bool Fits(ElementFilter filter, ElementLives.Life life, ElementLives lives) =>
        (filter.ElementInstanceKey is null || Keys.Text(life.Key) == filter.ElementInstanceKey)
        && (filter.ProcessInstanceKey is null || Keys.Text(lives.ProcessAround(life)) == filter.ProcessInstanceKey)
        && (filter.ElementId is null || life.Element == filter.ElementId)
        && (filter.Type is null || ElementNames.Of(life.Type) == filter.Type)
        && (filter.State is null || life.State == filter.State)
        && (filter.HasIncident is null || life.Incident is not null == filter.HasIncident);

    private static async Task<IResult> SetVariablesAsync(
        string elementInstanceKey, SetVariablesRequest body, HttpContext context, InstanceDesk instances, CancellationToken cancellation)
    {
        var result = await instances.SetVariablesAsync(
            RequestKeys.Of(context).Value, CurrentUser.Of(context.User).Actor(), Keys.Scope(elementInstanceKey, "elementInstanceKey"),
            VariableJson.Read(body.Variables, "variables"), body.Local ?? false, cancellation);
        return result.Rejection is { } rejection ? Problems.From(rejection) : TypedResults.NoContent();
    }
}
