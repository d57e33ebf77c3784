using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Deployments;

/// <summary>
/// Compiles a set of files that is deployed together: reads each, then checks what they say about each other. Touches no file and no database.
/// <c>.scenario</c> files and texts for people (<c>.md</c>, <c>.txt</c>) belong to a folder and are not deployed.
/// </summary>
public static class DeploymentCompiler
{
    public const int FilesMax = 500;

    private static readonly string[] LeftOut = [".scenario", ".md", ".txt"];

    /// <summary>Files of a folder: their endings say what they are.</summary>
    public static CompiledDeployment Compile(IReadOnlyList<ResourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        var known = new List<DeploymentResource>();
        foreach (var file in files)
        {
            if (KindOf(file.Name) is { } kind) known.Add(new DeploymentResource(file.Name, kind, file.Content));
            else Tell(diagnostics, DeploymentDescriptors.UnknownKind, file.Name, file.Name);
        }
        return Compile(known, diagnostics);
    }

    /// <summary>Resources whose kind is known; <see cref="ResourceKind.Other"/> is left out.</summary>
    public static CompiledDeployment Compile(IReadOnlyList<DeploymentResource> resources) => Compile(resources, []);

    private static CompiledDeployment Compile(IReadOnlyList<DeploymentResource> files, List<Diagnostic> diagnostics)
    {
        var kept = Keep(files, diagnostics);
        var set = new ReadSet(kept, diagnostics);
        // What a broken file holds is not known, so that others could be told wrongly that it is missing.
        CrossChecks.Check(set, diagnostics);
        return Result(kept, set, diagnostics);
    }

    private static CompiledDeployment Result(List<ResourceSource> kept, ReadSet set, List<Diagnostic> diagnostics)
    {
        var resources = kept.Select(source => new CompiledResource(source.Name, source.Text.Text, source.Hash)).ToImmutableArray();
        var ordered = diagnostics.OrderBy(d => d.Source.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start).ToImmutableArray();
        var compiled = new CompiledDeployment([], [], [], resources, ContentHashes.OfSet(resources.Select(resource => (resource.Name, resource.Content))), ordered);
        return compiled.HasErrors ? compiled : compiled with
        {
            Processes = [.. set.Processes.Select(entry => new CompiledProcess(entry.Graph, entry.Source.Name, entry.Source.Hash))],
            Decisions = [.. set.Decisions.Select(entry => new CompiledDecisions(entry.Model, ReadSet.IdOf(entry.Model, entry.Source), entry.Source.Name, entry.Source.Hash))],
            Forms = [.. set.Forms.Select(entry => new CompiledForm(entry.Schema, entry.Source.Name, entry.Source.Hash))],
        };
    }

    private static List<ResourceSource> Keep(IReadOnlyList<DeploymentResource> files, List<Diagnostic> diagnostics)
    {
        if (files.Count > FilesMax)
        {
            Tell(diagnostics, DeploymentDescriptors.TooManyFiles, "", files.Count, FilesMax);
            return [];
        }
        var kept = new List<ResourceSource>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (!names.Add(file.Name)) Tell(diagnostics, DeploymentDescriptors.DuplicateName, file.Name, file.Name);
            else if (file.Kind != ResourceKind.Other) kept.Add(new ResourceSource(file.Name, file.Kind, file.Content));
        }
        if (kept.Count == 0) Tell(diagnostics, DeploymentDescriptors.NothingToDeploy, "", files.Count == 0 ? "no file" : string.Join(", ", files.Take(5).Select(file => file.Name)));
        return kept;
    }

    private static ResourceKind? KindOf(string name)
    {
        if (HasEnding(name, ".bpmn")) return ResourceKind.Bpmn;
        if (HasEnding(name, ".form")) return ResourceKind.Form;
        if (HasEnding(name, ".dmn")) return ResourceKind.Dmn;
        return Array.Exists(LeftOut, ending => HasEnding(name, ending)) ? ResourceKind.Other : null;
    }

    private static bool HasEnding(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static void Tell(List<Diagnostic> diagnostics, Descriptor descriptor, string file, params object[] arguments) =>
        diagnostics.Add(new Diagnostic(descriptor, new SourceText(file, ""), new TextSpan(0, 0), null, arguments));
}
