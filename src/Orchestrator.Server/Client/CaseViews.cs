using Orchestrator.Contracts.Client;
using Orchestrator.Engine.AdHoc;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client;

/// <summary>Rows of instances as the pages show them.</summary>
internal sealed class CaseViews(
    IQueries queries, HumanTaskDesk tasks, AdHocDesk adHoc, InstanceDesk instances, DefinitionCatalog definitions, CaseNames names, TaskViews taskViews, TermReader terms, IncidentViews incidents)
{
    private const int TasksMax = 200;

    public async Task<CaseSummary> SummaryAsync(InstanceRow row, CancellationToken cancellation)
    {
        var open = row.HasIncident ? (await queries.IncidentsAsync(new() { Instance = row.Instance, Open = true, Page = new(0, 1) }, cancellation)).Total : 0;
        var state = row.State == InstanceRowState.Active ? await instances.StateAsync(row.Instance) : null;
        return await SummaryAsync(row, open, state is null ? null : await terms.NextAsync(state), cancellation);
    }

    public async Task<CaseDetail> DetailAsync(ActingUser user, InstanceRow row, InstanceState state, CancellationToken cancellation)
    {
        var found = await queries.IncidentsAsync(new() { Instance = row.Instance, Open = true, Page = new(0, TasksMax) }, cancellation);
        var allTerms = await terms.OfAsync(state, cancellation);
        var running = allTerms.FirstOrDefault(term => term.State == TermState.Running);
        var resource = definitions.Resource(row.Definition) ?? throw new InvariantBrokenException($"Expected the file of definition {row.Definition}.");
        return new(await SummaryAsync(row, found.Total, running, cancellation), state.Version, resource.Content, state.Version)
        {
            Terms = allTerms,
            Tasks = await TasksAsync(user, row.Instance, cancellation),
            Choices = CaseRights.MayDoTasks(user) ? [.. (await adHoc.OpenAsync(row.Instance, user.Actor())).Select(ChoiceOf)] : [],
            Incidents = await incidents.OfAsync(found.Items, cancellation),
            MayCorrect = row.State == InstanceRowState.Active && CaseRights.MayRepair(user),
            MaySeeReadings = CaseRights.SeesReadings(user) && CaseRights.IsPersonal(row),
            SigningDate = state.Elements.GetValueOrDefault(state.Root)?.Variables.TryGet(CaseFile.SigningDate, out var day) == true ? CaseFile.DayOf(day) : null,
        };
    }

    private async Task<CaseSummary> SummaryAsync(InstanceRow row, int incidentsOpen, TermView? next, CancellationToken cancellation)
    {
        var process = await definitions.FindAsync(row.Definition);
        return new(await names.CaseAsync(row.Instance, row.Definition, row.ProcessId, row.BusinessKey, cancellation), process?.Version ?? 0, StateOf(row.State), row.StartedAt)
        {
            EndedAt = row.EndedAt,
            Incidents = incidentsOpen,
            NextTerm = next,
        };
    }

    private async Task<IReadOnlyList<TaskSummary>> TasksAsync(ActingUser user, InstanceId instance, CancellationToken cancellation)
    {
        if (!CaseRights.SeesTasks(user)) return [];
        var open = await tasks.SearchAsync(
            new() { Instance = instance, State = TaskRowState.Created, VisibleTo = CaseRights.TasksOf(user), Sort = TaskSort.DueAt, Page = new(0, TasksMax) }, cancellation);
        return await taskViews.OfAsync(open.Items, cancellation);
    }

    private static ChoiceView ChoiceOf(OpenAdHoc open) =>
        new(open.Key.Value, open.Label, [.. open.Elements.Select(element => new ChoiceActivity(element.Element.Value, element.Label, element.Running))]);

    private static CaseState StateOf(InstanceRowState state) => state switch
    {
        InstanceRowState.Active => CaseState.Running,
        InstanceRowState.Completed => CaseState.Completed,
        InstanceRowState.Terminated => CaseState.Terminated,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Expected a state of an instance."),
    };
}
