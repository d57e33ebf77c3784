using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Feel;

/// <summary>The variables that an expression may read. A name that is not found is null in the expression, with a warning.</summary>
public interface IFeelScope
{
    bool TryGet(string name, [MaybeNullWhen(false)] out FeelValue value);
}
