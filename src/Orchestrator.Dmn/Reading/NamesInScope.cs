using System.Collections.Immutable;
using Orchestrator.Dmn.Types;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Reading;

/// <summary>The names and types that an expression of the model may use. All expressions at one place share their table.</summary>
internal sealed class NamesInScope
{
    private readonly ImmutableArray<string> _names;
    private readonly ModelTypes _types;
    private readonly FeelNames _feel;

    public NamesInScope(ImmutableArray<string> names, ModelTypes types)
    {
        _names = names;
        _types = types;
        _feel = new FeelNames(names) { Types = types.Shapes };
    }

    public FeelNames Feel => _feel;

    public ModelTypes Types => _types;

    public NamesInScope With(params IEnumerable<string> names)
    {
        ImmutableArray<string> more = [.. names.Where(name => !_names.Contains(name))];
        return more.IsEmpty ? this : new(_names.AddRange(more), _types);
    }
}
