using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Orchestrator.Feel.Builtins;

/// <summary>replace, matches and split: regular expressions of XPath (DMN 1.5, table 72).</summary>
internal static class PatternFunctions
{
    /// <summary>What reading a pattern costs in steps, and what a match that ran into its time limit does: few of them end an evaluation.</summary>
    private const int PatternSteps = 100;
    private const int TimeoutSteps = FeelLimits.StepsMax / 5;

    public static void Register(BuiltinTable.Rows rows)
    {
        rows.Add("matches(input: string, pattern: string, flags?: string|null)", call => Run(call, 1, 2, regex => FeelBoolean.Of(regex.IsMatch(call.Text(0)))));
        rows.Add("replace(input: string, pattern: string, replacement: string, flags?: string|null)", call => Run(call, 1, 3, regex => Replace(call, regex)));
        rows.Add("split(string: string, delimiter: string)", call => Run(call, 1, null, regex => Split(call, regex)));
    }

    private static FeelValue Run(Invocation call, int pattern, int? flags, Func<Regex, FeelValue> use)
    {
        call.Step(PatternSteps);
        var options = flags is { } place && call.Has(place) ? call.Text(place) : "";
        if (XPathPattern.Compile(call.Text(pattern), options, out var problem) is not { } regex)
            return call.Warn(FeelDescriptors.BadPattern, call.Text(pattern), problem);
        try
        {
            return use(regex);
        }
        catch (RegexMatchTimeoutException)
        {
            call.Step(TimeoutSteps);
            return call.Warn(FeelDescriptors.BadPattern, call.Text(pattern), $"it needs more than {FeelLimits.MatchMillisecondsMax} ms");
        }
    }

    private static FeelValue Replace(Invocation call, Regex regex)
    {
        if (XPathPattern.Replacement(call.Text(2), regex) is not { } replacement)
            return call.Warn(FeelDescriptors.BadPattern, call.Text(2), "a '$' needs a digit behind it and a '\\' a '$' or '\\'");
        // XPath's error FORX0003: between which characters would the replacements stand?
        if (regex.IsMatch("")) return call.Warn(FeelDescriptors.BadPattern, call.Text(1), "it matches the empty text");
        var input = call.Text(0);
        var text = new System.Text.StringBuilder();
        var position = 0;
        for (var match = regex.Match(input); match.Success; match = match.NextMatch())
        {
            call.Step(1);
            text.Append(input, position, match.Index - position).Append(match.Result(replacement));
            call.CheckLength(text.Length);
            position = match.Index + match.Length;
        }
        return call.OfText(text.Append(input, position, input.Length - position).ToString());
    }

    private static FeelValue Split(Invocation call, Regex regex)
    {
        var input = call.Text(0);
        var parts = ImmutableArray.CreateBuilder<FeelValue>();
        var position = 0;
        for (var match = regex.Match(input); match.Success; match = match.NextMatch())
        {
            if (match.Length == 0) continue;
            call.Step(1);
            parts.Add(new FeelString(input[position..match.Index]));
            position = match.Index + match.Length;
        }
        parts.Add(new FeelString(input[position..]));
        return call.OfList(parts.ToImmutable());
    }
}
