using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Incidents;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Server.Client.Operations;
using Orchestrator.Server.Security;
using IncidentQuery = Orchestrator.Contracts.Client.IncidentQuery;

namespace Orchestrator.Server.Client;

/// <summary>Incidents for the pages.</summary>
internal sealed class IncidentDeskView(
    IncidentDesk incidents, InstanceDesk instances, DefinitionCatalog definitions, CaseRights rights, IncidentViews views, RetryLists lists) : IIncidents
{
    private const int LimitMax = 200;
    private const int ReadAtOnce = 1_000;

    public async Task<Outcome<IncidentPage>> ListAsync(ActingUser user, IncidentQuery query, CancellationToken cancellation)
    {
        if (Refused.WhyNotPage(query.Offset, query.Limit, LimitMax) is { } refused) return refused;
        var visible = new List<IncidentView>();
        // Open incidents are few: they are what somebody must look at today.
        var open = await incidents.SearchAsync(new() { Open = true, Page = new(0, ReadAtOnce) }, cancellation);
        foreach (var row in open.Items)
            if (await rights.MayOpenAsync(user, row.Instance, cancellation) && await views.OfAsync(row, cancellation) is var view && Holds(view, query.Search)) visible.Add(view);
        return new IncidentPage([.. visible.Skip(query.Offset).Take(query.Limit)], visible.Count);
    }

    public async Task<Outcome<IncidentDetail>> OpenAsync(ActingUser user, long incidentKey, CancellationToken cancellation)
    {
        if (await FindAsync(user, incidentKey, cancellation) is not { } row) return Missing(incidentKey);
        var state = (await instances.StateAsync(row.Instance))!;
        var personal = (await definitions.FindAsync(row.Definition))?.Graph.PersonalVariables ?? [];
        var seen = VisibleVariables.Of(state, row.Scope).Entries.Where(entry => !personal.Contains(entry.Key));
        var mayAct = row.ResolvedAt is null && CaseRights.MayRepair(user);
        return new IncidentDetail(await views.OfAsync(row, cancellation), state.Version, FeelJson.Write(FeelContext.Of(seen)), mayAct);
    }

    public async Task<Outcome<IncidentView>> RetryAsync(ActingUser user, IncidentAction action, CancellationToken cancellation)
    {
        if (await FindAsync(user, action.IncidentKey, cancellation) is not { } row) return Missing(action.IncidentKey);
        if (!CaseRights.MayRepair(user)) return Refused.NotAllowed("Expected a supervisor or an operator who coordinates: others do not retry incidents.");
        var (variables, wrong) = Read(action);
        if (wrong is not null) return wrong;
        if (row.ResolvedAt is { } resolved) return Late(row, new(null, "changed", resolved));
        var result = await incidents.ResolveAsync(action.Request, user.Actor(), row.Key, variables, cancellation);
        if (result.Rejection is { } rejection) return Refused.From(rejection);
        return await views.OfAsync((await incidents.FindAsync(row.Key, cancellation))!, cancellation);
    }

    public Task<Outcome<Guid>> FreezeAsync(ActingUser user, FailureKey failure, CancellationToken cancellation) => lists.FreezeAsync(user, failure, cancellation);

    public Task<Outcome<RetryList>> RetryListAsync(ActingUser user, RetryListQuery query, CancellationToken cancellation) => lists.ReadAsync(user, query, cancellation);

    public Task<Outcome<bool>> RetryAllAsync(ActingUser user, Guid list, string hash, CancellationToken cancellation) => lists.ExecuteAsync(user, list, hash, cancellation);

    public Task<Outcome<bool>> StopAsync(ActingUser user, Guid list, CancellationToken cancellation) => lists.StopAsync(user, list, cancellation);

    private static (FeelContext Variables, Refusal? Wrong) Read(IncidentAction action)
    {
        if (string.IsNullOrWhiteSpace(action.VariablesJson)) return (FeelContext.Empty, null);
        if (!FeelJson.TryRead(action.VariablesJson, out var value, out _) || value is not FeelContext variables)
            return (FeelContext.Empty, Invalid("variablesJson", "type", "Expected a JSON object."));
        return variables.Count > 0 && string.IsNullOrWhiteSpace(action.Reason)
            ? (variables, Invalid("reason", "required", "Expected a reason: variables are changed."))
            : (variables, null);
    }

    private async Task<IncidentRow?> FindAsync(ActingUser user, long incidentKey, CancellationToken cancellation)
    {
        if (incidentKey <= 0 || await incidents.FindAsync(new ScopeKey(incidentKey), cancellation) is not { } row) return null;
        return await rights.MayOpenAsync(user, row.Instance, cancellation) ? row : null;
    }

    private static bool Holds(IncidentView view, string? search) => string.IsNullOrWhiteSpace(search)
        || new[] { view.Case.BusinessKey, view.Case.ProcessName, view.Case.ProcessId, view.ElementName, view.ElementId, view.Message }
            .Any(text => text?.Contains(search.Trim(), StringComparison.CurrentCultureIgnoreCase) == true);

    private static Refusal Invalid(string field, string code, string message) => new(RefusalKind.Invalid, "Invalid", message) { Fields = [new(field, code, message)] };

    private static Refusal Late(IncidentRow row, Faster by) =>
        new(RefusalKind.Conflict, "IncidentResolved", $"Expected an open incident {row.Key}, but it was resolved at {row.ResolvedAt:O}.") { Conflict = by };

    private static Refusal Missing(long key) => new(RefusalKind.NotFound, "IncidentNotFound", $"Expected an incident {key}, but there is none that you may see.");
}
