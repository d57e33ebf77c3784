using System.Text;
using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Tests.Conformance;

/// <summary>The bytes of files that were brought to tasks.</summary>
public abstract partial class StoreConformance
{
    private static readonly byte[] s_content = Encoding.UTF8.GetBytes("Ricevuta di Ada Lovelace");

    [Test]
    public async Task A_file_is_read_as_it_was_kept_and_cannot_be_read_or_moved_in_the_database()
    {
        var (one, other) = (Sample.Instance(71), Sample.Instance(72));
        await StartAsync(one);
        await StartAsync(other);
        Assert.That(await Storage.Attachments.KeepAsync(one, "f1", s_content, Sample.At, None));
        Assert.That(await Storage.Attachments.KeepAsync(one, "f1", new byte[] { 1 }, Sample.At, None), "the same id is kept once");
        Assert.That(await Storage.Attachments.KeepAsync(Sample.Instance(999), "f2", s_content, Sample.At, None), Is.False);

        Assert.That(await Storage.Attachments.ReadAsync(one, "f1", None), Is.EqualTo(s_content));
        Assert.That(await Storage.Attachments.ReadAsync(other, "f1", None), Is.Null);
        Assert.That(await Storage.Attachments.ReadAsync(one, "f3", None), Is.Null);
        await TamperAsync($"UPDATE engine_attachments SET instance = {other.Number} WHERE id = 'f1'");
        Assert.That(await Storage.Attachments.ReadAsync(other, "f1", None), Is.Null, "moved to another case");
        await TamperAsync($"UPDATE engine_attachments SET instance = {one.Number} WHERE id = 'f1'");
        await Storage.Attachments.DeleteAsync("f1", None);
        Assert.That(await Storage.Attachments.ReadAsync(one, "f1", None), Is.Null);
    }

    [Test]
    public async Task Files_that_nobody_settled_are_found_by_age()
    {
        var instance = Sample.Instance(73);
        await StartAsync(instance);
        foreach (var (id, day) in ((string, int)[])[("old", 0), ("settled", 0), ("new", 2)]) await Storage.Attachments.KeepAsync(instance, id, s_content, Sample.At.AddDays(day), None);
        await Storage.Attachments.SettleAsync("settled", None);

        Assert.That(await Storage.Attachments.UnsettledAsync(Sample.At.AddDays(1), 10, None), Is.EqualTo(new[] { (instance, "old") }));
        Assert.That(await Storage.Attachments.UnsettledAsync(Sample.At.AddDays(3), 1, None), Is.EqualTo(new[] { (instance, "old") }));
    }

    [Test]
    public async Task A_file_goes_with_its_instance_and_with_the_key_of_its_subject()
    {
        var (purged, erased) = (Sample.Instance(74), Sample.Instance(75));
        foreach (var instance in (InstanceId[])[purged, erased])
        {
            var hash = await StartAsync(instance);
            await Storage.Attachments.KeepAsync(instance, $"of-{instance.Number}", s_content, Sample.At, None);
            await CommitAsync(Sample.Next(instance, 3, hash, new RowChange.EndInstance(instance, InstanceRowState.Completed, Sample.At)));
        }
        Assert.That(await Storage.Subjects.PurgeAsync(purged, "end of retention", Sample.At, None));
        await Storage.Subjects.EraseAsync(erased.Number, Sample.At, None);
        Assert.That(await TamperAsync("DELETE FROM engine_attachments WHERE id IN ('of-74', 'of-75')"), Is.Zero);
        Assert.That(await Storage.Attachments.KeepAsync(erased, "late", s_content, Sample.At, None), Is.False);
    }
}
