using System.Diagnostics;
using System.Globalization;
using Orchestrator.Testing.Servers;

namespace Orchestrator.Server.Tests.Kill;

/// <summary>
/// Server, agency and broker as processes of their own on the real clock, over definitions whose terms pass in seconds. What happened is counted from outside: rows by
/// SQL, mails by files, the history by the reference verifier.
/// </summary>
internal sealed class KillStage : IAsyncDisposable
{
    public const string Password = "Prova-di-arresto-1";

    // Where one agreement is looked at, nothing passes but the terms around its presentation: whole histories are compared then.
    private const string Presentation = "signingDate|presentationLastDay|employerLastDay";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(180);
    private static readonly (string Name, string Role, string[] Groups)[] s_accounts =
        [("worker", "worker", []), ("supervisore", "supervisor", []), ("apl", "operator", ["--group", "apl,apl-analysts,apl-high-skill,apl-mass-recruitment"])];

    private readonly RabbitMqServer _broker;
    private readonly bool _wholeProgramme;
    private readonly Dictionary<Victim, RunningProgram> _programs = [];

    private KillStage(string folder, RabbitMqServer broker, RunDatabase database, int port, bool wholeProgramme)
    {
        Folder = folder;
        Database = database;
        Address = new($"http://127.0.0.1:{port}");
        _broker = broker;
        _wholeProgramme = wholeProgramme;
        _programs[Victim.Server] = RunningProgram.Of("Orchestrator.Server", folder, ServerSettings());
        _programs[Victim.Agency] = RunningProgram.Of("Orchestrator.Agency.Apl", folder, AgencySettings());
        if (!wholeProgramme) return;
        _programs[Victim.Regione] = RunningProgram.Of("Orchestrator.Agency.Regione", folder, AgencySettings());
        _programs[Victim.AnpalServizi] = RunningProgram.Of("Orchestrator.Agency.AnpalServizi", folder, AgencySettings());
    }

    public string Folder { get; }

    public RunDatabase Database { get; }

    public Uri Address { get; }

    /// <summary>Starts all processes; the server makes its sample agreement a little later.</summary>
    /// <param name="server">Null for SQLite.</param>
    /// <param name="secondsPerDay">How long a day of the definitions lasts.</param>
    /// <param name="wholeProgramme">All three agencies, and accounts without anything else in place of the demonstration's with its sample agreement.</param>
    public static async Task<KillStage> StartAsync(PostgreSqlServer? server, double secondsPerDay, bool wholeProgramme = false)
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-kill-").FullName;
        await RunAsync(
            "bash", new() { ["SECONDS_PER_DAY"] = secondsPerDay.ToString(CultureInfo.InvariantCulture), ["ONLY"] = wholeProgramme ? "" : Presentation },
            Path.Combine(RunningProgram.Root, "tests", "seconds.sh"), Path.Combine(RunningProgram.Root, "workflows"), Path.Combine(folder, "workflows"));
        var stage = new KillStage(folder, await RabbitMqServer.StartAsync(), await RunDatabase.MakeAsync(server, folder), Ports.Free(), wholeProgramme);
        if (wholeProgramme) await stage.MakeAccountsAsync();
        foreach (var program in stage._programs.Values) program.Start();
        return stage;
    }

    /// <summary>Carries the strikes out, one after the other, and leaves everything running.</summary>
    public async Task StrikeAsync(IEnumerable<Strike> strikes)
    {
        foreach (var strike in strikes)
        {
            if (strike.MailsFirst > 0) await UntilAsync($"{strike.MailsFirst} mails are in the spool", () => Task.FromResult(MailCount >= strike.MailsFirst), TimeSpan.FromMilliseconds(3));
            await Task.Delay(strike.After);
            await KillAsync(strike.Victim);
            await Task.Delay(strike.Away);
            await StartAsync(strike.Victim);
        }
    }

    /// <summary>Messages of each queue of the broker, waiting or being worked off.</summary>
    public Task<IReadOnlyDictionary<string, int>> QueuesAsync() => _broker.QueuesAsync();

    /// <summary>Fails when a program ended by itself.</summary>
    public void CheckPrograms()
    {
        if (_programs.Values.Any(program => program.HasEnded)) Assert.Fail($"Expected all programs to run, but one ended by itself.\n{Said}");
    }

    private int MailCount => Directory.Exists(Path.Combine(Folder, "spool")) ? Directory.GetFiles(Path.Combine(Folder, "spool"), "*.eml").Length : 0;

    /// <summary>The mails in the spool: address and subject of each.</summary>
    public IReadOnlyList<string> Mails
    {
        get
        {
            var spool = Path.Combine(Folder, "spool");
            return Directory.Exists(spool) ? [.. Directory.GetFiles(spool, "*.eml").Select(MailFile.AddressAndSubjectOf).Order(StringComparer.Ordinal)] : [];
        }
    }

    public Task UntilCountAsync(string what, string sql, long expected) => UntilAsync(what, async () => await Database.CountAsync(sql) == expected);

    public Task UntilAsync(string what, Func<Task<bool>> holds) => UntilAsync(what, holds, TimeSpan.FromMilliseconds(100));

    /// <summary>A server that was started last of all may still be on its way.</summary>
    public Task UntilServedAsync() => UntilAsync("the server answers", async () =>
    {
        try
        {
            using var client = new HttpClient { BaseAddress = Address };
            using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });

    /// <summary>The reference verifier finds nothing wrong.</summary>
    public async Task HistoryHoldsAsync() =>
        await RunAsync("python3", [], Path.Combine(RunningProgram.Root, "docs", "history-format", "verify.py"), await Database.ProofAsync());

    /// <summary>What the programs said, for a run that failed.</summary>
    public string Said => string.Join('\n', _programs.Select(program => $"==== {program.Key}\n{program.Value.Output}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs.Values) await program.DisposeAsync();
        await _broker.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task UntilAsync(string what, Func<Task<bool>> holds, TimeSpan rest)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            CheckPrograms();
            if (since.Elapsed > s_patience) Assert.Fail($"Expected that {what} within {s_patience.TotalSeconds} s, but it did not happen.\n{Said}");
            await Task.Delay(rest);
        }
    }

    private Task KillAsync(Victim victim) => victim == Victim.Broker ? _broker.KillAsync() : _programs[victim].KillAsync();

    private Task StartAsync(Victim victim)
    {
        if (victim == Victim.Broker) return _broker.StartAgainAsync();
        _programs[victim].Start();
        return Task.CompletedTask;
    }

    private Dictionary<string, string> ServerSettings() => new(Database.Settings)
    {
        ["ASPNETCORE_ENVIRONMENT"] = _wholeProgramme ? "Production" : "Development",
        ["Demo__Sample"] = "false",
        ["ASPNETCORE_URLS"] = Address.ToString(),
        ["DataFolder"] = Path.Combine(Folder, "data"),
        ["WorkflowsFolder"] = Path.Combine(Folder, "workflows"),
        ["Demo__Password"] = Password,
        ["Bus__Host"] = RabbitMqServer.Host,
        ["Bus__Port"] = $"{_broker.Port}",
        ["Bus__JobDeadline"] = "00:00:20",
        ["Engine__RetryBackoff"] = "00:00:02",
        ["Engine__ClaimFor"] = "00:00:05",
        ["Logging__LogLevel__Microsoft"] = "Warning",
    };

    private Dictionary<string, string> AgencySettings() => new()
    {
        ["Bus__Host"] = RabbitMqServer.Host,
        ["Bus__Port"] = $"{_broker.Port}",
        ["Registry__Url"] = Address.ToString(),
        ["Registry__User"] = "worker",
        ["Registry__Password"] = Password,
        ["Mail__SpoolFolder"] = Path.Combine(Folder, "spool"),
        ["Regione__PublishFolder"] = Path.Combine(Folder, "pubblicazioni"),
        ["AnpalServizi__ReportFolder"] = Path.Combine(Folder, "relazioni"),
    };

    private async Task MakeAccountsAsync()
    {
        foreach (var (name, role, groups) in s_accounts)
            await RunAsync(Password, "dotnet", ServerSettings(), [RunningProgram.PathOf("Orchestrator.Cli"), "admin", "create", name, "--role", role, .. groups, "--password-stdin"]);
    }

    private static Task RunAsync(string program, Dictionary<string, string> environment, params string[] arguments) => RunAsync("", program, environment, arguments);

    private static async Task RunAsync(string input, string program, Dictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        if (input.Length > 0) await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{output}");
    }
}
