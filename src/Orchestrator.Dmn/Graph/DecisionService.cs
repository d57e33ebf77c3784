using System.Collections.Immutable;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Feel;

namespace Orchestrator.Dmn.Graph;

/// <summary>A part of the graph as a function of its inputs (DMN 1.5, 6.3.9 and 10.4): one output decision gives its value, several give a context.</summary>
internal sealed class DecisionService(string ns, string id, string name, EmbeddedText place) : DrgElement(ns, id, name, place)
{
    public ImmutableArray<DrgElement> Outputs { get; set; } = [];

    /// <summary>Input data and input decisions, in the order of the parameters.</summary>
    public ImmutableArray<DrgElement> Inputs { get; set; } = [];

    public override FeelValue Compute(Run run) =>
        new FeelFunction(new DmnFunction(Place, Name, [.. Inputs.Select(input => new Parameter(input.Name, input.Type))], run, Evaluate));

    public FeelValue Evaluate(Run run, FeelValue[] arguments)
    {
        var inside = run.Inside(Inputs.Zip(arguments));
        var value = Outputs.Length == 1
            ? inside.ValueOf(Outputs[0])
            : FeelContext.Of(Outputs.Select(output => KeyValuePair.Create(output.Name, inside.ValueOf(output))));
        return run.Conform(Type, value, Place, Name);
    }
}
