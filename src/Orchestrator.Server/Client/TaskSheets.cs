using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Client;

/// <summary>A task with its form, the data it starts with, and the terms that run on its case.</summary>
internal sealed class TaskSheets(
    HumanTaskDesk tasks, InstanceDesk instances, HistoryService history, DefinitionCatalog definitions, TaskViews views, TermReader terms)
{
    // The completion of a task stands with its data in one command; a command of a form is never longer than this.
    private const int EventsAround = 50;

    public async Task<TaskDetail> OfAsync(TaskRow row, TaskAllowed allowed, CancellationToken cancellation)
    {
        var opened = (await tasks.OpenAsync(row.Key, cancellation))!;
        var process = (await definitions.FindAsync(row.Definition))!;
        var state = await instances.StateAsync(row.Instance);
        return new TaskDetail(await views.OfAsync(row, cancellation), KindOf(row, opened), allowed)
        {
            FormSchemaJson = KindOf(row, opened) == TaskFormKind.FormJs ? opened.FormSchema : null,
            DataJson = FeelJson.Write(WithoutPersonal(await DataAsync(row, opened, cancellation), process)),
            Terms = state is null ? [] : await terms.OfAsync(state, cancellation),
        };
    }

    private static TaskFormKind KindOf(TaskRow row, OpenTask opened) => row.FormId switch
    {
        AttendanceRecorder.FormId or NeedsTable.FormId or CallsTable.FormId => TaskFormKind.Grid,
        _ when opened.FormSchema is null => TaskFormKind.None,
        _ => TaskFormKind.FormJs,
    };

    private async Task<FeelContext> DataAsync(TaskRow row, OpenTask opened, CancellationToken cancellation) =>
        row.State == TaskRowState.Created ? opened.Variables : await CompletionOfAsync(row, cancellation);

    /// <summary>What a task that has ended was completed with.</summary>
    public async Task<FeelContext> CompletionOfAsync(TaskRow row, CancellationToken cancellation)
    {
        if (row.State != TaskRowState.Completed) return FeelContext.Empty;
        var events = await history.PageAsync(row.Instance, Math.Max(0, row.Version - 1), EventsAround, cancellation);
        var completion = events.FirstOrDefault(entry => entry.Event is InstanceEvent.UserTaskCompleted completed && completed.Scope == row.Key);
        return events.Where(entry => entry.Request == completion?.Request && entry.Event is InstanceEvent.VariablesSet { Cause: VariableCause.UserTask })
            .Select(entry => ((InstanceEvent.VariablesSet)entry.Event).Variables).FirstOrDefault() ?? FeelContext.Empty;
    }

    private static FeelContext WithoutPersonal(FeelContext variables, DeployedProcess process) => process.Graph.PersonalVariables.IsEmpty
        ? variables
        : FeelContext.Of(variables.Entries.Where(entry => !process.Graph.PersonalVariables.Contains(entry.Key)));
}
