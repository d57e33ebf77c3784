using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Diagnostics;

namespace Orchestrator.Bpmn;

/// <summary>
/// What a file holds. <see cref="Processes"/> are its executable processes in document order; there are none when any diagnostic is an error,
/// because a file is deployed whole or not at all. Diagnostics are ordered by their place.
/// </summary>
public sealed record BpmnRead(ImmutableArray<ProcessGraph> Processes, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Descriptor.Severity == Severity.Error);
}
