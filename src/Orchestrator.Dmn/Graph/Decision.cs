using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Dmn.Expressions;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Graph;

internal sealed class Decision(string ns, string id, string name, EmbeddedText place) : DrgElement(ns, id, name, place)
{
    public Boxed? Logic { get; set; }

    public DecisionLogic Kind { get; set; }

    /// <summary>The names of all elements of its model.</summary>
    public IReadOnlySet<string> Drawn { get; set; } = ImmutableHashSet<string>.Empty;

    /// <summary><c>zeebe:versionTag</c>: a name for this version, by which a process may call it.</summary>
    public string? VersionTag { get; set; }

    public override FeelValue Compute(Run run)
    {
        var inputs = new List<DmnVariable>(Requirements.Length);
        foreach (var (required, import) in Requirements)
        {
            var value = run.ValueOf(required);
            if (required is InputData or Decision) inputs.Add(new(import is null ? required.Name : $"{import}.{required.Name}", value));
        }
        var scope = new RequirementScope(run, this);
        var start = run.StartDecision();
        var result = Logic is null ? run.Warn(Place, DmnDescriptors.NoLogic, Name) : Logic.Evaluate(run, scope);
        var conforming = run.Conform(Type, result, Place, Name);
        inputs.AddRange(scope.Undrawn);
        run.EndDecision(this, inputs, conforming, start);
        return conforming;
    }
}
