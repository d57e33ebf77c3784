using System.Runtime.CompilerServices;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Composition;
using Orchestrator.Hosting.Scenarios;

namespace Orchestrator.Testing.Scenarios;

/// <summary>The programme's own definitions and scenarios, as they stand in this checkout.</summary>
public static class WorkflowFiles
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "workflows"));

    /// <summary>Every file that is deployed, named relative to the folder.</summary>
    public static IReadOnlyList<DeploymentResource> Definitions { get; } = WorkflowFolder.Read(Folder);

    /// <summary>The scenario files, relative to the folder.</summary>
    public static IEnumerable<string> Scenarios { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.scenario", SearchOption.AllDirectories).Select(Name).Order(StringComparer.Ordinal)];

    /// <summary>One scenario of each process, the first by name: for hosts on which all of them would take too long.</summary>
    public static IEnumerable<string> Sample { get; } =
        [.. Scenarios.GroupBy(name => Path.GetDirectoryName(name), StringComparer.Ordinal).Select(folder => folder.First())];

    public static ScenarioFile Scenario(string name) => ScenarioReader.Read("workflows/" + name, File.ReadAllText(Path.Combine(Folder, name)));

    private static string Name(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
