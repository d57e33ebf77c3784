using System.Collections.Immutable;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Feel;
using Orchestrator.Feel.Evaluation;
using Orchestrator.Feel.Syntax;

namespace Orchestrator.Dmn.Types;

/// <summary>A type of FEEL, or an item definition (DMN 1.5, 7.3.3): a base, components, a range or a function; a list of these; with the values that are allowed.</summary>
internal sealed class DmnType(string name)
{
    private FeelType? _shape;
    private bool _shaping;

    public string Name => name;

    /// <summary>A type of FEEL; null for an item definition.</summary>
    public FeelType? Basic { get; init; }

    public DmnType? Base { get; set; }

    public ImmutableArray<(string Name, DmnType Type)> Components { get; set; } = [];

    public bool IsCollection { get; set; }

    /// <summary>The type of the ends when this is the type of ranges.</summary>
    public DmnType? RangeOf { get; init; }

    /// <summary>The types of the parameters when this is the type of functions (7.3.4); null for one that is not given.</summary>
    public ImmutableArray<DmnType?>? Parameters { get; set; }

    /// <summary>The type of what such a function gives; null when none is given.</summary>
    public DmnType? Result { get; set; }

    /// <summary>Values that are allowed; of a collection, for its items.</summary>
    public UnaryTests? AllowedValues { get; set; }

    /// <summary>What the whole value must hold (since DMN 1.4).</summary>
    public UnaryTests? Constraint { get; set; }

    public static DmnType OfFeel(FeelType type) => new(type.ToString()) { Basic = type, _shape = type };

    /// <summary>The type as FEEL's <c>instance of</c> sees it, made while the model is read. A type that contains itself is Any where it comes again.</summary>
    public FeelType Shape
    {
        get
        {
            if (_shape is not null) return _shape;
            if (_shaping) return new FeelType.Any();
            _shaping = true;
            _shape = IsCollection ? new FeelType.List(ItemShape()) : ItemShape();
            _shaping = false;
            return _shape;
        }
    }

    private FeelType ItemShape()
    {
        if (Basic is not null) return Basic;
        if (RangeOf is not null) return new FeelType.Range(RangeOf.Shape);
        if (Parameters is { } parameters) return new FeelType.Function([.. parameters.Select(one => one?.Shape ?? new FeelType.Any())], Result?.Shape ?? new FeelType.Any());
        if (!Components.IsEmpty) return new FeelType.Context([.. Components.Select(one => (one.Name, one.Type.Shape))]);
        return Base?.Shape ?? new FeelType.Any();
    }

    /// <summary>The value after the implicit conversions of 10.3.2.9.4, or null when it does not conform. FEEL's null conforms to every type.</summary>
    public FeelValue? Conform(Run run, FeelValue value)
    {
        if (Accepts(run, value)) return value;
        if (value is FeelList { Count: 1 } single && Accepts(run, single[0])) return single[0];
        if (value is not FeelList && new FeelList(value) is var list && Accepts(run, list)) return list;
        return value is FeelDate && Conversion.To(new FeelType.Simple("date and time"), value) is { } midnight && Accepts(run, midnight) ? midnight : null;
    }

    public bool Accepts(Run run, FeelValue value)
    {
        if (value.IsNull) return true;
        if (!IsCollection) return AcceptsItem(run, value) && Passes(run, Constraint, value);
        if (value is not FeelList list) return false;
        foreach (var item in list)
            if (!item.IsNull && !AcceptsItem(run, item)) return false;
        return Passes(run, Constraint, value);
    }

    private bool AcceptsItem(Run run, FeelValue value)
    {
        if (Basic is not null) return Basic is FeelType.Any || Basic.Accepts(value);
        return AcceptsStructure(run, value) && Passes(run, AllowedValues, value);
    }

    private bool AcceptsStructure(Run run, FeelValue value)
    {
        if (RangeOf is not null) return value is FeelRange range && RangeOf.Accepts(run, range.Start) && RangeOf.Accepts(run, range.End);
        if (Parameters is { } parameters) return value is FeelFunction function && function.Parameters.Length == parameters.Length;
        if (Components.IsEmpty) return Base?.Accepts(run, value) ?? true;
        if (value is not FeelContext context) return false;
        foreach (var (component, type) in Components)
            if (!context.TryGet(component, out var inner) || !type.Accepts(run, inner)) return false;
        return true;
    }

    private static bool Passes(Run run, UnaryTests? tests, FeelValue value) =>
        tests is null || tests.EvaluateIn(run.Frame, value, DictionaryScope.Empty) is FeelBoolean { Value: true };

    /// <summary>The tests that list the values of this type, its own or those of its base; null when there are none.</summary>
    public UnaryTests? Listed => AllowedValues ?? Base?.Listed;

    public override string ToString() => name;
}
