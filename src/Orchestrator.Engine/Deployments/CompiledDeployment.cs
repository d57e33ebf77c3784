using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Diagnostics;

namespace Orchestrator.Engine.Deployments;

/// <summary>What files mean when they are read together. With an error there is nothing to deploy.</summary>
public sealed record CompiledDeployment(ImmutableArray<CompiledProcess> Processes, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(one => one.Descriptor.Severity == Severity.Error);
}

/// <summary>A process and the file it stands in.</summary>
public sealed record CompiledProcess(string ResourceName, ProcessGraph Graph);
