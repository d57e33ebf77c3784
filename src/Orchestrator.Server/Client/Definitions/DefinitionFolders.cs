using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Composition;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>
/// Process folders: of a version, of the server's folder of definitions, and the latest of each as they are deployed together. A folder is the part of a file's name before its last slash; files that were
/// deployed without a folder belong to their own deployment alone.
/// </summary>
internal sealed class DefinitionFolders(DefinitionCatalog definitions, Places places)
{
    private const string Scenario = ".scenario";

    public static string FolderOf(string resourceName) => resourceName.LastIndexOf('/') is var slash and > 0 ? resourceName[..slash] : "";

    public static string NameIn(string folder, string resourceName) => folder.Length == 0 ? resourceName : resourceName[(folder.Length + 1)..];

    public static string NameOf(string folder, string fileName) => folder.Length == 0 ? fileName : $"{folder}/{fileName}";

    public static bool IsScenario(string name) => name.EndsWith(Scenario, StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of a version. Where its deployment held no scenarios, those of the server's folder stand in: they belong to the files, and a deployment of the folder leaves them out.</summary>
    public IReadOnlyList<DefinitionFile> OfVersion(DefinitionRecord record)
    {
        var folder = FolderOf(record.ResourceName);
        var deployed = Deployed(definitions.Deployment(record.Deployment)!, folder);
        var scenarios = deployed.Any(file => IsScenario(file.Name)) ? [] : OfServer(folder).Where(file => IsScenario(file.Name));
        return [.. deployed.Concat(scenarios).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>The files of a folder as deployed, scenarios only where they were.</summary>
    public static IReadOnlyList<DefinitionFile> Deployed(DeploymentRecord deployment, string folder) =>
        [.. deployment.Resources.Where(resource => FolderOf(resource.Name) == folder).Select(resource => new DefinitionFile(NameIn(folder, resource.Name), resource.Content))];

    /// <summary>The folder as it lies on the server; empty when there is none.</summary>
    public IReadOnlyList<DefinitionFile> OfServer(string folder)
    {
        if (places.Workflows is not { } root || folder.Length == 0) return [];
        var path = Path.Combine(root, folder);
        if (!Directory.Exists(path)) return [];
        return
        [
            .. Directory.EnumerateFiles(path).Where(file => WorkflowFolder.KindOf(file) is not null || IsScenario(file)).OrderBy(file => file, StringComparer.Ordinal)
                .Select(file => new DefinitionFile(Path.GetFileName(file), File.ReadAllText(file))),
        ];
    }

    public bool HasServerFolder => places.Workflows is not null;

    /// <summary>Where the server's folder (before) and what is deployed last (after) differ; scenarios are in no deployment of the folder and do not count.</summary>
    public IReadOnlyList<FileDrift> DriftOf(DefinitionRecord latest)
    {
        var folder = FolderOf(latest.ResourceName);
        if (!HasServerFolder || folder.Length == 0) return [];
        var here = OfServer(folder).Where(file => !IsScenario(file.Name)).ToDictionary(file => file.Name, file => file.Content);
        var there = Deployed(definitions.Deployment(latest.Deployment)!, folder).Where(file => WorkflowFolder.KindOf(file.Name) is not null).ToDictionary(file => file.Name, file => file.Content);
        return
        [
            .. here.Keys.Union(there.Keys).Order(StringComparer.Ordinal)
                .Where(name => here.GetValueOrDefault(name) != there.GetValueOrDefault(name))
                .Select(name => new FileDrift(name, !here.ContainsKey(name) ? ChangeSign.Added : there.ContainsKey(name) ? ChangeSign.Changed : ChangeSign.Removed)),
        ];
    }

    /// <summary>What is deployed when this folder is published: its files together with the latest of every other folder, since called processes are those of the same deployment.</summary>
    public IReadOnlyList<DeploymentResource> SetWith(string folder, IReadOnlyList<DefinitionFile> files)
    {
        var own = files.Select(file => new DeploymentResource(NameOf(folder, file.Name), WorkflowFolder.KindOf(file.Name) ?? ResourceKind.Other, file.Content));
        if (folder.Length == 0) return [.. own];
        var latest = new Dictionary<string, DeploymentRecord>(StringComparer.Ordinal);
        foreach (var deployment in definitions.Deployments)
            foreach (var other in deployment.Resources.Select(resource => FolderOf(resource.Name)).Distinct().Where(other => other.Length > 0 && other != folder)) latest[other] = deployment;
        var others = latest.SelectMany(entry => entry.Value.Resources.Where(resource => FolderOf(resource.Name) == entry.Key));
        return [.. own.Concat(others).OrderBy(resource => resource.Name, StringComparer.Ordinal)];
    }
}
