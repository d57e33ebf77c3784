using System.Security.Cryptography;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Interpreter;
using Orchestrator.Interpreter.State;

namespace Orchestrator.Engine.HumanTasks;

/// <summary>
/// Files that are brought to tasks. The bytes are stored first and the event follows: a crash between the two leaves bytes without an event, which
/// <see cref="SweepAsync"/> removes, and never an event without bytes.
/// </summary>
public sealed class AttachmentDesk(ProcessEngine engine, StateReader states, IAttachmentStore store, TimeProvider time)
{
    private const int SweptMax = 100;

    /// <summary>An upload that is under way is younger than this.</summary>
    private static readonly TimeSpan s_underWay = TimeSpan.FromDays(1);

    /// <summary>Brings a file to an open task. The request is the file's id: sent twice it is brought once.</summary>
    public async Task<SubmitResult> BringAsync(Guid request, Actor actor, ScopeKey task, string name, string mediaType, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await SweepAsync(cancellation).ConfigureAwait(false);
        var id = request.ToString("N");
        if (content.Length is 0 or > Limits.AttachmentBytesMax)
            return SubmitResult.Refused(RejectionReason.Invalid, $"Expected a file of 1 to {Limits.AttachmentBytesMax} bytes, but it has {content.Length}.");
        if (!await store.KeepAsync(task.Instance, id, content, time.GetUtcNow(), cancellation).ConfigureAwait(false))
            return SubmitResult.Refused(RejectionReason.NotFound, $"Expected an instance {task.Instance} whose data can be read, but there is none.");
        var file = new AttachedFile(id, name, mediaType, content.Length, Convert.ToHexStringLower(SHA256.HashData(content.Span)));
        var result = await SubmitAsync(request, actor, task, new Command.AddAttachment(task, file), cancellation).ConfigureAwait(false);
        if (result.Rejection is null) await store.SettleAsync(id, cancellation).ConfigureAwait(false);
        // A refusal that somebody else's file with this id met leaves that file alone.
        else if (!await IsKeptAsync(task.Instance, id).ConfigureAwait(false)) await store.DeleteAsync(id, cancellation).ConfigureAwait(false);
        return result;
    }

    /// <summary>Takes a file away: who brought it, while the task is open. Its bytes go once the history says so.</summary>
    public async Task<SubmitResult> RemoveAsync(Guid request, Actor actor, ScopeKey task, string id, CancellationToken cancellation)
    {
        var result = await SubmitAsync(request, actor, task, new Command.RemoveAttachment(task, id), cancellation).ConfigureAwait(false);
        if (result.Rejection is null) await store.DeleteAsync(id, cancellation).ConfigureAwait(false);
        return result;
    }

    /// <summary>The files of a task, in the order in which they were brought.</summary>
    public async Task<IReadOnlyList<AttachmentState>> OfTaskAsync(ScopeKey task) =>
        [.. (await OfInstanceAsync(task.Instance).ConfigureAwait(false)).Where(one => one.Task == task)];

    /// <summary>The files of a whole instance, in the order in which they were brought.</summary>
    public async Task<IReadOnlyList<AttachmentState>> OfInstanceAsync(InstanceId instance) =>
        [.. ((await states.FindAsync(instance).ConfigureAwait(false))?.Attachments.Values ?? []).OrderBy(one => one.At).ThenBy(one => one.File.Id, StringComparer.Ordinal)];

    /// <summary>The bytes of a file of the task, exactly those that were brought; null when there is no such file or they are not there as they were.</summary>
    public async Task<(AttachmentState File, byte[] Content)?> ReadAsync(ScopeKey task, string id, CancellationToken cancellation)
    {
        var kept = (await OfTaskAsync(task).ConfigureAwait(false)).FirstOrDefault(one => one.File.Id == id);
        if (kept is null || await store.ReadAsync(task.Instance, id, cancellation).ConfigureAwait(false) is not { } content) return null;
        return IsAsBrought(kept, content) ? (kept, content) : null;
    }

    /// <summary>The files of an instance whose bytes are missing or not those that were brought.</summary>
    public async Task<IReadOnlyList<AttachmentState>> ChangedAsync(InstanceId instance, CancellationToken cancellation)
    {
        var changed = new List<AttachmentState>();
        foreach (var kept in await OfInstanceAsync(instance).ConfigureAwait(false))
            if (await store.ReadAsync(instance, kept.File.Id, cancellation).ConfigureAwait(false) is not { } content || !IsAsBrought(kept, content)) changed.Add(kept);
        return changed;
    }

    /// <summary>Removes bytes that no event followed; at most a hundred.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        foreach (var (instance, id) in await store.UnsettledAsync(time.GetUtcNow() - s_underWay, SweptMax, cancellation).ConfigureAwait(false))
        {
            if (await IsKeptAsync(instance, id).ConfigureAwait(false)) await store.SettleAsync(id, cancellation).ConfigureAwait(false);
            else await store.DeleteAsync(id, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsKeptAsync(InstanceId instance, string id) => (await states.FindAsync(instance).ConfigureAwait(false))?.Attachments.ContainsKey(id) == true;

    private static bool IsAsBrought(AttachmentState kept, byte[] content) =>
        content.Length == kept.File.SizeBytes && Convert.ToHexStringLower(SHA256.HashData(content)) == kept.File.Sha256;

    private Task<SubmitResult> SubmitAsync(Guid request, Actor actor, ScopeKey task, Command command, CancellationToken cancellation) =>
        engine.SubmitAsync(new Submission(request, task.Instance, actor, command) { MayRepeat = true }, cancellation);
}
