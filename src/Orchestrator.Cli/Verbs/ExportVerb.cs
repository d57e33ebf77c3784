using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Cli.Verbs;

/// <summary>Writes what is deployed last back over the folder of definitions, and says what had drifted.</summary>
internal static class ExportVerb
{
    private const string To = "--to";
    private const string Check = "--check";
    private const string Prune = "--prune";

    public static readonly Verb Verb = new("export", "[PROCESS] [--to FOLDER] [--check] [--prune]", "Writes the latest version of a process, or of all, over the folder of definitions, and says what differed.",
        [
            new(To, "FOLDER", "The folder to write to; workflows otherwise."),
            new(Check, null, "Only says what differs; exit code 1 when something does."),
            new(Prune, null, "Deletes files of these process folders that the latest version does not have; without it they are named and kept."),
            .. OpenDatabase.Options,
        ], RunAsync)
    {
        Details = "Prints + for a file that the folder lacks, ~ for one that is another, - for one that only the folder has. Scenarios are compared only where the deployment holds some: those of the folder are left out when it is deployed at a start.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        if (arguments.Has(Check) && arguments.Has(Prune)) throw new UsageException($"Expected {Check} or {Prune}, but found both.");
        var process = arguments.Rest.Count == 0 ? null : arguments.Single("a process");
        var root = terminal.PathOf(arguments.Value(To) ?? "workflows");
        await using var database = await OpenDatabase.OpenAsync(arguments, terminal, cancellation);
        var definitions = database.Runtime.Node.Definitions;
        await definitions.RefreshAsync(cancellation);
        var (files, differing) = (0, 0);
        foreach (var (folder, resources) in FoldersOf(definitions, process))
        {
            files += resources.Count;
            foreach (var (sign, name, content) in DifferencesOf(root, folder, resources))
            {
                differing++;
                terminal.Out.WriteLine($"{sign} {name}");
                if (!arguments.Has(Check)) await WriteAsync(Path.Combine(root, name), content, arguments.Has(Prune), cancellation);
            }
        }
        if (files == 0) throw new UsageException(process is null ? "Expected something to be deployed in a folder, but nothing is." : $"Expected a deployed process '{process}', but there is none.");
        terminal.Out.WriteLine($"{files} files, {differing} {(arguments.Has(Check) ? "differ" : "differed")}");
        return arguments.Has(Check) && differing > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    /// <summary>Each process folder with its files as deployed last; those that lie in no folder go to one named after the process, when it is asked for.</summary>
    private static IEnumerable<(string Folder, IReadOnlyList<DeploymentResource> Files)> FoldersOf(DefinitionCatalog definitions, string? process) =>
        definitions.Latest
            .Where(record => process is null ? FolderOf(record.ResourceName).Length > 0 : record.ProcessId == process)
            .GroupBy(record => FolderOf(record.ResourceName))
            .Select(group => group.MaxBy(record => record.Deployment)!)
            .Select(record => (Record: record, Folder: FolderOf(record.ResourceName)))
            .OrderBy(one => one.Folder, StringComparer.Ordinal)
            .Select(one => (one.Folder.Length > 0 ? one.Folder : one.Record.ProcessId,
                (IReadOnlyList<DeploymentResource>)[.. definitions.Deployment(one.Record.Deployment)!.Resources.Where(resource => FolderOf(resource.Name) == one.Folder)]));

    private static IEnumerable<(char Sign, string Name, string? Content)> DifferencesOf(string root, string folder, IReadOnlyList<DeploymentResource> resources)
    {
        // A name of a deployment may be anything; nothing is written outside the folder.
        if (!IsInside(root, folder)) throw new UsageException($"Expected a process folder inside {root}, but found '{folder}'.");
        var path = Path.Combine(root, folder);
        var deployed = resources.ToDictionary(resource => Path.GetFileName(resource.Name), resource => resource.Content, StringComparer.Ordinal);
        var scenarios = deployed.Keys.Any(IsScenario);
        foreach (var (name, content) in deployed.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var file = Path.Combine(path, name);
            if (!File.Exists(file)) yield return ('+', $"{folder}/{name}", content);
            else if (File.ReadAllText(file) != content) yield return ('~', $"{folder}/{name}", content);
        }
        if (!Directory.Exists(path)) yield break;
        foreach (var name in Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file)).Where(name => !deployed.ContainsKey(name) && (IsScenario(name) ? scenarios : IsDefinition(name))).Order(StringComparer.Ordinal))
            yield return ('-', $"{folder}/{name}", null);
    }

    private static async Task WriteAsync(string path, string? content, bool prune, CancellationToken cancellation)
    {
        if (content is null)
        {
            if (prune) File.Delete(path);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content, cancellation);
    }

    private static bool IsInside(string root, string folder) => Path.GetFullPath(Path.Combine(root, folder)).StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsDefinition(string name) => Hosting.Composition.WorkflowFolder.KindOf(name) is not null;

    private static bool IsScenario(string name) => name.EndsWith(".scenario", StringComparison.OrdinalIgnoreCase);

    private static string FolderOf(string name) => name.LastIndexOf('/') is var slash and > 0 ? name[..slash] : "";
}
