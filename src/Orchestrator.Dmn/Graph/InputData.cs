using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Graph;

internal sealed class InputData(string ns, string id, string name, EmbeddedText place) : DrgElement(ns, id, name, place)
{
    public override FeelValue Compute(Run run) => run.Given(this) is { } given
        ? run.Conform(Type, given, Place, Name)
        : run.Warn(Place, DmnDescriptors.MissingInput, Name);
}
