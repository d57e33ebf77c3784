using Orchestrator.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Server.Client;

/// <summary>What lies beside the form of a task. Every list is one bounded question.</summary>
internal sealed class TaskFolders(
    HumanTaskDesk tasks, CaseRights rights, InstanceDesk instances, HistoryService history, StoryTeller stories, TaskViews views, TaskAttachments files, CaseDesk desk) : ITaskFolders
{
    public async Task<Outcome<TaskFolder>> OpenAsync(ActingUser user, long taskKey, CancellationToken cancellation)
    {
        if (await FindAsync(user, taskKey, cancellation) is not { } row) return Missing(taskKey);
        if (!await rights.MayOpenAsync(user, row.Instance, cancellation)) return new TaskFolder([], []);
        if (CaseRights.IsPersonal(row.BusinessKey)) await desk.NoteReadingAsync([row.BusinessKey!], new(user.UserName, "task page"), cancellation);
        var documents = row.BusinessKey is null ? null : await desk.DocumentsOfCaseAsync(row.BusinessKey, ScopeOf(user, row), TaskFolder.ShownMax, cancellation);
        var folder = await files.FillAsync(new(await StoryAsync(row, cancellation), await OthersAsync(user, row, cancellation)), user, row, cancellation);
        return folder with
        {
            CrisisKey = documents?.Crisis,
            Documents = [.. documents?.Rows.Select(document => new CrisisDocument(document.RegistryNumber, document.Kind, document.Subject, document.RegisteredAt)) ?? []],
            DocumentsTotal = documents?.Total ?? 0,
        };
    }

    public async Task<Outcome<bool>> BringAsync(ActingUser user, Guid request, long taskKey, BroughtFile file, CancellationToken cancellation) =>
        await FindAsync(user, taskKey, cancellation) is { } row ? await files.BringAsync(user, row, request, file, cancellation) : Missing(taskKey);

    public async Task<Outcome<ExportedFile>> ReadAsync(ActingUser user, long taskKey, string id, CancellationToken cancellation) =>
        await FindAsync(user, taskKey, cancellation) is { } row ? await files.ReadAsync(user, row, id, cancellation) : Missing(taskKey);

    public async Task<Outcome<bool>> RemoveAsync(ActingUser user, Guid request, long taskKey, string id, CancellationToken cancellation) =>
        await FindAsync(user, taskKey, cancellation) is { } row ? await files.RemoveAsync(user, row, request, id, cancellation) : Missing(taskKey);

    private async Task<IReadOnlyList<StoryEntry>> StoryAsync(TaskRow row, CancellationToken cancellation)
    {
        var last = (await instances.StateAsync(row.Instance))?.Version ?? 0;
        var events = await history.PageAsync(row.Instance, Math.Max(0, last - TaskFolder.StoryMax), TaskFolder.StoryMax, cancellation);
        return await stories.OfAsync([.. events.TakeLast(TaskFolder.StoryMax)], cancellation);
    }

    private async Task<IReadOnlyList<TaskSummary>> OthersAsync(ActingUser user, TaskRow row, CancellationToken cancellation)
    {
        var open = await tasks.SearchAsync(
            new() { Instance = row.Instance, State = TaskRowState.Created, VisibleTo = CaseRights.TasksOf(user), Sort = TaskSort.DueAt, Page = new(0, TaskFolder.ShownMax + 1) }, cancellation);
        return await views.OfAsync([.. open.Items.Where(other => other.Key != row.Key && other.DueAt is not null).Take(TaskFolder.ShownMax)], cancellation);
    }

    // Who has a task in the process of a crisis sees its dossier; else the centres decide, as on the page of crises.
    private static RegistryDesk.VisibleScope? ScopeOf(ActingUser user, TaskRow row) => CaseRights.SeesAllCases(user) ? null : new(CaseRights.OwnCentres(user), [row.BusinessKey!]);

    private async Task<TaskRow?> FindAsync(ActingUser user, long taskKey, CancellationToken cancellation)
    {
        if (taskKey <= 0 || !CaseRights.SeesTasks(user)) return null;
        var page = await tasks.SearchAsync(new() { Key = new(taskKey), VisibleTo = CaseRights.TasksOf(user), Page = new(0, 1) }, cancellation);
        return page.Items is [var row] ? row : null;
    }

    private static Refusal Missing(long task) => new(RefusalKind.NotFound, "TaskNotFound", $"Expected a task {task}, but there is none that you may see.");
}
