using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.Demo;

/// <summary>The command <c>demo</c> as a process, on few workers; tests/long/demo.sh and demo-kill.sh are the same on whole scenarios.</summary>
[Category("Slow")]
internal sealed partial class DemoTests
{
    private const string Workers = "16";
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("orchestrator-demo-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    // A is played by the test of kills, B by that of seeds.
    [Test]
    public async Task Every_instance_ends_and_the_figures_add_up() => Check(await FinishAsync(Start("D", seed: 3, File("run"), resume: false)));

    private static void Check(JsonObject report)
    {
        var (funnel, terms) = (report["funnel"]!, report["deadlines"]!);
        int Of(JsonNode part, string name) => (int)part[name]!;
        Assert.Multiple(() =>
        {
            Assert.That(Of(report, "instancesEnded"), Is.EqualTo(Of(report, "instances")).And.GreaterThan(16));
            Assert.That(Of(report, "historiesVerified"), Is.EqualTo(Of(report, "instances")));
            Assert.That(report["endStates"]!.AsObject().Sum(one => (int)one.Value!), Is.EqualTo(Of(report, "workers")).And.InRange(14, 16));
            Assert.That(new[] { "inCharge", "chosen", "approved", "booked", "eligible" }.Select(name => Of(funnel, name)), Is.Ordered);
            Assert.That(Of(terms, "kept") + Of(terms, "missed") + Of(terms, "withdrawn"), Is.EqualTo(Of(terms, "armed")));
            Assert.That(Of(report, "endedByTimeout"), Is.Zero);
            Assert.That(report["messages"]!.AsObject().Where(one => (int)one.Value!["published"]! > 0 && (int)one.Value["consumed"]! > 0).Select(one => one.Key), Is.EqualTo(new[] { "anpalservizi", "apl", "regione" }));
        });
    }

    [Test]
    public async Task A_run_that_is_killed_and_goes_on_ends_as_the_run_that_was_not()
    {
        var whole = await FinishAsync(Start("A", seed: 5, File("whole"), resume: false));
        foreach (var month in (string[])["03/2026", "08/2026"])
            await KillInAsync(month, Start("A", seed: 5, File("killed"), resume: true));
        var killed = await FinishAsync(Start("A", seed: 5, File("killed"), resume: true));
        Check(killed);
        Assert.Multiple(() =>
        {
            Assert.That(killed["endStates"]!.ToJsonString(), Is.EqualTo(whole["endStates"]!.ToJsonString()));
            Assert.That(Mails("killed"), Is.EquivalentTo(Mails("whole")));
            Assert.That(RegistryNumbers("killed"), Is.EqualTo(RegistryNumbers("whole")).And.Not.Empty);
        });
    }

    [Test]
    public async Task The_same_seed_gives_the_same_figures_and_another_seed_others()
    {
        var reports = new List<string>();
        foreach (var (seed, name) in ((int, string)[])[(7, "one"), (7, "two"), (8, "three")])
        {
            var report = await FinishAsync(Start("B", seed, File(name), resume: false));
            Check(report);
            report.Remove("wallSeconds");
            report.Remove("seed");
            reports.Add(report.ToJsonString());
        }
        Assert.That(reports[1], Is.EqualTo(reports[0]));
        Assert.That(reports[2], Is.Not.EqualTo(reports[0]));
    }

    [Test]
    public async Task A_run_goes_on_only_as_what_it_was_begun_as()
    {
        await KillInAsync("01/2026", Start("A", seed: 5, File("run"), resume: false));
        using var other = Start("A", seed: 6, File("run"), resume: true);
        var said = await other.StandardError.ReadToEndAsync();
        await other.WaitForExitAsync();
        Assert.That((other.ExitCode, said), Is.EqualTo((1, "Expected to go on with scenario A, 16 workers, seed 5, as the run was begun, but found scenario A, 16 workers, seed 6.\n")));
    }

    private string File(string name) => Path.Combine(_folder.FullName, name + ".db");

    private static Process Start(string scenario, int seed, string file, bool resume)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = RunningProgram.Root };
        foreach (var word in (string[])[RunningProgram.PathOf("Orchestrator.Cli"), "demo", scenario, "--workers", Workers, "--seed", seed.ToString(CultureInfo.InvariantCulture), "--db", file, "--json"])
            start.ArgumentList.Add(word);
        if (resume) start.ArgumentList.Add("--resume");
        return Process.Start(start)!;
    }

    private static async Task<JsonObject> FinishAsync(Process process)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.That(process.ExitCode, Is.Zero, await errors);
            return JsonSerializer.Deserialize<JsonObject>(text)!;
        }
    }

    // Killed as soon as virtual time has come to a month, or has gone past it.
    private static async Task KillInAsync(string month, Process process)
    {
        using (process)
        {
            while (await process.StandardError.ReadLineAsync() is { } line)
                if (line.Length == month.Length && string.CompareOrdinal(Sortable(line), Sortable(month)) >= 0) break;
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static string Sortable(string month) => month[3..] + month[..2];

    // By who gets them, what they say and which meeting they are about: keys of jobs and cases differ from run to run.
    private List<string> Mails(string name) =>
        [.. Directory.EnumerateFiles(File(name) + ".files/spool", "*.eml").Select(file =>
        {
            var head = System.IO.File.ReadAllText(file).Split("\r\n\r\n", 2)[0];
            return To().Match(head).Value + Subject().Match(head).Value + Keys().Replace(Path.GetFileName(file), "");
        })];

    private List<string> RegistryNumbers(string name)
    {
        using var database = new SqliteConnection($"Data Source={File(name)};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var query = database.CreateCommand();
        query.CommandText = "SELECT registry_number FROM cases_documents ORDER BY registry_number";
        using var rows = query.ExecuteReader();
        var numbers = new List<string>();
        while (rows.Read()) numbers.Add(rows.GetString(0));
        return numbers;
    }

    [GeneratedRegex(@"^To:.*(\r?\n[ \t].*)*", RegexOptions.Multiline)]
    private static partial Regex To();

    [GeneratedRegex(@"^Subject:.*(\r?\n[ \t].*)*", RegexOptions.Multiline)]
    private static partial Regex Subject();

    [GeneratedRegex("^(event-)?[0-9]+-|PW-[0-9a-f-]{36}")]
    private static partial Regex Keys();
}
