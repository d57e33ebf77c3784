using Orchestrator.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;
using Orchestrator.Server.Security;

namespace Orchestrator.Server.Client;

/// <summary>Files of tasks for the pages. Who sees a task sees its files; who does tasks brings some.</summary>
internal sealed class TaskAttachments(AttachmentDesk files, HumanTaskDesk tasks, CaseNames names, CaseDesk desk)
{
    /// <summary>More of them are on the pages of their own tasks.</summary>
    private const int OthersLookedAt = 50;

    public async Task<TaskFolder> FillAsync(TaskFolder folder, ActingUser user, TaskRow row, CancellationToken cancellation)
    {
        var all = await files.OfInstanceAsync(row.Instance);
        var others = all.Where(one => one.Task != row.Key).Reverse().Take(OthersLookedAt).ToList();
        var seen = others.Count == 0 ? [] : (await tasks.SearchAsync(
            new() { Keys = [.. others.Select(one => one.Task).Distinct()], VisibleTo = CaseRights.TasksOf(user), Page = new(0, OthersLookedAt) }, cancellation)).Items.Select(task => task.Key).ToHashSet();
        await names.LearnAsync(all.Select(one => one.By), cancellation);
        return folder with
        {
            MayAttach = row.State == TaskRowState.Created && CaseRights.MayDoTasks(user),
            Attachments = await ViewsAsync(all.Where(one => one.Task == row.Key), user, row, cancellation),
            OtherAttachments = await ViewsAsync(others.Where(one => seen.Contains(one.Task)).Take(TaskFolder.ShownMax), user, row, cancellation),
        };
    }

    public async Task<Outcome<bool>> BringAsync(ActingUser user, TaskRow row, Guid request, BroughtFile file, CancellationToken cancellation)
    {
        if (!CaseRights.MayDoTasks(user)) return Refused.NotAllowed("Expected an operator or a supervisor: other accounts bring no files.");
        var name = NameOf(file.Name);
        if (WhyNot(name, file.Content) is { } refused) return refused;
        var result = await files.BringAsync(request, user.Actor(), row.Key, name, AttachmentKinds.MediaTypeOf(name)!, file.Content, cancellation);
        return result.Rejection switch
        {
            null => true,
            { Reason: RejectionReason.NotFound } => Ended(),
            { Reason: RejectionReason.WrongState } when row.State == TaskRowState.Created && (await files.OfTaskAsync(row.Key)).Count >= Limits.AttachmentsPerTaskMax =>
                new Refusal(RefusalKind.Conflict, "AttachmentsFull", result.Rejection.Message),
            { Reason: RejectionReason.WrongState } => Ended(),
            var rejection => Refused.From(rejection),
        };
    }

    public async Task<Outcome<ExportedFile>> ReadAsync(ActingUser user, TaskRow row, string id, CancellationToken cancellation)
    {
        if ((await files.OfTaskAsync(row.Key)).All(one => one.File.Id != id)) return Missing(id);
        if (CaseRights.IsPersonal(row.BusinessKey)) await desk.NoteReadingAsync([row.BusinessKey!], new(user.UserName, "task file"), cancellation);
        return await files.ReadAsync(row.Key, id, cancellation) is { } found
            ? new ExportedFile(found.File.File.Name, found.File.File.MediaType, found.Content)
            : new Refusal(RefusalKind.Conflict, "AttachmentChanged", $"Expected the bytes of file {id} as they were brought, but they are not there.");
    }

    public async Task<Outcome<bool>> RemoveAsync(ActingUser user, TaskRow row, Guid request, string id, CancellationToken cancellation)
    {
        if (!CaseRights.MayDoTasks(user)) return Refused.NotAllowed("Expected an operator or a supervisor: other accounts take no files away.");
        var result = await files.RemoveAsync(request, user.Actor(), row.Key, id, cancellation);
        return result.Rejection switch
        {
            null => true,
            { Reason: RejectionReason.NotAllowed } rejection => new Refusal(RefusalKind.NotAllowed, "AttachmentNotYours", rejection.Message),
            { Reason: RejectionReason.WrongState } => Ended(),
            { Reason: RejectionReason.NotFound } => row.State == TaskRowState.Created ? Missing(id) : Ended(),
            var rejection => Refused.From(rejection),
        };
    }

    private async Task<IReadOnlyList<Attachment>> ViewsAsync(IEnumerable<AttachmentState> kept, ActingUser user, TaskRow row, CancellationToken cancellation)
    {
        var views = new List<Attachment>();
        foreach (var one in kept)
        {
            views.Add(new(one.File.Id, one.Task.Value, one.File.Name, one.File.SizeBytes, await names.PersonAsync(one.By, cancellation) ?? one.By, one.At)
            {
                MayRemove = one.Task == row.Key && row.State == TaskRowState.Created && one.By == user.UserName && CaseRights.MayDoTasks(user),
            });
        }
        return views;
    }

    private static Refusal? WhyNot(string name, byte[] content) =>
        content.Length == 0 ? new(RefusalKind.Invalid, "AttachmentEmpty", "Expected a file with something in it.")
        : content.Length > Limits.AttachmentBytesMax ? new(RefusalKind.Invalid, "AttachmentTooLarge", $"Expected a file of at most {Limits.AttachmentBytesMax} bytes, but it has {content.Length}.")
        : AttachmentKinds.MediaTypeOf(name) is null ? new(RefusalKind.Invalid, "AttachmentKind", $"Expected a file whose name ends with one of {string.Join(", ", AttachmentKinds.Endings)}.")
        : !AttachmentKinds.Fits(name, content) ? new(RefusalKind.Invalid, "AttachmentContent", "Expected the content that the end of the file's name promises, but it has another.")
        : null;

    // A long name is cut before its ending; what no name should hold goes.
    private static string NameOf(string brought)
    {
        var plain = KeptText.ForColumn(string.Concat(Path.GetFileName(brought.Replace('\\', '/')).Where(letter => !char.IsControl(letter)))).Trim();
        var ending = Path.GetExtension(plain);
        return plain.Length <= Limits.AttachmentNameCharsMax || ending.Length > 10 ? plain[..Math.Min(plain.Length, Limits.AttachmentNameCharsMax)] : plain[..(Limits.AttachmentNameCharsMax - ending.Length)] + ending;
    }

    private static Refusal Ended() => new(RefusalKind.Conflict, "AttachmentTaskEnded", "Expected an open task, but it has ended: its files stay as they are.");

    private static Refusal Missing(string id) => new(RefusalKind.NotFound, "AttachmentNotFound", $"Expected a file {id} with the task, but there is none.");
}
