using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>
/// On the real clock, over a real RabbitMQ, with the agency as its own process: something is killed before the term passes and started again after it.
/// What happened is counted outside the engine: rows by SQL, mails by files, the history by the reference verifier. Run by <c>tests/long.sh kill</c>.
/// </summary>
[Category("Long")]
[NonParallelizable]
public sealed class KillTests
{
    private const double SecondsPerDay = 1;
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(30 * SecondsPerDay);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private string _folder = "";
    private RabbitMqServer _broker = null!;
    private RunningProgram _server = null!;
    private RunningProgram _agency = null!;

    [SetUp]
    public async Task StartEverything()
    {
        _folder = Directory.CreateTempSubdirectory("orchestrator-kill-").FullName;
        await RunAsync("bash", Path.Combine(RunningProgram.Root, "tests", "seconds.sh"), Path.Combine(RunningProgram.Root, "workflows"), Path.Combine(_folder, "workflows"));
        _broker = await RabbitMqServer.StartAsync();
        var port = Ports.Free();
        _server = RunningProgram.Of("Orchestrator.Server", _folder, ServerSettings(port));
        _agency = RunningProgram.Of("Orchestrator.Agency.Apl", _folder, AgencySettings(port));
        _server.Start();
        _agency.Start();
        await UntilAsync("the sample agreement is registered", () => Count("SELECT count(*) FROM engine_timers WHERE element = 'presentation-term'") == 1);
    }

    [TearDown]
    public async Task StopEverything()
    {
        if (TestContext.CurrentContext.Result.FailCount > 0) TestContext.Out.WriteLine($"server:\n{_server.Output}\n\nagency:\n{_agency.Output}");
        await _agency.DisposeAsync();
        await _server.DisposeAsync();
        await _broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_server_killed_before_the_term_and_started_after_it_escalates_once()
    {
        await BeforeTheTermAsync();
        await _server.KillAsync();
        await AfterTheTermAsync();
        _server.Start();
        await EverythingHappenedOnceAsync();
    }

    [Test]
    public async Task The_broker_killed_before_the_term_and_started_after_it_loses_and_doubles_nothing()
    {
        await BeforeTheTermAsync();
        await _broker.KillAsync();
        await AfterTheTermAsync();
        await _broker.StartAgainAsync();
        await EverythingHappenedOnceAsync();
    }

    [Test]
    public async Task The_agency_killed_before_the_term_and_started_after_it_sends_each_mail_once()
    {
        await BeforeTheTermAsync();
        await _agency.KillAsync();
        await AfterTheTermAsync();
        _agency.Start();
        await EverythingHappenedOnceAsync();
    }

    private async Task EverythingHappenedOnceAsync()
    {
        await UntilAsync("the escalation task is open", () => Count("SELECT count(*) FROM engine_tasks WHERE element = 'presentation-late'") == 1);
        await UntilAsync("the director's mail is in the spool", () => Mails("termine di 30 giorni scaduto") == 1);
        await UntilAsync("nothing is left to send or to do for the agency", () => Count("SELECT (SELECT count(*) FROM engine_outbox) + (SELECT count(*) FROM engine_jobs)") == 0);
        Assert.Multiple(() =>
        {
            Assert.That(Count("SELECT count(*) FROM engine_tasks WHERE element = 'presentation-late'"), Is.EqualTo(1), "escalation tasks");
            Assert.That(Mails("termine di 30 giorni scaduto"), Is.EqualTo(1), "mails to the director");
            Assert.That(Count("SELECT count(*) FROM engine_instances WHERE process_id = 'p1-collective'"), Is.EqualTo(1), "instances");
            Assert.That(Count("SELECT count(*) FROM engine_incidents"), Is.Zero, "incidents");
        });
        await RunAsync("python3", Path.Combine(RunningProgram.Root, "docs", "history-format", "verify.py"), Path.Combine(_folder, "data", "orchestrator.db"));
    }

    // The reminders are a second a day apart: the kill comes between the last of them and the term.
    private static Task BeforeTheTermAsync() => Task.Delay(Term * 0.8);

    private static Task AfterTheTermAsync() => Task.Delay(Term * 0.5);

    private Dictionary<string, string> ServerSettings(int port) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
        ["DataFolder"] = Path.Combine(_folder, "data"),
        ["WorkflowsFolder"] = Path.Combine(_folder, "workflows"),
        ["Demo__Password"] = "Prova-di-arresto-1",
        ["Bus__Host"] = RabbitMqServer.Host,
        ["Bus__Port"] = $"{_broker.Port}",
        ["Bus__JobDeadline"] = "00:00:10",
    };

    private Dictionary<string, string> AgencySettings(int port) => new()
    {
        ["Bus__Host"] = RabbitMqServer.Host,
        ["Bus__Port"] = $"{_broker.Port}",
        ["Registry__Url"] = $"http://127.0.0.1:{port}",
        ["Registry__User"] = "worker",
        ["Registry__Password"] = "Prova-di-arresto-1",
        ["Mail__SpoolFolder"] = Path.Combine(_folder, "spool"),
    };

    private long Count(string sql)
    {
        var file = Path.Combine(_folder, "data", "orchestrator.db");
        if (!File.Exists(file)) return -1;
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of this test.
            command.CommandText = sql;
#pragma warning restore CA2100
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            return -1; // the schema is being made
        }
    }

    private int Mails(string subject)
    {
        var spool = Path.Combine(_folder, "spool");
        return Directory.Exists(spool) ? Directory.GetFiles(spool, "*.eml").Count(file => MailFile.SubjectOf(file).Contains(subject, StringComparison.Ordinal)) : 0;
    }

    private static async Task UntilAsync(string what, Func<bool> holds)
    {
        var since = Stopwatch.StartNew();
        while (!holds())
        {
            if (since.Elapsed > Patience) Assert.Fail($"Expected that {what} within {Patience.TotalSeconds} s, but it did not happen.");
            await Task.Delay(200);
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SECONDS_PER_DAY"] = SecondsPerDay.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{output}");
    }
}
