using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;
using Orchestrator.Storage.PostgreSql;
using Orchestrator.Storage.Seals;
using Orchestrator.Storage.Sqlite;
using Orchestrator.Storage.Tests.Conformance;
using Orchestrator.Testing;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Storage.Tests.Seals;

/// <summary>A file of checkpoints is continued when it is the right one, and not otherwise.</summary>
[TestFixture]
public sealed class SealerTests
{
    private static CancellationToken None => CancellationToken.None;

    private readonly SqliteWriteGate _gate = new();
    private readonly ManualTime _time = new(Sample.At);
    private string _folder = "";
    private SealKey _key = null!;
    private EngineStorage _storage = null!;

    private string Checkpoints => Path.Combine(_folder, "seals.txt");

    private string Database => Path.Combine(_folder, "orchestrator.db");

    private StorageOptions Options => new() { MasterKeyFile = Path.Combine(_folder, "master.key") };

    [SetUp]
    public async Task Make()
    {
        _folder = Directory.CreateTempSubdirectory("orchestrator-sealer-").FullName;
        _key = SealKey.FromFile(Path.Combine(_folder, "seal.key"));
        await SqliteStorage.MigrateAsync(Database, Options, None);
        _storage = await OpenAsync();
    }

    [TearDown]
    public async Task Delete()
    {
        await _storage.DisposeAsync();
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [OneTimeTearDown]
    public void DisposeGate() => _gate.Dispose();

    private Task<EngineStorage> OpenAsync() => SqliteStorage.OpenAsync(Database, Options, _gate, _time, ICrashPoints.None, None);

    private Sealer Sealer(EngineStorage? storage = null, SealKey? key = null) => new((storage ?? _storage).Heads, key ?? _key, Checkpoints, _time);

    private Task StartAsync(params long[] instances) => StartAsync(_storage, instances);

    private static async Task StartAsync(EngineStorage storage, params long[] instances)
    {
        var outcomes = await storage.Store.CommitAsync(new CommitBatch([.. instances.Select(number => Sample.Start(new InstanceId(number)))]), None);
        Assert.That(outcomes, Has.All.InstanceOf<MemberOutcome.Committed>());
    }

    private async Task<SealReport> VerifyAsync() => await new SealVerifier(_storage.Heads).VerifyAsync(Checkpoints, _key, None);

    [Test]
    public async Task A_checkpoint_lists_what_moved_since_the_one_before()
    {
        await StartAsync(1, 2);
        var first = await Sealer().SealAsync(None);
        await StartAsync(3);
        var second = await Sealer().SealAsync(None);
        var third = await Sealer().SealAsync(None);

        Assert.That(first.Heads.Select(head => head.Instance), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(second.Heads.Select(head => head.Instance), Is.EqualTo(new[] { 3 }));
        Assert.That((third.Heads.Count, third.Instances, third.Number), Is.EqualTo((0, 3, 3)));
        Assert.That((await VerifyAsync()).Findings, Is.Empty);
        Assert.That(await _storage.Heads.LastAsync(None), Is.EqualTo(LastSeal.Of(third)));
    }

    [Test]
    public async Task A_checkpoint_that_the_power_cut_off_anywhere_is_taken_off_and_written_anew()
    {
        await StartAsync(1);
        await Sealer().SealAsync(None);
        var whole = new FileInfo(Checkpoints).Length;
        var bookmark = await File.ReadAllBytesAsync(Checkpoints);
        await StartAsync(2);
        // What would have come: as from the same database a moment later.
        var next = new Checkpoint(2, _time.GetUtcNow(), 2, SealFile.Last(Checkpoints)!.Checkpoint.HashHex(), [new SealedHead(2, 3, new string('a', 64))], []);
        SealFile.Append(Checkpoints, next, _key.Sign(next.CanonicalBytes()));
        var longer = await File.ReadAllBytesAsync(Checkpoints);
        for (var cut = bookmark.Length + 1; cut < longer.Length; cut += 5)
        {
            var path = Path.Combine(_folder, "cut.txt");
            await File.WriteAllBytesAsync(path, longer[..cut]);
            Assert.That(SealFile.Last(path)!.Checkpoint.Number, Is.EqualTo(1), $"cut at {cut}");
            Assert.That(() => SealFile.Read(path).Count(), Throws.InstanceOf<SealBrokenException>(), $"cut at {cut}");
            SealFile.Append(path, next, _key.Sign(next.CanonicalBytes()));
            Assert.That(SealFile.Read(path).Select(one => one.Checkpoint.Number), Is.EqualTo(new[] { 1, 2 }), $"cut at {cut}");
        }

        await File.WriteAllBytesAsync(Checkpoints, longer[..(longer.Length - 10)]);
        await Sealer().SealAsync(None);

        Assert.That((await VerifyAsync()).Findings, Is.Empty);
        Assert.That(SealFile.Read(Checkpoints).Count(), Is.EqualTo(2));
        Assert.That(new FileInfo(Checkpoints).Length, Is.GreaterThan(whole));
    }

    [Test]
    public async Task A_crash_between_the_file_and_the_database_only_lists_heads_twice()
    {
        await StartAsync(1);
        await Sealer().SealAsync(None);
        await StartAsync(2);
        await DieWhenMarkingAsync();
        Assert.That(SealFile.Read(Checkpoints).Count(), Is.EqualTo(2));
        Assert.That((await VerifyAsync()).Findings, Is.Empty, "one ahead of the database");

        var third = await Sealer().SealAsync(None);

        Assert.That(third.Heads.Select(head => head.Instance), Is.EqualTo(new[] { 2 }));
        Assert.That((await VerifyAsync()).Findings, Is.Empty);
    }

    // The sealer's way, up to what the database is told.
    private async Task DieWhenMarkingAsync()
    {
        var crash = new CrashOn("INSERT INTO engine_settings");
        await using var dying = await SqliteStorage.OpenAsync(Database, Options, _gate, _time, crash, None);
        crash.Armed = true;
        Assert.That(async () => await Sealer(dying).SealAsync(None), Throws.InstanceOf<InvalidOperationException>());
    }

    [Test]
    public async Task A_file_that_is_lost_is_missed_and_another_one_begins_only_when_somebody_says_so()
    {
        await StartAsync(1, 2);
        await Sealer().SealAsync(None);
        File.Move(Checkpoints, Checkpoints + ".old");

        Assert.That(async () => await Sealer().SealAsync(None), Throws.InstanceOf<SealBrokenException>().With.Message.Contains("there is no such file"));
        Assert.That(File.Exists(Checkpoints), Is.False);

        var first = await Sealer().StartAnewAsync(None);
        Assert.That((first.Number, first.Heads.Count), Is.EqualTo((1, 2)));
        Assert.That((await VerifyAsync()).Findings, Is.Empty);
        Assert.That(async () => await Sealer().StartAnewAsync(None), Throws.InstanceOf<SealBrokenException>().With.Message.Contains("is there"));
    }

    [Test]
    public async Task An_older_copy_another_file_and_another_key_are_not_continued()
    {
        await StartAsync(1);
        await Sealer().SealAsync(None);
        var older = await File.ReadAllBytesAsync(Checkpoints);
        await StartAsync(2);
        await Sealer().SealAsync(None);
        var whole = await File.ReadAllBytesAsync(Checkpoints);

        await File.WriteAllBytesAsync(Checkpoints, older);
        Assert.That(async () => await Sealer().SealAsync(None), Throws.InstanceOf<SealBrokenException>().With.Message.Contains("cut off, or this is an older copy"));
        Assert.That(await File.ReadAllBytesAsync(Checkpoints), Is.EqualTo(older), "it is left as it is");

        await File.WriteAllBytesAsync(Checkpoints, whole);
        using var other = SealKey.FromFile(Path.Combine(_folder, "other.key"));
        Assert.That(async () => await Sealer(key: other).SealAsync(None), Throws.InstanceOf<SealBrokenException>().With.Message.Contains("is not signed by a key of"));

        await Sealer().SealAsync(None);
        Assert.That((await VerifyAsync()).Findings, Is.Empty);
    }

    [Test]
    public async Task The_first_checkpoint_of_another_database_is_not_taken_for_one_that_a_crash_left()
    {
        await StartAsync(1);
        var foreign = new Checkpoint(1, _time.GetUtcNow(), 1, Checkpoint.NoPrevious, [new SealedHead(1, 3, new string('b', 64))], []);
        SealFile.Append(Checkpoints, foreign, _key.Sign(foreign.CanonicalBytes()));

        Assert.That(async () => await Sealer().SealAsync(None), Throws.InstanceOf<SealBrokenException>().With.Message.Contains("another database"));
    }

    [Test]
    public async Task Checkpoints_of_an_earlier_key_verify_with_its_public_half_beside_the_new_one()
    {
        await StartAsync(1);
        await Sealer().SealAsync(None);
        File.Delete(Path.Combine(_folder, "seal.key"));
        using var renewed = SealKey.FromFile(Path.Combine(_folder, "seal.key"));
        await Sealer(key: renewed).SealAsync(None);

        using var published = SealKey.PublicFromFile(SealKey.PublicFileOf(Path.Combine(_folder, "seal.key")));
        var report = await new SealVerifier(_storage.Heads).VerifyAsync(Checkpoints, published, None);

        Assert.That((report.Findings.Count, report.Checkpoints), Is.EqualTo((0, 2)));
        Assert.That((await VerifyAsync()).Findings.Select(finding => finding.What), Is.EqualTo(new[] { "checkpoint 2 does not carry the signature of this key" }));
    }

    [Test]
    public async Task Two_programs_that_seal_one_file_at_once_take_turns()
    {
        await using var second = await OpenAsync();
        await SealAtOnceAsync(_storage, second);
    }

    [Test]
    [Category("Slow")]
    public async Task Two_nodes_on_one_PostgreSql_database_take_turns()
    {
        if (PostgreSqlServer.MissingReason is { } reason) Assert.Ignore(reason);
        await using var server = await PostgreSqlServer.StartAsync();
        var name = $"orchestrator_sealers_{Environment.ProcessId}";
        var connection = await server.CreateDatabaseAsync(name);
        await PostgreSqlStorage.MigrateAsync(connection, None);
        await using (var one = await PostgreSqlStorage.OpenAsync(connection, Options, _time, ICrashPoints.None, None))
        await using (var other = await PostgreSqlStorage.OpenAsync(connection, Options, _time, ICrashPoints.None, None))
        {
            await SealAtOnceAsync(one, other);
            // A node whose file is its own does not begin a second truth.
            var elsewhere = new Sealer(other.Heads, _key, Path.Combine(_folder, "elsewhere.txt"), _time);
            Assert.That(async () => await elsewhere.SealAsync(None), Throws.InstanceOf<SealBrokenException>().With.Message.Contains("there is no such file"));
        }
        await server.DropDatabaseAsync(name);
    }

    private async Task SealAtOnceAsync(EngineStorage one, EngineStorage other)
    {
        const int each = 8;
        await Task.WhenAll(LoopAsync(one, 0), LoopAsync(other, 1));

        Assert.That(SealFile.Read(Checkpoints).Select(signed => signed.Checkpoint.Number), Is.EqualTo(Enumerable.Range(1, 2 * each)));
        var report = await new SealVerifier(one.Heads).VerifyAsync(Checkpoints, _key, None);
        Assert.That((report.Findings.Count, report.Instances), Is.EqualTo((0, 2 * each)), string.Join('\n', report.Findings));
        Assert.That(SealFile.Read(Checkpoints).SelectMany(signed => signed.Checkpoint.Heads).Select(head => head.Instance), Is.EquivalentTo(Enumerable.Range(1, 2 * each)), "each head once");

        async Task LoopAsync(EngineStorage storage, int which)
        {
            for (var i = 0; i < each; i++)
            {
                await StartAsync(storage, 1 + 2 * i + which);
                await Sealer(storage).SealAsync(None);
            }
        }
    }

    /// <summary>The process ends at the first statement of a kind.</summary>
    private sealed class CrashOn(string statement) : ICrashPoints
    {
        public bool Armed { get; set; }

        public void Pass(string point)
        {
            if (Armed && point.StartsWith("before " + statement, StringComparison.Ordinal)) throw new InvalidOperationException("The process is gone.");
        }
    }
}
