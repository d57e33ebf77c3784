using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Graph;
using Orchestrator.Dmn.Types;
using Orchestrator.Feel;
using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Dmn.Evaluation;

/// <summary>One evaluation: what was given, what each element of the graph came to, and how. All of it is one FEEL evaluation, under its limits.</summary>
internal sealed class Run
{
    private readonly FeelContext _inputs;
    private readonly Dictionary<DrgElement, FeelValue?> _values = [];
    private readonly List<DecisionExplanation> _decisions;
    private readonly List<TableExplanation> _tables;

    public Run(FeelContext inputs, FeelEnvironment environment, EmbeddedText place)
    {
        _inputs = inputs;
        Frame = new Frame(place, DictionaryScope.Empty, environment, slots: 0);
        _decisions = [];
        _tables = [];
    }

    private Run(FeelContext inputs, Run outer)
    {
        _inputs = inputs;
        (Frame, _decisions, _tables) = (outer.Frame, outer._decisions, outer._tables);
    }

    public Frame Frame { get; }

    public ImmutableArray<DecisionExplanation> Decisions => [.. _decisions];

    /// <summary>A decision service sees nothing but its own inputs (DMN 1.5, 10.4).</summary>
    public Run Inside(IEnumerable<(DrgElement Element, FeelValue Value)> given)
    {
        var inner = new Run(FeelContext.Empty, this);
        foreach (var (element, value) in given) inner._values[element] = value;
        return inner;
    }

    /// <summary>The value of an element, computed once.</summary>
    public FeelValue ValueOf(DrgElement element)
    {
        if (_values.TryGetValue(element, out var known)) return known ?? Warn(element.Place, DmnDescriptors.Endless, element.Name);
        _values[element] = null;
        Frame.EnterCall(Whole(Frame.Text), DmnLimits.CallHeight);
        var value = element.Compute(this);
        Frame.LeaveCall(DmnLimits.CallHeight);
        _values[element] = value;
        return value;
    }

    /// <summary>What was given for an input: under its name, or under namespace#name where two models have inputs of one name.</summary>
    public FeelValue? Given(DrgElement input) =>
        _inputs.TryGet($"{input.Namespace}#{input.Name}", out var value) || _inputs.TryGet(input.Name, out value) ? value : null;

    /// <summary>What was given under a name that no input data of the model has to have.</summary>
    public FeelValue? Given(string name) => _inputs.TryGet(name, out var value) ? value : null;

    /// <summary>Notes why a value is null, at a place outside any expression, and gives that null.</summary>
    public FeelNull Warn(EmbeddedText place, Descriptor descriptor, params object[] arguments)
    {
        var caller = Frame.Enter(place, Frame.Variables, Frame.Locals);
        var nothing = Frame.Warn(Whole(place), descriptor, arguments);
        Frame.Return(caller);
        return nothing;
    }

    /// <summary>The value as <paramref name="type"/>; null with a warning when it does not conform (DMN 1.5, 10.3.2.9.4).</summary>
    public FeelValue Conform(DmnType? type, FeelValue value, EmbeddedText place, string what)
    {
        if (type is null) return value;
        return type.Conform(this, value) ?? Warn(place, DmnDescriptors.WrongType, what, type.Name, Short(value));
    }

    public static string Short(FeelValue value)
    {
        var text = value.ToString();
        return text.Length > 80 ? $"{text[..80]}…" : text;
    }

    public int StartDecision() => _tables.Count;

    public void EndDecision(Decision decision, IReadOnlyList<DmnVariable> inputs, FeelValue value, int start)
    {
        var tables = _tables[start..];
        _tables.RemoveRange(start, tables.Count);
        if (_decisions.Count < DmnLimits.ExplainedDecisionsMax) _decisions.Add(new(decision.Id, decision.Name, [.. inputs], value, [.. tables]));
    }

    public void Explain(TableExplanation table)
    {
        if (_tables.Count < DmnLimits.ExplainedTablesMax) _tables.Add(table);
    }

    public bool ExplainsTables => _tables.Count < DmnLimits.ExplainedTablesMax;

    public static TextSpan Whole(EmbeddedText text) => new(0, text.Text.Length);
}
