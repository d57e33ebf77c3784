using Orchestrator.Testing.Building;

namespace Orchestrator.Testing.Blocks;

internal sealed class ExclusiveBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var (gate, merge, withDefault) = (plan.Name("gate"), plan.Name("merge"), plan.Choice.OneIn(2));
        var (low, high) = (plan.Sequence(into), plan.Sequence(into));
        into.Exclusive(gate, withDefault ? $"{gate}-{high.First}" : null)
            .To(low.First, when: "n < 5")
            .To(high.First, when: withDefault ? null : "n >= 5")
            .Flow(low.Last, merge).Flow(high.Last, merge)
            .Exclusive(merge);
        return (gate, merge);
    }
}

internal sealed class ParallelBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var (fork, join) = (plan.Name("fork"), plan.Name("join"));
        into.Parallel(join);
        for (var branches = 2 + plan.Choice.Next(2); branches > 0; branches--)
        {
            var (first, last) = plan.Sequence(into);
            into.Flow(fork, first).Flow(last, join);
        }
        into.Parallel(fork);
        return (fork, join);
    }
}

/// <summary>Goes round until somebody says that it is enough; there is always a wait in it.</summary>
internal sealed class LoopBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var (merge, ask, gate) = (plan.Name("merge"), plan.Name("user"), plan.Name("gate"));
        var (first, last) = plan.Sequence(into);
        into.Exclusive(merge).To(first)
            .Flow(last, ask)
            .UserTask(ask).To(gate)
            .Exclusive(gate, defaultFlow: $"{gate}-out").To(merge, when: "again = true").To($"{gate}-after", id: $"{gate}-out")
            .Throw($"{gate}-after");
        return (merge, $"{gate}-after");
    }
}
