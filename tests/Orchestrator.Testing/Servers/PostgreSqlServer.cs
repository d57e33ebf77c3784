using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Orchestrator.Testing.Servers;

/// <summary>
/// A PostgreSQL server of the tests' own on a free port of 127.0.0.1, in a folder that goes with it. When <c>ORCHESTRATOR_TEST_POSTGRES</c> holds a connection string,
/// that server is used instead and left alone. <see cref="MissingReason"/> says why there is none.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Variable = "ORCHESTRATOR_TEST_POSTGRES";

    private readonly string? _folder;
    private readonly Func<Process>? _start;
    private Process? _process;

    private PostgreSqlServer(string connectionString, string? folder, Func<Process>? start)
    {
        ConnectionString = connectionString;
        _folder = folder;
        _start = start;
        _process = start?.Invoke();
    }

    /// <summary>Without a database name.</summary>
    public string ConnectionString { get; }

    /// <summary>Null when a server can be used here; else one sentence that says what to do.</summary>
    public static string? MissingReason =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || FindBinaries() is not null
            ? null
            : $"Expected PostgreSQL (initdb and postgres in PATH or /usr/lib/postgresql/*/bin) or a connection string in {Variable}, but found neither: install the package 'postgresql', as tests/run.sh does.";

    /// <param name="durable">True: with fsync, for measurements. False: tests check logic, not the disk.</param>
    /// <param name="own">True: never the server of the environment, so that it may be stopped and started again.</param>
    /// <exception cref="InvalidOperationException">There is none; the message is <see cref="MissingReason"/>.</exception>
    public static async Task<PostgreSqlServer> StartAsync(bool durable = false, bool own = false)
    {
        if (!durable && !own && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return new PostgreSqlServer(given, null, null);
        var binaries = FindBinaries() ?? throw new InvalidOperationException(MissingReason);
        var folder = Directory.CreateTempSubdirectory("orchestrator-postgres-").FullName;
        var data = Path.Combine(folder, "data");
        await HandOverAsync(folder);
        await RunAsync(Path.Combine(binaries, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var port = FreePort();
        string[] arguments =
            ["-D", data, "-p", port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1", "-k", folder, "-c", $"fsync={(durable ? "on" : "off")}", "-c", "max_connections=200", "-c", "shared_buffers=256MB"];
        var server = new PostgreSqlServer($"Host=127.0.0.1;Port={port};Username=postgres", folder, () => Start(Path.Combine(binaries, "postgres"), arguments));
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>Where the server's own tools are (pgbench, psql).</summary>
    public static string? BinariesFolder => FindBinaries();

    public async Task<string> CreateDatabaseAsync(string name, string? template = null)
    {
        await ExecuteAsync($"CREATE DATABASE {name}{(template is null ? "" : $" TEMPLATE {template}")}");
        return $"{ConnectionString};Database={name}";
    }

    public Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    /// <summary>Ends it at once, as a crash does: connections break, what was committed stays.</summary>
    public async Task CrashAsync()
    {
        if (_process is null) throw new InvalidOperationException("Expected a server of the tests' own that runs.");
        await RunAsync("kill", "-QUIT", _process.Id.ToString(CultureInfo.InvariantCulture));
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it again over what it left, and waits until it takes connections.</summary>
    public async Task StartAgainAsync()
    {
        _process = _start!();
        await WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_folder is null) return;
        if (_process is not null) await StopAsync(_process);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task StopAsync(Process process)
    {
        // SIGINT is a fast shutdown; the process is setpriv, which postgres has replaced.
        await RunAsync("kill", "-INT", process.Id.ToString(CultureInfo.InvariantCulture));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString};Database=postgres;Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // Names come from tests.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task WaitUntilReadyAsync()
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection($"{ConnectionString};Database=postgres;Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (since.Elapsed < TimeSpan.FromSeconds(60))
            {
                if (_process!.HasExited) throw new InvalidOperationException($"PostgreSQL ended at once with {_process.ExitCode}: look into {_folder}.");
                await Task.Delay(50);
            }
        }
    }

    private static string? FindBinaries()
    {
        var candidates = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : []);
        return candidates.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    // PostgreSQL refuses to run as root: then it runs as the user postgres, who owns the folder.
    private static bool IsRoot => Environment.UserName == "root";

    private static async Task HandOverAsync(string folder)
    {
        if (IsRoot) await RunAsRootAsync("chown", "postgres", folder);
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        if (IsRoot)
        {
            start.FileName = "setpriv";
            foreach (var argument in (string[])["--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--", program]) start.ArgumentList.Add(argument);
        }
        else start.FileName = program;
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException($"Expected {program} to start.");
        // Read and dropped, so that a full pipe never stops the server.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static async Task RunAsRootAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
