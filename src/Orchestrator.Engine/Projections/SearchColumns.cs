using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Projections;

/// <summary>How a variable's value becomes a search column; stores and verification share it.</summary>
public static class SearchColumns
{
    /// <summary>Longest text that is searched. The column is indexed, and an entry of an index must be short; a longer text is a variable like others.</summary>
    public const int TextLengthMax = 500;

    /// <summary>The row, or null when there is nothing to search: null, a list, a context, a function, a long text.</summary>
    public static SearchVariableRow? Of(InstanceId instance, string name, FeelValue? value) => value switch
    {
        FeelNumber number when number.Value.TryToDecimal(out var plain) => new(instance, name, null, plain),
        FeelNumber number => new(instance, name, number.Value.ToString(), null),
        FeelBoolean boolean => new(instance, name, boolean.Value ? "true" : "false", null),
        FeelString { Value.Length: > TextLengthMax } => null,
        FeelString text => new(instance, name, KeptText.ForColumn(text.Value), null),
        FeelDate date => new(instance, name, date.ToIso(), null),
        FeelTime time => new(instance, name, time.ToIso(), null),
        FeelDateTime dateTime => new(instance, name, dateTime.ToIso(), null),
        FeelYearMonthDuration duration => new(instance, name, duration.ToIso(), null),
        FeelDayTimeDuration duration => new(instance, name, duration.ToIso(), null),
        _ => null,
    };
}
