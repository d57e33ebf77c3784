using Orchestrator.Feel;

namespace Orchestrator.Interpreter.Evaluation;

/// <summary>
/// Values as variables keep them: those of JSON, as Camunda 8 does. Dates, times and durations become their ISO text, so that a variable read back from history is the one that was written.
/// Functions and ranges cannot be kept and become null; text is kept well-formed.
/// </summary>
internal static class Storable
{
    public static FeelContext Of(FeelContext context)
    {
        var changed = false;
        var builder = new FeelContext.Builder();
        foreach (var (name, value) in context.Entries)
        {
            var kept = Of(value);
            changed |= !ReferenceEquals(kept, value) || !ReferenceEquals(KeptText.WellFormed(name), name);
            builder.Set(KeptText.WellFormed(name), kept);
        }
        return changed ? builder.ToContext() : context;
    }

    public static FeelValue Of(FeelValue value) => value switch
    {
        FeelString text => KeptText.WellFormed(text.Value) is var kept && ReferenceEquals(kept, text.Value) ? text : new FeelString(kept),
        FeelDate date => new FeelString(date.ToIso()),
        FeelTime time => new FeelString(time.ToIso()),
        FeelDateTime instant => new FeelString(instant.ToIso()),
        FeelDayTimeDuration duration => new FeelString(duration.ToIso()),
        FeelYearMonthDuration duration => new FeelString(duration.ToIso()),
        FeelRange or FeelFunction => FeelNull.Instance,
        FeelContext context => Of(context),
        FeelList list => Of(list),
        _ => value,
    };

    private static FeelList Of(FeelList list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (ReferenceEquals(Of(list[i]), list[i])) continue;
            return FeelList.From(list.Items.Select(Of));
        }
        return list;
    }
}
