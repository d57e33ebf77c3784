using System.Collections.Immutable;
using System.Text;

namespace Orchestrator.Feel.Builtins;

/// <summary>String functions (DMN 1.5, 10.3.4.3) without the patterns. Positions and lengths count code points.</summary>
internal static class StringFunctions
{
    public static void Register(BuiltinTable.Rows rows)
    {
        rows.Add("substring(string: string, start position: number, length?: number)", Substring);
        rows.Add("string length(string: string)", call => FeelValue.Of(CountPoints(call.Text(0))));
        rows.Add("upper case(string: string)", call => call.OfText(call.Text(0).ToUpperInvariant()));
        rows.Add("lower case(string: string)", call => call.OfText(call.Text(0).ToLowerInvariant()));
        rows.Add("substring before(string: string, match: string)", Before);
        rows.Add("substring after(string: string, match: string)", After);
        rows.Add("contains(string: string, match: string)", call => FeelBoolean.Of(call.Text(0).Contains(call.Text(1), StringComparison.Ordinal)));
        rows.Add("starts with(string: string, match: string)", call => FeelBoolean.Of(call.Text(0).StartsWith(call.Text(1), StringComparison.Ordinal)));
        rows.Add("ends with(string: string, match: string)", call => FeelBoolean.Of(call.Text(0).EndsWith(call.Text(1), StringComparison.Ordinal)));
        rows.Add("string join(list: list, delimiter?: string|null)", call => Join(call, "", ""));
        rows.Add("string join(list: list, delimiter: string|null, prefix: string|null, suffix: string|null)", call =>
            Join(call, call.Has(2) ? call.Text(2) : "", call.Has(3) ? call.Text(3) : ""));
    }

    public static int CountPoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) count--;
        return count;
    }

    private static FeelValue Substring(Invocation call)
    {
        var runes = call.Text(0).EnumerateRunes().ToImmutableArray();
        // A start that is not whole is cut, as the other engines do; zero is no position.
        if (call.Number(1).Round(0, RoundingRule.Down) is not { } start || start.IsZero || !start.TryToInt64(out var position)) return call.NoResult("the start position is 0");
        var first = position > 0 ? position - 1 : runes.Length + position;
        if (first < 0) return call.NoResult("the start position lies before the text");
        var last = (long)runes.Length;
        if (call.Has(2))
        {
            if (call.Number(2).Round(0, RoundingRule.Down) is not { } size || size < 1) return call.NoResult("the length is less than 1");
            if (size.TryToInt64(out var length) && length < runes.Length) last = Math.Min(last, first + length);
        }
        var text = new StringBuilder();
        for (var i = first; i < last; i++) text.Append(runes[(int)i].ToString());
        return new FeelString(text.ToString());
    }

    private static FeelString Before(Invocation call)
    {
        var found = call.Text(0).IndexOf(call.Text(1), StringComparison.Ordinal);
        return found < 0 ? FeelString.Empty : new FeelString(call.Text(0)[..found]);
    }

    private static FeelString After(Invocation call)
    {
        var found = call.Text(0).IndexOf(call.Text(1), StringComparison.Ordinal);
        return found < 0 ? FeelString.Empty : new FeelString(call.Text(0)[(found + call.Text(1).Length)..]);
    }

    private static FeelValue Join(Invocation call, string prefix, string suffix)
    {
        var delimiter = call.Has(1) ? call.Text(1) : "";
        var text = new StringBuilder(prefix);
        var first = true;
        foreach (var item in call.List(0))
        {
            if (item.IsNull) continue;
            if (item is not FeelString part) return call.Warn(FeelDescriptors.WrongArgument, "string join", "a list of strings", "list", $"a list with a {item.TypeName}");
            if (!first) text.Append(delimiter);
            first = false;
            text.Append(part.Value);
            call.CheckLength(text.Length);
        }
        return call.OfText(text.Append(suffix).ToString());
    }
}
