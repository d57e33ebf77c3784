using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn;
using Orchestrator.Forms;

namespace Orchestrator.Engine.Deployments;

/// <summary>
/// A set of files, read and checked together. With any error there are no processes, decisions and forms: a set is deployed whole or not at all.
/// Diagnostics are ordered by file name and place.
/// </summary>
/// <param name="Processes">In the order of file names and in document order.</param>
/// <param name="Decisions">Files of decisions, in the order of their names.</param>
/// <param name="Forms">In the order of file names.</param>
/// <param name="Resources">Every file that is kept with the deployment, in the order of names; scenarios and files of other kinds are not among them.</param>
/// <param name="ContentHash">SHA-256 over the kept resources, lower-case hexadecimal. It depends on names and contents, not on the order in which files were given.</param>
/// <param name="Diagnostics">Of every file.</param>
public sealed record CompiledDeployment(
    ImmutableArray<CompiledProcess> Processes, ImmutableArray<CompiledDecisions> Decisions, ImmutableArray<CompiledForm> Forms, ImmutableArray<CompiledResource> Resources,
    string ContentHash, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Descriptor.Severity == Severity.Error);
}

/// <summary>A process of a set. <see cref="ContentHash"/> is that of its file.</summary>
public sealed record CompiledProcess(ProcessGraph Graph, string ResourceName, string ContentHash);

/// <summary>A file of decisions of a set, with what it imports. <see cref="Id"/> is that of its <c>definitions</c>, or its name where it has none.</summary>
public sealed record CompiledDecisions(DmnModel Model, string Id, string ResourceName, string ContentHash)
{
    public IEnumerable<DmnElement> Decisions => Model.Elements.Where(element => element.Kind == DmnElementKind.Decision);
}

/// <summary>A form of a set. <see cref="ContentHash"/> is that of its file.</summary>
public sealed record CompiledForm(FormSchema Schema, string ResourceName, string ContentHash);

/// <summary>A file that is kept. <see cref="ContentHash"/> is the SHA-256 of its UTF-8 text, lower-case hexadecimal.</summary>
public sealed record CompiledResource(string Name, string Content, string ContentHash);
