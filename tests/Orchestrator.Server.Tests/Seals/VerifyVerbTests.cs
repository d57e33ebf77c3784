using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Cli;
using Orchestrator.Cli.Verbs;
using Orchestrator.Hosting.Composition;
using Orchestrator.Storage.History;
using Orchestrator.Storage.Seals;

namespace Orchestrator.Server.Tests.Seals;

/// <summary><c>verify</c> and <c>seal</c> on the files that a program left behind.</summary>
[Category("Slow")]
internal sealed class VerifyVerbTests
{
    private SealedOffice _office = null!;
    private long _instance;

    [SetUp]
    public async Task RunTheProgramOnce()
    {
        _office = new();
        using var log = new LogWatch();
        using var host = _office.Build(log);
        await host.StartAsync();
        await log.SeenAsync(5101, 1);
        _instance = (await SealedOffice.StartInstanceAsync(host)).Number;
        await host.StopAsync();
    }

    [TearDown]
    public void Delete() => _office.Dispose();

    private Task<(int Code, string Out, string Error)> VerifyAsync(params string[] words) => RunAsync(["verify", "--data", "data", .. words]);

    private async Task<(int Code, string Out, string Error)> RunAsync(string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandLine(AllVerbs.List).RunAsync(words, new(TextReader.Null, output, error) { Folder = _office.Folder }, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    [Test]
    public async Task A_history_that_nobody_touched_is_proved_against_the_seals_and_their_signatures()
    {
        var configured = await VerifyAsync();
        Assert.That(configured.Code, Is.Zero, configured.Out + configured.Error);
        Assert.That(configured.Out, Does.Contain("2 checkpoints, the last of ").And.Contain("; 0 purged; signatures checked").And.Contain("1 instances, ").And.Contain(" 0 bad"));

        File.Copy(_office.Checkpoints, Path.Combine(_office.Folder, "copy.txt"));
        var copy = await VerifyAsync("--seals", "copy.txt", "--key", Path.Combine(_office.Data, "seal.key.pub"));
        Assert.That(copy, Is.EqualTo(configured));
    }

    [Test]
    public async Task The_first_bad_place_of_a_history_is_named_and_nothing_is_rebuilt()
    {
        _office.Tamper($"UPDATE engine_history SET actor = 'mallory' WHERE instance = {_instance} AND first_seq = 1");

        var (code, text, _) = await VerifyAsync("--rebuild");

        Assert.That(code, Is.EqualTo(1));
        Assert.That(text, Does.Contain("position 1: the hash does not fit what the row holds").And.Contain(" 1 bad").And.Not.Contain("rebuilt"));
    }

    [Test]
    public async Task An_instance_that_was_deleted_is_missed_by_the_seals()
    {
        _office.Tamper($"DELETE FROM engine_history WHERE instance = {_instance}");
        _office.Tamper($"DELETE FROM engine_instances WHERE instance = {_instance}");

        var (code, text, _) = await VerifyAsync();

        Assert.That(code, Is.EqualTo(1));
        Assert.That(text, Does.Contain($"instance {_instance}, position 0: was sealed, but it is deleted and no tombstone says so"));
    }

    /// <summary>Hashes that are right, an instant after the last seal: only the key that nobody has tells.</summary>
    [Test]
    public async Task A_forged_tail_that_no_seal_can_know_yet_does_not_open_with_the_key()
    {
        var version = long.Parse(_office.Read($"SELECT version FROM engine_instances WHERE instance = {_instance}"), CultureInfo.InvariantCulture);
        var head = Convert.FromHexString(_office.Read($"SELECT hex(head_hash) FROM engine_instances WHERE instance = {_instance}"));
        var payload = Convert.FromHexString(_office.Read($"SELECT hex(payload) FROM engine_history WHERE instance = {_instance} ORDER BY first_seq DESC LIMIT 1"));
        var envelope = new HistoryEnvelope(_instance, version + 1, 1, HistoryEnvelope.TicksOf(TimeProvider.System.GetUtcNow().AddHours(1)), "mallory", Guid.NewGuid());
        var hash = Convert.ToHexString(Chain.Hash(head, envelope.Encode(), payload));
        var command = Convert.ToHexString(envelope.Command.ToByteArray(bigEndian: true));
        _office.Tamper($"""
            INSERT INTO engine_history (instance, first_seq, count, at, actor, command_id, prev_hash, hash, payload)
            VALUES ({_instance}, {version + 1}, 1, {envelope.AtTicks}, 'mallory', x'{command}', x'{Convert.ToHexString(head)}', x'{hash}', x'{Convert.ToHexString(payload)}')
            """);
        _office.Tamper($"UPDATE engine_instances SET version = {version + 1}, head_hash = x'{hash}' WHERE instance = {_instance}");

        var (code, text, _) = await VerifyAsync();

        Assert.That(code, Is.EqualTo(1), text);
        Assert.That(text, Does.Contain($"history breaks at position {version + 1}: "));
    }

    [Test]
    public async Task An_erased_person_still_verifies_and_a_key_that_was_destroyed_otherwise_does_not()
    {
        using (var log = new LogWatch())
        using (var host = _office.Build(log))
        {
            await host.StartAsync();
            Assert.That(await host.Services.GetRequiredService<EngineRuntime>().Storage.Subjects.EraseAsync(_instance, TimeProvider.System.GetUtcNow(), CancellationToken.None), Is.True);
            await host.StopAsync();
        }
        var erased = await VerifyAsync();
        Assert.That(erased.Code, Is.Zero, erased.Out);
        Assert.That(erased.Out, Does.Contain(" 0 bad, 1 erased"));

        _office.Tamper($"UPDATE engine_subjects SET erased_at = NULL WHERE subject = {_instance}");
        var destroyed = await VerifyAsync();
        Assert.That(destroyed.Code, Is.EqualTo(1));
        Assert.That(destroyed.Out, Does.Contain("its data key is gone, and no erasure says so"));
    }

    [TestCase("UPDATE engine_tasks SET due_at = due_at + 86400000000", "tasks", "DueAt")]
    [TestCase("UPDATE engine_tasks SET candidate_groups = char(10) || 'regione' || char(10)", "tasks", "CandidateGroups")]
    [TestCase("DELETE FROM engine_tasks", "tasks", "missing")]
    [TestCase("INSERT INTO engine_timers (key, instance, host, element, due_at) VALUES (7340032000, 7000, 7340032000, 'x', 1)", "timers", "no such instance")]
    public async Task A_row_that_was_changed_is_found_rebuilt_and_right_afterwards(string sql, string table, string what)
    {
        Assert.That(_office.Tamper(sql), Is.EqualTo(1));

        var found = await VerifyAsync();
        var rebuilt = await VerifyAsync("--rebuild");
        var afterwards = await VerifyAsync();

        Assert.That((found.Code, rebuilt.Code, afterwards.Code), Is.EqualTo((1, 1, 0)), found.Out + rebuilt.Out + afterwards.Out);
        Assert.That(found.Out, Does.Contain($"  {table} ").And.Contain(what));
        Assert.That(rebuilt.Out, Does.Contain("  rows re"));
    }

    [Test]
    public async Task A_file_of_checkpoints_that_was_cut_exchanged_or_deleted_is_found()
    {
        var lines = await File.ReadAllLinesAsync(_office.Checkpoints);
        var newest = Array.FindLastIndex(lines, line => line.StartsWith("checkpoint ", StringComparison.Ordinal));
        await File.WriteAllTextAsync(_office.Checkpoints, string.Concat(lines[..newest].Select(line => line + "\n")));
        var cut = await VerifyAsync();
        Assert.That(cut.Code, Is.EqualTo(1));
        Assert.That(cut.Out, Does.Contain("the database was sealed up to checkpoint 2, but the file ends at checkpoint 1"));

        File.Delete(_office.Checkpoints);
        var gone = await VerifyAsync();
        Assert.That(gone.Code, Is.EqualTo(1));
        Assert.That(gone.Out, Does.Contain("the database was sealed up to checkpoint 2, but the file of checkpoints is not where it is configured to be"));
        Assert.That((await VerifyAsync("--no-seals")).Code, Is.Zero);

        var refused = await RunAsync(["seal", "--data", "data"]);
        Assert.That(refused.Code, Is.EqualTo(1));
        Assert.That(refused.Error, Does.Contain("there is no such file"));
        var anew = await RunAsync(["seal", "--data", "data", "--new-file"]);
        Assert.That((anew.Code, anew.Out.Trim()), Is.EqualTo((0, "checkpoint 1: 1 heads, 0 tombstones, 1 instances")));
        Assert.That((await VerifyAsync()).Code, Is.Zero);
    }

    [Test]
    public async Task Checkpoints_that_another_key_signed_are_found()
    {
        using (SealKey.FromFile(Path.Combine(_office.Folder, "other.key"))) { }
        var (code, text, _) = await VerifyAsync("--key", "other.key.pub");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(text, Does.Contain("checkpoint 1 does not carry the signature of this key"));
    }

    [Test]
    public async Task A_file_that_is_not_there_and_options_that_contradict_are_refused()
    {
        Assert.That((await VerifyAsync("--seals", "nowhere.txt")).Code, Is.EqualTo(2));
        Assert.That((await VerifyAsync("--key", "nowhere.pub")).Code, Is.EqualTo(2));
        Assert.That((await VerifyAsync("--seals", "data/seals.txt", "--no-seals")).Code, Is.EqualTo(2));
    }
}
