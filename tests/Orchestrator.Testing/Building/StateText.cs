using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Testing.Building;

/// <summary>
/// States and events as text in which equal content gives equal text: records of immutable collections do not compare by content themselves.
/// Every public property is written, so that one added later is compared too.
/// </summary>
public static class StateText
{
    public static string Of(InstanceState state) => Write(state, "\n  ");

    public static string Of(InstanceEvent @event) => @event.GetType().Name + " " + Write(@event, " ");

    public static string Of(IEnumerable<InstanceEvent> events) => string.Join("\n", events.Select(Of));

    private static string Write(object value, string separator)
    {
        var text = new StringBuilder();
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).OrderBy(property => property.Name, StringComparer.Ordinal))
            if (property.Name != "EqualityContract") text.Append(property.Name).Append('=').Append(Value(property.GetValue(value))).Append(separator);
        return text.ToString();
    }

    private static string Value(object? value) => value switch
    {
        null => "-",
        FeelValue feel => feel.ToString(),
        string text => '"' + text + '"',
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        IDictionary map => "{" + string.Join("; ", map.Keys.Cast<object>().Select(key => $"{Value(key)}: {Value(map[key])}").Order(StringComparer.Ordinal)) + "}",
        IEnumerable list => "[" + string.Join("; ", list.Cast<object?>().Select(Value)) + "]",
        _ when value.GetType().Namespace!.StartsWith("Orchestrator", StringComparison.Ordinal) && value.GetType().GetProperties().Length > 1 => "(" + Write(value, " ") + ")",
        _ => value.ToString() ?? "-",
    };

    /// <summary>The first place where two states differ, with what stands around it.</summary>
    public static string Difference(InstanceState? found, InstanceState expected)
    {
        if (found is null) return "there is none";
        var (left, right) = (Of(found), Of(expected));
        var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => text.Substring(Math.Max(0, at - 60), Math.Min(120, text.Length - Math.Max(0, at - 60)));
        return $"'{Around(left)}' instead of '{Around(right)}'";
    }
}
