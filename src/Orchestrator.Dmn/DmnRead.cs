using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Dmn;

/// <summary>
/// What a file holds. With errors the model is there all the same when the file is DMN at all, so that a page can show it and what is sound can be tried:
/// what could not be read gives null with a warning. A file with errors is not to be deployed.
/// </summary>
public sealed record DmnRead(DmnModel? Model, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Descriptor.Severity == Severity.Error);
}
