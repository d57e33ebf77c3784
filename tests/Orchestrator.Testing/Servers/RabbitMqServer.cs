using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Orchestrator.Testing.Servers;

/// <summary>
/// A RabbitMQ broker of the tests' own on free ports of 127.0.0.1, in a folder that goes with it. It can be killed and started again with what it had on disk.
/// <see cref="MissingReason"/> says why there is none.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private readonly string _folder;
    private readonly int _distributionPort;
    private readonly int _epmdPort;
    private Process? _process;

    private RabbitMqServer(string folder, ushort port, int distributionPort, int epmdPort)
    {
        _folder = folder;
        Port = port;
        _distributionPort = distributionPort;
        _epmdPort = epmdPort;
    }

    public static string Host => "127.0.0.1";

    public ushort Port { get; }

    /// <summary>Null when a broker can be started here; else one sentence that says what to do.</summary>
    public static string? MissingReason =>
        !File.Exists(Program) ? $"Expected RabbitMQ at {Program}, but it is not there: install the package 'rabbitmq-server', as tests/run.sh does."
        : Environment.UserName != "root" ? "Expected to run as root, so that the broker can run as the user rabbitmq."
        : null;

    /// <exception cref="InvalidOperationException">There is none; the message is <see cref="MissingReason"/>.</exception>
    public static async Task<RabbitMqServer> StartAsync()
    {
        if (MissingReason is { } reason) throw new InvalidOperationException(reason);
        var folder = Directory.CreateTempSubdirectory("orchestrator-rabbit-").FullName;
        var server = new RabbitMqServer(folder, (ushort)Ports.Free(), Ports.Free(), Ports.Free());
        await File.WriteAllTextAsync(Path.Combine(folder, "rabbitmq.conf"), $"listeners.tcp.1 = 127.0.0.1:{server.Port}\nlog.console = false\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "enabled_plugins"), "[].\n");
        await RunAsync("chown", "-R", "rabbitmq", folder);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts the broker over what it left on disk and waits until it takes connections.</summary>
    public async Task StartAgainAsync()
    {
        _process = Process.Start(AsBroker(Program)) ?? throw new InvalidOperationException("Expected the broker to start.");
        // Read and dropped, so that a full pipe never stops the broker.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync();
    }

    /// <summary>Ends the broker at once, as a power cut does; queues on disk stay.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Messages of each queue, ready or not yet acknowledged, as the broker's own tool counts them.</summary>
    public async Task<IReadOnlyDictionary<string, int>> QueuesAsync()
    {
        using var process = Process.Start(AsBroker("/usr/lib/rabbitmq/bin/rabbitmqctl", "--quiet", "list_queues", "name", "messages", "--no-table-headers"))
            ?? throw new InvalidOperationException("Expected rabbitmqctl to start.");
        var errors = process.StandardError.ReadToEndAsync();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Expected rabbitmqctl to list the queues, but it ended with {process.ExitCode}: {await errors}");
        return lines.Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        // The broker leaves its port mapper running; it listens on a port of ours, so nobody else uses it.
        await RunAsync("epmd", "-port", _epmdPort.ToString(CultureInfo.InvariantCulture), "-kill");
        Directory.Delete(_folder, recursive: true);
    }

    private ProcessStartInfo AsBroker(params string[] command)
    {
        var start = new ProcessStartInfo("setpriv") { UseShellExecute = false, WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--reuid", "rabbitmq", "--regid", "rabbitmq", "--clear-groups", "--", .. command]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in Settings()) start.Environment[name] = value;
        return start;
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["HOME"] = _folder,
        ["RABBITMQ_NODENAME"] = $"orchestrator{Port}@localhost",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "enabled_plugins"),
        ["RABBITMQ_DIST_PORT"] = _distributionPort.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = Host,
        ["ERL_EPMD_PORT"] = _epmdPort.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
    };

    private async Task WaitUntilReadyAsync()
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (since.Elapsed < TimeSpan.FromSeconds(120))
            {
                if (_process!.HasExited) throw new InvalidOperationException($"RabbitMQ ended at once with {_process.ExitCode}: look into {_folder}/log.");
                await Task.Delay(100);
            }
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"Expected {program} to start.");
        await process.WaitForExitAsync();
    }
}
