using System.Collections.Immutable;
using Orchestrator.Dmn.Evaluation;
using Orchestrator.Feel;
using Orchestrator.Feel.Builtins;
using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Dmn.Tables;

/// <summary>From the rules that matched to the value of the table, by hit policy (DMN 1.5, 8.2.8).</summary>
internal static class Hits
{
    public static FeelValue Value(Run run, DecisionTable table, ImmutableArray<MatchedRule> hits) => table.HitPolicy switch
    {
        HitPolicy.Unique => hits.Length == 1 ? table.ValueOf(hits[0].Outputs) : run.Warn(table.Place, DmnDescriptors.SeveralHits, Numbers(hits)),
        HitPolicy.Any => Any(run, table, hits),
        HitPolicy.First => table.ValueOf(hits[0].Outputs),
        HitPolicy.Priority => table.ValueOf(ByPriority(run, table, hits)[0].Outputs),
        HitPolicy.OutputOrder => ListOf(table, ByPriority(run, table, hits)),
        HitPolicy.RuleOrder or HitPolicy.Collect => ListOf(table, hits),
        HitPolicy.CollectCount => FeelValue.Of(hits.Length),
        HitPolicy.CollectSum => Aggregate(run, table, hits, "sum"),
        HitPolicy.CollectMin => Aggregate(run, table, hits, "min"),
        HitPolicy.CollectMax => Aggregate(run, table, hits, "max"),
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {table.HitPolicy}."),
    };

    private static FeelValue Any(Run run, DecisionTable table, ImmutableArray<MatchedRule> hits)
    {
        var first = table.ValueOf(hits[0].Outputs);
        foreach (var hit in hits.AsSpan(1..))
            if (Comparing.AreEqual(first, table.ValueOf(hit.Outputs)) != true) return run.Warn(table.Place, DmnDescriptors.DifferentHits, Numbers(hits));
        return first;
    }

    // The outputs of the first column decide, then those of the next; rules of the same priority keep their order.
    private static ImmutableArray<MatchedRule> ByPriority(Run run, DecisionTable table, ImmutableArray<MatchedRule> hits)
    {
        if (hits.Length == 1) return hits;
        var ranked = hits.Select(hit => (hit, Ranks: table.Outputs.Select((column, i) => column.PriorityOf(run, hit.Outputs[i])).ToArray()));
        return [.. ranked.OrderBy(one => one.Ranks, RankOrder).Select(one => one.hit)];
    }

    private static readonly Comparer<int[]> RankOrder = Comparer<int[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    private static FeelList ListOf(DecisionTable table, ImmutableArray<MatchedRule> hits) =>
        Frame.NewList(Run.Whole(table.Place), [.. hits.Select(hit => table.ValueOf(hit.Outputs))]);

    private static FeelValue Aggregate(Run run, DecisionTable table, ImmutableArray<MatchedRule> hits, string function)
    {
        var caller = run.Frame.Enter(table.Place, run.Frame.Variables, run.Frame.Locals);
        var value = BuiltinTable.Find(function)!.Callable.Call(run.Frame, Run.Whole(table.Place), [ListOf(table, hits)], null);
        run.Frame.Return(caller);
        return value;
    }

    private static string Numbers(ImmutableArray<MatchedRule> hits) => string.Join(", ", hits.Select(hit => hit.Rule));
}
