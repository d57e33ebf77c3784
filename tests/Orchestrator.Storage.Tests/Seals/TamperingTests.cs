using System.Diagnostics;
using System.Globalization;
using Orchestrator.Storage.Seals;

namespace Orchestrator.Storage.Tests.Seals;

/// <summary>Whatever is done to history after a seal is found, by the program and by the reference verifier, at the same place.</summary>
[TestFixture]
public sealed class TamperingTests
{
    private const int SeedOfRun = 1929;

    private SealedDatabase _made = null!;

    /// <summary>How many changes: a few in every run, 1 000 in tests/long.sh tamper.</summary>
    private static int Changes => int.Parse(Environment.GetEnvironmentVariable("ORCHESTRATOR_TAMPER") ?? "60", CultureInfo.InvariantCulture);

    private static int Seed => int.Parse(Environment.GetEnvironmentVariable("ORCHESTRATOR_SEED") ?? SeedOfRun.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    [OneTimeSetUp]
    public async Task Make() => _made = await SealedDatabase.MakeAsync();

    [OneTimeTearDown]
    public void Delete() => _made.Delete();

    [Test]
    public async Task A_history_that_nobody_touched_is_sound()
    {
        var report = await _made.VerifyAsync(_made.Copy("untouched.db"));

        Assert.That(report.Findings, Is.Empty);
        Assert.That((report.Instances, report.Rows, report.Checkpoints), Is.EqualTo((SealedDatabase.Instances, SealedDatabase.Instances * SealedDatabase.Commits, 2)));
        Assert.That(Reference([_made.Copy("untouched.db")])[0], Is.EqualTo(new[] { "12 instances, 0 bad places" }));
    }

    [Test]
    [Category("Slow")]
    public async Task Every_change_made_after_a_seal_is_found_and_the_reference_verifier_agrees()
    {
        var databases = new List<string>();
        var changes = new List<(string Where, IReadOnlyList<SealFinding> Found)>();
        for (var i = 0; i < Changes; i++)
        {
            var seed = Seed + i;
            var database = _made.Copy(string.Create(CultureInfo.InvariantCulture, $"tampered-{i}.db"));
            Tampering.Change change;
            using (var tampering = new Tampering(database, new Random(seed))) change = tampering.Apply(Tampering.Kinds[i % Tampering.Kinds.Count]);
            var where = $"ORCHESTRATOR_SEED={Seed}, number {i}: {change.What} of instance {string.Join(", ", change.Instances)}";
            var report = await _made.VerifyAsync(database);
            Assert.That(report.Findings.Select(finding => finding.Instance).Distinct(), Is.EqualTo(change.Instances.Order()), $"{where}\n{string.Join('\n', report.Findings)}");
            SealedDatabase.Compact(database);
            databases.Add(database);
            changes.Add((where, report.Findings));
        }

        var said = Reference(databases);

        for (var i = 0; i < changes.Count; i++)
        {
            var places = changes[i].Found.Select(finding => string.Create(CultureInfo.InvariantCulture, $"instance {finding.Instance}, position {finding.Position}"));
            Assert.That(said[i].SkipLast(1).Select(line => line.Split(':')[0]), Is.EqualTo(places), $"{changes[i].Where}; the program found:\n{string.Join('\n', changes[i].Found)}");
        }
    }

    [Test]
    public async Task A_chain_that_was_re_computed_and_then_sealed_again_is_found()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var database = _made.Copy($"resealed-{seed}.db");
            var checkpoints = Path.Combine(_made.Folder, $"resealed-{seed}.txt");
            File.Copy(_made.Checkpoints, checkpoints, overwrite: true);
            Tampering.Change change;
            using (var tampering = new Tampering(database, new Random(seed)))
            {
                change = tampering.Apply(seed % 2 == 0 ? "cut tail" : "re-compute");
                tampering.ForgetSeals(change.Instances[0]);
            }
            await _made.SealAsync(database, checkpoints);

            var report = await _made.VerifyAsync(database, checkpoints);
            SealedDatabase.Compact(database);

            Assert.That(report.Findings.Select(finding => finding.Instance).Distinct(), Is.EqualTo(change.Instances), change.What);
            var places = report.Findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"instance {finding.Instance}, position {finding.Position}"));
            Assert.That(Reference([database], checkpoints)[0].SkipLast(1).Select(line => line.Split(':')[0]), Is.EquivalentTo(places), change.What);
        }
    }

    [Test]
    public async Task Newest_checkpoints_that_were_cut_off_are_missed_because_the_database_knows_their_number()
    {
        var database = _made.Copy("untouched.db");
        var lines = await File.ReadAllLinesAsync(_made.Checkpoints);
        var secondStarts = Array.FindLastIndex(lines, line => line.StartsWith("checkpoint ", StringComparison.Ordinal));
        foreach (var kept in (int[])[0, secondStarts])
        {
            var path = Path.Combine(_made.Folder, "cut.txt");
            await File.WriteAllTextAsync(path, string.Concat(lines[..kept].Select(line => line + "\n")));
            Assert.That((await FindingsAsync(database, path))[0].What, Does.StartWith("the database was sealed up to checkpoint 2"));
            Assert.That(Reference([database], path)[0][0], Does.Contain("the database knows of 2"));
        }
    }

    [Test]
    public async Task A_checkpoint_that_was_changed_dropped_or_signed_by_another_is_found()
    {
        var database = _made.Copy("untouched.db");
        var lines = await File.ReadAllLinesAsync(_made.Checkpoints);
        var secondStarts = Array.FindLastIndex(lines, line => line.StartsWith("checkpoint ", StringComparison.Ordinal));
        string[][] forgeries =
        [
            [.. lines.Select(line => line.Replace("head 3 ", "head 4 ", StringComparison.Ordinal))],
            [.. lines[secondStarts..]],
            [.. lines[..^1]],
        ];
        foreach (var forgery in forgeries)
        {
            var path = Path.Combine(_made.Folder, "forged.txt");
            await File.WriteAllTextAsync(path, string.Join('\n', forgery) + "\n");
            Assert.That(await FindingsAsync(database, path), Is.Not.Empty);
            Assert.That(Reference([database], path)[0][^1], Does.Not.Contain(" 0 bad places"));
        }
    }

    private async Task<IReadOnlyList<SealFinding>> FindingsAsync(string database, string checkpoints)
    {
        using var gate = new Sqlite.SqliteWriteGate();
        using var key = SealKey.PublicFromFile(_made.PublicKey);
        await using var storage = await Sqlite.SqliteStorage.OpenAsync(database, _made.Options, gate, new Testing.ManualTime(), Engine.Ports.ICrashPoints.None, CancellationToken.None);
        return (await new SealVerifier(storage.Heads).VerifyAsync(checkpoints, key, CancellationToken.None)).Findings;
    }

    /// <summary>What docs/history-format/verify.py prints for each database, in one process.</summary>
    private List<string[]> Reference(IReadOnlyList<string> databases, string? checkpoints = null)
    {
        const string driver = "import sys, verify\nfor database in sys.stdin.read().split('\\n'):\n    verify.main(database, sys.argv[1], sys.argv[2]); print('--')";
        var start = new ProcessStartInfo("python3", ["-c", driver, checkpoints ?? _made.Checkpoints, _made.PublicKey])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PYTHONPATH"] = Path.Combine(RepositoryRoot(), "docs", "history-format");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(string.Join('\n', databases));
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return [.. output.Result.Split("--\n", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Orchestrator.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
