using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Dmn.Expressions;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Graph;

internal sealed class BusinessKnowledgeModel(string ns, string id, string name, EmbeddedText place) : DrgElement(ns, id, name, place)
{
    public BoxedFunction? Logic { get; set; }

    public override FeelValue Compute(Run run) => Logic is null
        ? run.Warn(Place, DmnDescriptors.NoLogic, Name)
        : Logic.Make(run, new RequirementScope(run, this), Name, Type);
}
