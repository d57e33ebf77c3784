using System.Collections.Immutable;
using System.Text;

namespace Orchestrator.Feel;

/// <summary>Values as text: as FEEL's <c>string()</c> gives them, and as literals.</summary>
internal static class FeelText
{
    /// <summary>FEEL's <c>string()</c>: a string is itself, inside lists and contexts it has quotation marks.</summary>
    public static string Of(FeelValue value) => value is FeelString text ? text.Value : Write(value, temporalsQuoted: false);

    /// <summary>The value as an expression that gives it again; a function has none and shows its parameters.</summary>
    public static string Literal(FeelValue value) => Write(value, temporalsQuoted: true);

    private static string Write(FeelValue value, bool temporalsQuoted)
    {
        var text = new StringBuilder();
        Append(text, value, temporalsQuoted);
        return text.ToString();
    }

    private static void Append(StringBuilder text, FeelValue value, bool quoted)
    {
        switch (value)
        {
            case FeelNull: text.Append("null"); break;
            case FeelBoolean boolean: text.Append(boolean.Value ? "true" : "false"); break;
            case FeelNumber number: text.Append(number.Value.ToString()); break;
            case FeelString inner: AppendQuoted(text, inner.Value); break;
            case FeelDate date: AppendTemporal(text, date.ToIso(), quoted); break;
            case FeelTime time: AppendTemporal(text, time.ToIso(), quoted); break;
            case FeelDateTime dateTime: AppendTemporal(text, dateTime.ToIso(), quoted); break;
            case FeelYearMonthDuration months: AppendTemporal(text, months.ToIso(), quoted); break;
            case FeelDayTimeDuration days: AppendTemporal(text, days.ToIso(), quoted); break;
            case FeelList list: AppendList(text, list.Items, quoted); break;
            case FeelContext context: AppendContext(text, context, quoted); break;
            case FeelRange range: AppendRange(text, range, quoted); break;
            case FeelFunction function: text.Append("function(").AppendJoin(", ", function.Parameters).Append(')'); break;
            default: throw new System.Diagnostics.UnreachableException($"No text for {value.GetType().Name}.");
        }
    }

    private static void AppendTemporal(StringBuilder text, string iso, bool quoted)
    {
        if (quoted) text.Append("@\"").Append(iso).Append('"');
        else text.Append(iso);
    }

    private static void AppendList(StringBuilder text, ImmutableArray<FeelValue> items, bool quoted)
    {
        text.Append('[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) text.Append(", ");
            Append(text, items[i], quoted);
        }
        text.Append(']');
    }

    private static void AppendContext(StringBuilder text, FeelContext context, bool quoted)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, value) in context.Entries)
        {
            if (!first) text.Append(", ");
            first = false;
            if (Syntax.Names.IsPlain(name)) text.Append(name);
            else AppendQuoted(text, name);
            text.Append(": ");
            Append(text, value, quoted);
        }
        text.Append('}');
    }

    private static void AppendRange(StringBuilder text, FeelRange range, bool quoted)
    {
        if (range.Form != RangeForm.Interval)
        {
            AppendHalfRange(text, range, quoted);
            return;
        }
        text.Append(range.StartIncluded ? '[' : '(');
        Append(text, range.Start, quoted);
        text.Append("..");
        Append(text, range.End, quoted);
        text.Append(range.EndIncluded ? ']' : ')');
    }

    private static void AppendHalfRange(StringBuilder text, FeelRange range, bool quoted)
    {
        var (sign, end) = range switch
        {
            { Form: RangeForm.Unequal } => ("!=", range.Start),
            { Start: FeelNull } => (range.EndIncluded ? "<=" : "<", range.End),
            { End: FeelNull } => (range.StartIncluded ? ">=" : ">", range.Start),
            _ => ("=", range.Start),
        };
        text.Append('(').Append(sign).Append(' ');
        Append(text, end, quoted);
        text.Append(')');
    }

    public static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                default: text.Append(c); break;
            }
        }
        text.Append('"');
    }
}
