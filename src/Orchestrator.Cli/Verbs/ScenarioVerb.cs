using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Hosting.Composition;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Storage;
using Orchestrator.Storage.Sqlite;

namespace Orchestrator.Cli.Verbs;

/// <summary>Plays scenario files on the durable engine, each on a new SQLite file under a clock of its own.</summary>
internal static class ScenarioVerb
{
    private const string Definitions = "--definitions";

    public static readonly Verb Verb = new("scenario", "FILE… [--definitions DIR]", "Plays scenarios on the real engine under a virtual clock.",
        [new(Definitions, "DIR", "The folder of definitions; the nearest folder 'workflows' above the file when it is missing, else the file's own.")], RunAsync)
    {
        Details = "Prints one line for each file. Exit code 1 when a step does not hold.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        if (arguments.Rest.Count == 0) throw new UsageException("Expected a scenario file, but there is none.");
        var failed = 0;
        foreach (var file in arguments.Rest)
        {
            var path = terminal.PathOf(file);
            var folder = arguments.Value(Definitions) is { } given ? terminal.PathOf(given) : FolderOf(path);
            var failure = await PlayAsync(path, folder, cancellation);
            terminal.Out.WriteLine(failure is null ? $"ok      {file}" : $"FAILED  {file}");
            if (failure is null) continue;
            terminal.Error.WriteLine(failure);
            failed++;
        }
        terminal.Out.WriteLine($"{arguments.Rest.Count - failed} passed, {failed} failed");
        return failed > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    private static async Task<string?> PlayAsync(string path, string folder, CancellationToken cancellation)
    {
        var room = Directory.CreateTempSubdirectory("orchestrator-scenario-");
        try
        {
            var scenario = ScenarioReader.Read(path, await File.ReadAllTextAsync(path, cancellation));
            var start = DateTimeOffset.Parse(scenario.Clock, CultureInfo.InvariantCulture);
            var database = Path.Combine(room.FullName, "scenario.db");
            var options = new StorageOptions { MasterKeyFile = Path.Combine(room.FullName, "master.key") };
            using var gate = new SqliteWriteGate();
            await SqliteStorage.MigrateAsync(database, options, cancellation);
            await using var storage = await SqliteStorage.OpenAsync(database, options, gate, new ManualClock(start), ICrashPoints.None, cancellation);
            await using var host = await EngineScenarioHost.StartAsync(new Nodes(storage), WorkflowFolder.Read(folder), start, ItalianCalendars.Default);
            return (await new ScenarioDriver(host, scenario).RunAsync()).Failure;
        }
        catch (ScenarioFormatException wrong)
        {
            return wrong.Message;
        }
        finally
        {
            room.Delete(recursive: true);
        }
    }

    private static string FolderOf(string path)
    {
        for (var folder = new FileInfo(path).Directory; folder is not null; folder = folder.Parent)
            if (folder.Name == HomeWorkflows) return folder.FullName;
        return Path.GetDirectoryName(path)!;
    }

    private const string HomeWorkflows = "workflows";

    // The database stays open while nodes come and go: a restart of a scenario is a new node on the same file.
    private sealed class Nodes(EngineStorage storage) : IScenarioNodes
    {
        public async Task<EngineNode> OpenAsync(TimeProvider clock)
        {
            var node = new EngineNode(
                new(storage.Store, storage.Work, storage.Messages, storage.Deployments, storage.History, storage.Queries, storage.Batches),
                new EngineOptions(), ItalianCalendars.Default, clock, new SilentSender(), NullLoggerFactory.Instance);
            await node.OpenAsync(CancellationToken.None);
            return node;
        }

        public async Task CloseAsync(EngineNode node) => await node.DisposeAsync();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
