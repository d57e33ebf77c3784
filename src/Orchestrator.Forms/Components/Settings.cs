using Orchestrator.Feel;

namespace Orchestrator.Forms.Components;

/// <summary>Yes, no, or an expression.</summary>
internal sealed record Setting(bool Constant, FeelExpression? Expression)
{
    public static Setting Off { get; } = new(false, null);

    public bool Holds(IFeelScope scope, FeelEnvironment environment) =>
        Expression is null ? Constant : Expression.Evaluate(scope, environment).Value is FeelBoolean { Value: true };
}

/// <summary>A figure, or an expression that gives one. An expression that gives none bounds nothing.</summary>
internal sealed record Bound(Decimal34? Constant, FeelExpression? Expression)
{
    public Decimal34? In(IFeelScope scope, FeelEnvironment environment) =>
        Expression is null ? Constant : Expression.Evaluate(scope, environment).Value is FeelNumber number ? number.Value : null;
}

/// <summary>Where options come from: written in the form, a variable, or an expression. Exactly one.</summary>
internal sealed record Options(IReadOnlyList<FeelValue>? Fixed, FieldPath? Key, FeelExpression? Expression)
{
    public IReadOnlyList<FeelValue> In(IFeelScope scope, FeelEnvironment environment)
    {
        if (Fixed is not null) return Fixed;
        var list = Expression is not null ? Expression.Evaluate(scope, environment).Value : Follow(scope);
        return list is FeelList items ? [.. items.Items.Select(ValueOf)] : [];
    }

    private FeelValue Follow(IFeelScope scope)
    {
        if (!scope.TryGet(Key!.Names[0], out var value)) return FeelNull.Instance;
        foreach (var name in Key.Names.Skip(1)) value = value is FeelContext context ? context[name] : FeelNull.Instance;
        return value;
    }

    // An option in data is its value, or a context of label and value.
    private static FeelValue ValueOf(FeelValue option) => option is FeelContext context && context.TryGet("value", out var value) ? value : option;
}
