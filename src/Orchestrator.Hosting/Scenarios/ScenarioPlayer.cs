using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Storage;
using Orchestrator.Storage.Sqlite;

namespace Orchestrator.Hosting.Scenarios;

/// <summary>
/// Plays scenarios over one set of definitions on the durable engine, each on a SQLite file of its own under a clock of its own. Nothing outside a folder for temporary files is touched, and nothing is
/// sent anywhere. Disposing removes that folder.
/// </summary>
public sealed class ScenarioPlayer(IReadOnlyList<DeploymentResource> definitions) : IAsyncDisposable
{
    private const string Log = "-wal";

    private readonly DirectoryInfo _room = Directory.CreateTempSubdirectory("orchestrator-scenario-");
    private int _played;

    /// <summary>Plays one file. A file that cannot be read, or definitions that are refused, are a failure like a line that does not hold.</summary>
    /// <param name="path">The name that a failure tells.</param>
    public async Task<ScenarioResult> PlayAsync(string path, string text, CancellationToken cancellation)
    {
        try
        {
            var scenario = ScenarioReader.Read(path, text);
            var start = DateTimeOffset.Parse(scenario.Clock, CultureInfo.InvariantCulture);
            // An empty database is made once: bringing up its schema takes longer than most scenarios.
            if (_played == 0) await SqliteStorage.MigrateAsync(Template, Options, cancellation);
            var database = Path.Combine(_room.FullName, $"{++_played}.db");
            // With what has not been moved from the log into the file yet.
            File.Copy(Template, database);
            if (File.Exists(Template + Log)) File.Copy(Template + Log, database + Log);
            using var gate = new SqliteWriteGate();
            await using var storage = await SqliteStorage.OpenAsync(database, Options, gate, new ManualClock(start), ICrashPoints.None, cancellation);
            await using var host = await EngineScenarioHost.StartAsync(new Nodes(storage), definitions, start, ItalianCalendars.Default);
            return await new ScenarioDriver(host, scenario) { AfterStep = () => { cancellation.ThrowIfCancellationRequested(); return Task.CompletedTask; } }.RunAsync();
        }
        catch (ScenarioFormatException wrong)
        {
            return new(path, 0, wrong.Message);
        }
    }

    public ValueTask DisposeAsync()
    {
        _room.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private string Template => Path.Combine(_room.FullName, "empty.db");

    // What is played is thrown away: the loss of power need not be survived.
    private StorageOptions Options => new() { MasterKeyFile = Path.Combine(_room.FullName, "master.key"), SurvivesLossOfPower = false };

    // The database stays open while nodes come and go: a restart of a scenario is a new node on the same file.
    private sealed class Nodes(EngineStorage storage) : IScenarioNodes
    {
        public async Task<EngineNode> OpenAsync(TimeProvider clock)
        {
            var node = new EngineNode(storage.Ports, new EngineOptions(), ItalianCalendars.Default, clock, new SilentSender(), NullLoggerFactory.Instance);
            await node.OpenAsync(CancellationToken.None);
            return node;
        }

        public async Task CloseAsync(EngineNode node) => await node.DisposeAsync();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
