using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Dmn.Types;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Expressions;

/// <summary>A boxed expression (DMN 1.5, 10.2), read once.</summary>
/// <param name="place">Its start tag: where a warning about it points.</param>
internal abstract class Boxed(EmbeddedText place)
{
    public EmbeddedText Place => place;

    public abstract FeelValue Evaluate(Run run, IFeelScope scope);
}

/// <summary>An expression that could not be read: null, and the reason once more as a warning.</summary>
internal sealed class BoxedBroken(EmbeddedText place, Diagnostic reason) : Boxed(place)
{
    public override FeelValue Evaluate(Run run, IFeelScope scope) => run.Warn(Place, DmnDescriptors.NotReadable, reason.Message, reason.Remedy);
}

/// <summary>A literal expression (7.3.1).</summary>
internal sealed class BoxedLiteral(EmbeddedText place, FeelExpression expression) : Boxed(place)
{
    public override FeelValue Evaluate(Run run, IFeelScope scope) => expression.EvaluateIn(run.Frame, scope);
}

/// <summary>An expression that names its type: its value conforms, or is null (DMN 1.5, 7.3.1 and 10.3.2.9.4).</summary>
internal sealed class BoxedTyped(Boxed expression, DmnType type) : Boxed(expression.Place)
{
    public override FeelValue Evaluate(Run run, IFeelScope scope) => run.Conform(type, expression.Evaluate(run, scope), Place, "the expression");
}
