using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Evaluation;

/// <summary>One evaluation: its variables, its local values, what it has cost so far and its warnings.</summary>
internal sealed class Frame(EmbeddedText text, IFeelScope variables, FeelEnvironment environment, int slots)
{
    private ImmutableArray<FeelWarning>.Builder? _warnings;
    private ImmutableArray<OfficeExplanation>.Builder? _explanations;
    private int _steps;
    private int _height;

    public IFeelScope Variables { get; private set; } = variables;

    /// <summary>The expression whose parts are being evaluated; places of warnings lie in it.</summary>
    public EmbeddedText Text { get; private set; } = text;

    public FeelEnvironment Environment => environment;

    public FeelValue[] Locals { get; set; } = slots == 0 ? [] : new FeelValue[slots];

    public ImmutableArray<FeelWarning> Warnings => _warnings?.ToImmutable() ?? [];

    /// <summary>True when somebody wants to know how the office functions come to their results.</summary>
    public bool Explains => _explanations is { Count: < FeelLimits.ExplanationsMax };

    public ImmutableArray<OfficeExplanation> Explanations => _explanations?.ToImmutable() ?? [];

    public void StartExplaining() => _explanations = ImmutableArray.CreateBuilder<OfficeExplanation>();

    public void Explain(OfficeExplanation explanation) => _explanations?.Add(explanation);

    /// <summary>Notes why a value is null, and gives that null.</summary>
    public FeelNull Warn(TextSpan span, Descriptor descriptor, params object[] arguments)
    {
        _warnings ??= ImmutableArray.CreateBuilder<FeelWarning>();
        if (_warnings.Count < FeelLimits.WarningsMax) _warnings.Add(new FeelWarning(descriptor, Text, span, arguments));
        return FeelNull.Instance;
    }

    /// <summary>Notes which limit ended the evaluation: always, if need be in place of the last warning that was kept.</summary>
    public FeelNull Stop(LimitReachedException limit)
    {
        if (_warnings?.Count == FeelLimits.WarningsMax) _warnings.RemoveAt(FeelLimits.WarningsMax - 1);
        return Warn(limit.Span, FeelDescriptors.LimitReached, limit.What, limit.Most);
    }

    /// <summary>Goes on in another expression, with what it sees; what was left comes back with <see cref="Return"/>.</summary>
    public Place Enter(EmbeddedText text, IFeelScope variables, FeelValue[] locals)
    {
        var left = new Place(Text, Variables, Locals);
        (Text, Variables, Locals) = (text, variables, locals);
        return left;
    }

    public void Return(in Place left) => (Text, Variables, Locals) = left;

    /// <summary>Where an evaluation is: the expression, its variables and its local values.</summary>
    public readonly record struct Place(EmbeddedText Text, IFeelScope Variables, FeelValue[] Locals);

    /// <summary>Counts work that depends on data.</summary>
    public void Step(TextSpan span, int count = 1)
    {
        _steps += count;
        if (_steps > FeelLimits.StepsMax) throw new LimitReachedException(span, "steps", FeelLimits.StepsMax);
    }

    public void EnterCall(TextSpan span, int height)
    {
        Step(span);
        _height += height;
        if (_height > FeelLimits.CallHeightMax || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new LimitReachedException(span, "levels of nested calls", FeelLimits.CallHeightMax);
    }

    public void LeaveCall(int height) => _height -= height;

    public static FeelList NewList(TextSpan span, ImmutableArray<FeelValue> items)
    {
        CheckCount(span, items.Length);
        return Check(span, new FeelList(items));
    }

    /// <summary>Refuses a value that a later walk (comparing, writing) could not afford.</summary>
    public static T Check<T>(TextSpan span, T value)
        where T : FeelValue
    {
        CheckWeight(span, value.Weight);
        if (value.Depth > FeelLimits.ValueDepthMax) throw new LimitReachedException(span, "levels of lists and contexts in a value", FeelLimits.ValueDepthMax);
        return value;
    }

    public static void CheckWeight(TextSpan span, long weight)
    {
        if (weight > FeelLimits.ValueWeightMax) throw new LimitReachedException(span, "values and characters in a value", FeelLimits.ValueWeightMax);
    }

    /// <summary>Counts a walk over a value: a step for each 64 values or characters.</summary>
    public void Walk(TextSpan span, FeelValue value)
    {
        var weight = value.Weight;
        if (weight >= 64) Step(span, (int)Math.Min(weight / 64, FeelLimits.StepsMax));
    }

    public static void CheckCount(TextSpan span, long count)
    {
        if (count > FeelLimits.ListItemsMax) throw new LimitReachedException(span, "items in a list", FeelLimits.ListItemsMax);
    }

    public static void CheckLength(TextSpan span, long length)
    {
        if (length > FeelLimits.TextLengthMax) throw new LimitReachedException(span, "characters in a text", FeelLimits.TextLengthMax);
    }
}
