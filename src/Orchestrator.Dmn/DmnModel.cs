using System.Collections.Immutable;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Dmn.Graph;
using Orchestrator.Dmn.Reading;
using Orchestrator.Feel;
using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Dmn;

/// <summary>A decision model, read and compiled once; it never changes and may be evaluated from any thread.</summary>
public sealed class DmnModel
{
    private readonly ImmutableArray<DrgElement> _elements;

    internal DmnModel(ModelDraft draft)
    {
        Name = draft.Name;
        Namespace = draft.Namespace;
        Id = draft.Definitions.Id ?? "";
        _elements = [.. draft.Elements.Select(one => one.Element)];
    }

    public string Id { get; }

    public string Name { get; }

    public string Namespace { get; }

    /// <summary>Everything that can be asked for or given, in document order.</summary>
    public ImmutableArray<DmnElement> Elements => [.. _elements.Select(element => new DmnElement(element.Id, element.Name, KindOf(element), (element as Decision)?.VersionTag, (element as Decision)?.Kind ?? DecisionLogic.None))];

    /// <summary>The value of a decision, named by its id or its name; null when the model has no such decision. Never throws.</summary>
    /// <param name="decision">Id or name.</param>
    /// <param name="inputs">Input data by name; an entry <c>namespace#name</c> comes before <c>name</c>, for models that import inputs of the same name.</param>
    /// <param name="environment">The clock, the zones and the calendars.</param>
    public DmnResult? Evaluate(string decision, FeelContext inputs, FeelEnvironment environment) => Find<Decision>(decision) is { } found
        ? Run(found, inputs, environment, run => run.ValueOf(found))
        : null;

    /// <summary>
    /// The value of a decision service or a business knowledge model over arguments by name; null when the model has neither.
    /// An argument that is missing is null, with a warning (DMN 1.5, 10.4).
    /// </summary>
    public DmnResult? Invoke(string invocable, FeelContext arguments, FeelEnvironment environment)
    {
        DrgElement? found = Find<DecisionService>(invocable);
        found ??= Find<BusinessKnowledgeModel>(invocable);
        return found is null ? null : Run(found, arguments, environment, run => Call(run, found, arguments));
    }

    private static FeelValue Call(Run run, DrgElement element, FeelContext arguments)
    {
        if (run.ValueOf(element) is not FeelFunction function) return FeelNull.Instance;
        var values = new FeelValue[function.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments.TryGet(function.Parameters[i], out var given) ? given : run.Warn(element.Place, DmnDescriptors.MissingInput, function.Parameters[i]);
        return function.Callable.Call(run.Frame, Evaluation.Run.Whole(element.Place), values, null);
    }

    private static DmnResult Run(DrgElement element, FeelContext inputs, FeelEnvironment environment, Func<Run, FeelValue> evaluate)
    {
        var run = new Run(inputs, environment, element.Place);
        FeelValue value;
        try
        {
            value = evaluate(run);
        }
        catch (LimitReachedException limit)
        {
            // The frame still stands in the expression that was too much.
            value = run.Frame.Stop(limit);
        }
        return new(value, run.Frame.Warnings, run.Decisions);
    }

    private T? Find<T>(string idOrName)
        where T : DrgElement
    {
        foreach (var element in _elements)
            if (element is T found && (found.Id == idOrName || found.Name == idOrName)) return found;
        return null;
    }

    private static DmnElementKind KindOf(DrgElement element) => element switch
    {
        InputData => DmnElementKind.InputData,
        Decision => DmnElementKind.Decision,
        BusinessKnowledgeModel => DmnElementKind.BusinessKnowledgeModel,
        DecisionService => DmnElementKind.DecisionService,
        _ => throw new System.Diagnostics.UnreachableException($"No kind for {element.GetType().Name}."),
    };
}

/// <summary>An element of a model's graph. <see cref="VersionTag"/> is the <c>zeebe:versionTag</c> of a decision.</summary>
public sealed record DmnElement(string Id, string Name, DmnElementKind Kind, string? VersionTag, DecisionLogic Logic);

/// <summary>How a decision is written.</summary>
public enum DecisionLogic
{
    None = 0,
    DecisionTable = 1,
    LiteralExpression = 2,
    Other = 3,
}

/// <summary>What an element of the graph is (DMN 1.5, 6.3).</summary>
public enum DmnElementKind
{
    InputData = 1,
    Decision = 2,
    BusinessKnowledgeModel = 3,
    DecisionService = 4,
}
