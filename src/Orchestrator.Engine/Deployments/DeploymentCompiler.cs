using System.Collections.Immutable;
using Orchestrator.Bpmn;
using Orchestrator.Diagnostics;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine.Deployments;

/// <summary>Reads the files of a deployment.</summary>
public static class DeploymentCompiler
{
    public static CompiledDeployment Compile(IReadOnlyList<DeploymentResource> resources)
    {
        var processes = ImmutableArray.CreateBuilder<CompiledProcess>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var resource in resources)
        {
            if (resource.Kind != ResourceKind.Bpmn) continue;
            var read = BpmnReader.Read(new SourceText(resource.Name, resource.Content));
            diagnostics.AddRange(read.Diagnostics);
            processes.AddRange(read.Processes.Select(graph => new CompiledProcess(resource.Name, graph)));
        }
        return new CompiledDeployment(processes.ToImmutable(), diagnostics.ToImmutable());
    }
}
