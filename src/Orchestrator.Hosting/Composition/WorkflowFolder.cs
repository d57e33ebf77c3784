using Microsoft.Extensions.Logging;
using Orchestrator.Diagnostics;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Hosting.Composition;

/// <summary>
/// The folder <c>workflows</c> is one atomic deployment, made only if its content was never deployed in this database (design §8.6): a version that was published in
/// the browser since then stays the latest after a restart.
/// </summary>
public sealed class WorkflowFolder(Places places, EngineRuntime runtime, ILogger<WorkflowFolder> log)
{
    private const int DiagnosticsShownMax = 20;

    public async Task DeployAsync(CancellationToken cancellation)
    {
        if (places.Workflows is not { } folder) return;
        var resources = Read(folder);
        if (resources.Count == 0) return;
        var result = await runtime.Node.Deployments.DeployAsync(resources, "system:start", cancellation);
        foreach (var warning in result.Diagnostics.Where(one => one.Descriptor.Severity == Severity.Warning)) log.FolderWarning(warning.ToString());
        if (result.Deployment is not { } deployment) throw new StartRefusedException(WhyNot(folder, result));
        if (result.New) log.FolderDeployed(folder, deployment.Key);
        else log.FolderKnown(folder);
    }

    /// <summary>The files of a folder that belong into a deployment, by name; scenarios and descriptions do not.</summary>
    public static IReadOnlyList<DeploymentResource> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Kind: KindOf(path)))
            .Where(file => file.Kind is not null)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new DeploymentResource(file.Name, file.Kind!.Value, File.ReadAllText(file.Path))),
    ];

    /// <summary>What a file is by its ending; null when it belongs into no deployment.</summary>
    public static ResourceKind? KindOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".bpmn" => ResourceKind.Bpmn,
        ".dmn" => ResourceKind.Dmn,
        ".form" => ResourceKind.Form,
        _ => null,
    };

    private static string WhyNot(string folder, DeployResult result)
    {
        var errors = result.Diagnostics.Where(one => one.Descriptor.Severity == Severity.Error).Select(one => one.ToString()).ToList();
        if (result.Rejection is { } rejection) errors.Add(rejection.Message);
        var shown = string.Join(Environment.NewLine, errors.Take(DiagnosticsShownMax));
        return $"The definitions of {folder} cannot be deployed: correct them, or set WorkflowsFolder to another folder.{Environment.NewLine}{shown}";
    }
}
