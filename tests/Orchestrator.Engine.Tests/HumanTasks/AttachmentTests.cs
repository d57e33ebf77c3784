using System.Security.Cryptography;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Testing;

namespace Orchestrator.Engine.Tests.HumanTasks;

/// <summary>The bytes of a file and the event that says that it was brought.</summary>
public class AttachmentTests
{
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i % 251))];

    private static Task<SubmitResult> BringAsync(Desk desk, TaskRow task, Guid request, Actor? by = null) =>
        desk.Attachments.BringAsync(request, by ?? Office.Ada, task.Key, "ricevuta.pdf", "application/pdf", s_content, CancellationToken.None);

    private static async Task<(Desk Desk, TaskRow Task)> OneTaskAsync(Office office, ICrashPoints? crash = null)
    {
        var desk = await office.NodeAsync(crash: crash);
        await desk.DeployAsync(Definitions.OneTask());
        return (desk, (await desk.OpenTaskAsync(await desk.StartAsync("one-task")))!);
    }

    [Test]
    public async Task A_file_is_brought_once_read_as_it_was_and_proved_by_the_history()
    {
        await using var office = await Office.OpenAsync();
        var (desk, task) = await OneTaskAsync(office);
        var request = Guid.CreateVersion7();
        Assert.That((await BringAsync(desk, task, request)).Rejection, Is.Null);
        Assert.That((await BringAsync(desk, task, request)).Rejection, Is.Null, "the same request again");

        var brought = (await desk.EventsAsync(task.Key.Instance)).OfType<InstanceEvent.AttachmentAdded>().Single();
        Assert.That((brought.SizeBytes, brought.Sha256, brought.By), Is.EqualTo((5_000L, Convert.ToHexStringLower(SHA256.HashData(s_content)), "ada")));
        Assert.That((await desk.Attachments.ReadAsync(task.Key, brought.Id, CancellationToken.None))?.Content, Is.EqualTo(s_content));
        Assert.That(await desk.Attachments.ChangedAsync(task.Key.Instance, CancellationToken.None), Is.Empty);

        await desk.AttachmentStore.DeleteAsync(brought.Id, CancellationToken.None);
        Assert.That(await desk.Attachments.ReadAsync(task.Key, brought.Id, CancellationToken.None), Is.Null);
        await desk.AttachmentStore.KeepAsync(task.Key.Instance, brought.Id, new byte[] { 1, 2, 3 }, office.Time.GetUtcNow(), CancellationToken.None);
        Assert.That((await desk.Attachments.ChangedAsync(task.Key.Instance, CancellationToken.None)).Select(one => one.File.Id), Is.EqualTo(new[] { brought.Id }), "another content under its id");
        Assert.That(await desk.Attachments.ReadAsync(task.Key, brought.Id, CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task A_refused_file_leaves_no_bytes_and_one_that_was_taken_away_none_either()
    {
        await using var office = await Office.OpenAsync();
        var (desk, task) = await OneTaskAsync(office);
        var request = Guid.CreateVersion7();
        await BringAsync(desk, task, request);
        Assert.That((await desk.Attachments.RemoveAsync(Guid.CreateVersion7(), Office.Grace, task.Key, request.ToString("N"), CancellationToken.None)).Rejection?.Reason, Is.EqualTo(RejectionReason.NotAllowed));
        Assert.That((await desk.Attachments.RemoveAsync(Guid.CreateVersion7(), Office.Ada, task.Key, request.ToString("N"), CancellationToken.None)).Rejection, Is.Null);
        Assert.That(await desk.AttachmentStore.ReadAsync(task.Key.Instance, request.ToString("N"), CancellationToken.None), Is.Null);

        await desk.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), Office.Ada, task.Key, null, CancellationToken.None);
        await desk.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), Office.Ada, task.Key, FeelContext.Empty, null, CancellationToken.None);
        var late = Guid.CreateVersion7();
        Assert.That((await BringAsync(desk, task, late)).Rejection, Is.Not.Null, "the task has ended");
        Assert.That(await desk.AttachmentStore.ReadAsync(task.Key.Instance, late.ToString("N"), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task A_crash_anywhere_leaves_no_event_without_bytes_and_the_sweep_no_bytes_without_an_event()
    {
        var request = Guid.CreateVersion7();
        for (var n = 1; ; n++)
        {
            await using var office = await Office.OpenAsync();
            var (first, task) = await OneTaskAsync(office);
            await first.CloseAsync();
            var crash = new CrashAt(n);
            Desk? dying = null;
            try
            {
                dying = await office.NodeAsync(crash: crash);
                await BringAsync(dying, task, request);
            }
            catch (Exception) when (crash.Crashed)
            {
                // The process is gone.
            }
            if (crash.Crashed && dying is not null) await dying.DieAsync();
            else if (dying is not null) await dying.CloseAsync();

            var (desk, where, id) = (await office.NodeAsync(), $"crash {n} {crash.Where}", request.ToString("N"));
            var hasEvent = (await desk.Attachments.OfTaskAsync(task.Key)).Count == 1;
            if (hasEvent) Assert.That(await desk.Attachments.ChangedAsync(task.Key.Instance, CancellationToken.None), Is.Empty, where);
            office.Time.MoveTo(office.Time.GetUtcNow().AddDays(2));
            await desk.Attachments.SweepAsync(CancellationToken.None);
            Assert.That(await desk.AttachmentStore.ReadAsync(task.Key.Instance, id, CancellationToken.None) is not null, Is.EqualTo(hasEvent), where);
            Assert.That((await BringAsync(desk, task, request)).Rejection, Is.Null, where);
            Assert.That((await desk.Attachments.ReadAsync(task.Key, id, CancellationToken.None))?.Content, Is.EqualTo(s_content), where);
            if (!crash.Crashed) return;
        }
    }
}
