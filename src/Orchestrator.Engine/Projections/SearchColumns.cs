using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Projections;

/// <summary>How a variable's value becomes a search column.</summary>
public static class SearchColumns
{
    /// <summary>Longer texts are not searchable.</summary>
    public const int TextLengthMax = 400;

    /// <summary>The row, or null when the value is not searchable: null, a list, a context, a function, a long text, a number beyond 28 digits.</summary>
    public static SearchVariableRow? Of(InstanceId instance, string name, FeelValue? value) => value switch
    {
        FeelString { Value.Length: <= TextLengthMax } text => new SearchVariableRow(instance, name, text.Value, null),
        FeelBoolean boolean => new SearchVariableRow(instance, name, boolean.Value ? "true" : "false", null),
        FeelNumber number when number.Value.TryToDecimal(out var plain) => new SearchVariableRow(instance, name, null, plain),
        _ => null,
    };
}
