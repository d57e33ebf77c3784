using Orchestrator.Contracts.Client;
using Orchestrator.Dmn;
using Orchestrator.Feel;

namespace Orchestrator.Server.Client;

/// <summary>Makes of a decision's result what a page shows: texts, as many as somebody still reads.</summary>
internal sealed class DecisionStories
{
    private const int ValueCharsMax = 2_000;

    private int _rules = DecisionAnswer.RulesMax;

    public static DecisionAnswer Of(DmnResult result, DmnPlaces places)
    {
        var stories = new DecisionStories();
        return new(
            result.Value.ToString(), result.Value.TypeName, [.. result.Warnings.Select(warning => places.Remark(warning.ToDiagnostic()))],
            [.. result.Decisions.TakeLast(DecisionAnswer.StepsMax).Select(stories.StepOf)], Math.Max(0, result.Decisions.Length - DecisionAnswer.StepsMax));
    }

    private DecisionStep StepOf(DecisionExplanation decision)
    {
        var looks = new List<TableLook>();
        foreach (var look in decision.Tables)
            if (looks.Count < DecisionAnswer.LooksMax && _rules > 0) looks.Add(LookOf(look));
        return new(decision.Name, Text(decision.Value), [.. decision.Inputs.Select(input => new DecisionInput(input.Name, Text(input.Value)))], looks, decision.Tables.Length - looks.Count);
    }

    private TableLook LookOf(TableExplanation look)
    {
        var head = look.Table;
        var matched = look.Matched.ToDictionary(rule => rule.Rule);
        var failed = look.Unmatched.ToDictionary(rule => rule.Rule, rule => rule.Column);
        // What matched is told in any case.
        var told = Enumerable.Range(1, head.Rules.Length).Where(number => number <= _rules || matched.ContainsKey(number)).Take(DecisionAnswer.RulesMax).ToList();
        _rules -= told.Count;
        var rules = told.ConvertAll(RuleOf);
        return new(
            head.Name, head.HitPolicy.ToString(), Text(look.Value), [.. head.Inputs.Zip(look.Inputs, (label, value) => new DecisionInput(label, Text(value)))],
            head.Outputs, rules, rules.Exists(rule => rule.Annotations.Count > 0), head.Rules.Length - told.Count)
        {
            Refused = [.. look.Refused.Select(input => new DecisionInput(head.Inputs[input.Column - 1], input.Allowed))],
        };

        RuleLook RuleOf(int number)
        {
            var text = head.Rules[number - 1];
            var hit = matched.GetValueOrDefault(number);
            var column = failed.TryGetValue(number, out var cell) ? cell : (int?)null;
            var fate = hit is not null ? RuleFate.Matched : column is not null ? RuleFate.Failed : RuleFate.NotLookedAt;
            return new(number, fate, text.Inputs, text.Outputs, hit is null ? [] : [.. hit.Outputs.Select(Text)], [.. text.Annotations.Where(note => note.Length > 0)], column);
        }
    }

    private static string Text(FeelValue value) => value.ToString() is { Length: > ValueCharsMax } text ? $"{text[..ValueCharsMax]}…" : value.ToString();
}
