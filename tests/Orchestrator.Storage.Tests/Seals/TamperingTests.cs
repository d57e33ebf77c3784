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
    public async Task Every_change_made_after_a_seal_is_found_and_the_reference_verifier_agrees()
    {
        var databases = new List<string>();
        var changes = new List<(Tampering.Change Change, int Seed, SealFinding First)>();
        for (var i = 0; i < Changes; i++)
        {
            var seed = Seed + i;
            var database = _made.Copy(string.Create(CultureInfo.InvariantCulture, $"tampered-{i}.db"));
            Tampering.Change change;
            using (var tampering = new Tampering(database, new Random(seed))) change = tampering.Apply(Tampering.Kinds[i % Tampering.Kinds.Count]);
            var report = await _made.VerifyAsync(database);
            Assert.That(report.Findings.Select(finding => finding.Instance), Is.EqualTo(new[] { change.Instance }), $"ORCHESTRATOR_SEED={seed}: {change.What} of instance {change.Instance}");
            SealedDatabase.Compact(database);
            databases.Add(database);
            changes.Add((change, seed, report.Findings[0]));
        }

        var said = Reference(databases);

        for (var i = 0; i < changes.Count; i++)
        {
            var (change, seed, first) = changes[i];
            var place = string.Create(CultureInfo.InvariantCulture, $"instance {first.Instance}, position {first.Position}:");
            Assert.That(said[i][0], Does.StartWith(place), $"ORCHESTRATOR_SEED={seed}: {change.What} of instance {change.Instance}; the program found: {first}");
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
