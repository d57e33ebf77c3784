using Orchestrator.Hosting.Composition;
using Orchestrator.Hosting.Scenarios;

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
        await using var player = new ScenarioPlayer(WorkflowFolder.Read(folder));
        return (await player.PlayAsync(path, await File.ReadAllTextAsync(path, cancellation), cancellation)).Failure;
    }

    private static string FolderOf(string path)
    {
        for (var folder = new FileInfo(path).Directory; folder is not null; folder = folder.Parent)
            if (folder.Name == HomeWorkflows) return folder.FullName;
        return Path.GetDirectoryName(path)!;
    }

    private const string HomeWorkflows = "workflows";
}
