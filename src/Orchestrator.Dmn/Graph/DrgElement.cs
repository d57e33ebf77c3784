using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Dmn.Types;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Graph;

/// <summary>An element of the decision requirements graph (DMN 1.5, 6.3) that has a value.</summary>
internal abstract class DrgElement(string ns, string id, string name, EmbeddedText place)
{
    public string Namespace => ns;

    public string Id => id;

    public string Name => name;

    public EmbeddedText Place => place;

    public DmnType? Type { get; set; }

    public ImmutableArray<Requirement> Requirements { get; set; } = [];

    public abstract FeelValue Compute(Run run);
}

/// <summary>What an element needs, and under which name its logic reads it: <c>name</c>, or <c>import.name</c>.</summary>
internal readonly record struct Requirement(DrgElement Element, string? Import);

/// <summary>
/// What the logic of an element sees: what it requires. Elements of an imported model stand in a context that has the import's name. A decision also sees what was given
/// under names that stand nowhere in the model: tables made without a diagram, as Camunda's modeler makes them, have no inputs at all.
/// </summary>
internal sealed class RequirementScope(Run run, DrgElement element) : IFeelScope
{
    /// <summary>What was read without standing in the model.</summary>
    public List<DmnVariable> Undrawn { get; } = [];

    public bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value)
    {
        value = null;
        foreach (var (required, import) in element.Requirements)
        {
            if ((import ?? required.Name) != name) continue;
            if (import is null)
            {
                value = run.ValueOf(required);
                return true;
            }
            value = ((value as FeelContext) ?? FeelContext.Empty).With(required.Name, run.ValueOf(required));
        }
        if (value is null && element is Decision decision && !decision.Drawn.Contains(name) && run.Given(name) is { } given)
        {
            if (!Undrawn.Exists(known => known.Name == name)) Undrawn.Add(new(name, given));
            value = given;
        }
        if (value is not null || element is not BusinessKnowledgeModel || element.Name != name) return value is not null;
        // A business knowledge model may call itself.
        value = run.ValueOf(element);
        return true;
    }
}
