using Orchestrator.Feel.Syntax;
using Orchestrator.Feel.Temporal;

namespace Orchestrator.Feel.Evaluation;

/// <summary>The implicit conversions of DMN 1.5, 10.3.2.9.4: a value to a list of one and back, a date to its midnight.</summary>
internal static class Conversion
{
    /// <summary>The value as <paramref name="type"/>, or null when it does not conform. FEEL's null conforms to every type.</summary>
    public static FeelValue? To(FeelType type, FeelValue value)
    {
        if (value.IsNull || type is FeelType.Any || type.Accepts(value)) return value;
        if (type is FeelType.List list && list.Item.Accepts(value)) return new FeelList(value);
        if (value is FeelList { Count: 1 } single && type.Accepts(single[0])) return single[0];
        if (type is FeelType.Simple { Name: "date and time" } && value is FeelDate date) return TemporalArithmetic.AsDateTime(date);
        return null;
    }
}
