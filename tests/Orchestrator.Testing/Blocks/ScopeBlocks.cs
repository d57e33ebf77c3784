using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Testing.Blocks;

internal sealed class SubProcessBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("sub");
        into.SubProcess(id, plan.Inside);
        return (id, id);
    }
}

/// <summary>A sub-process with event sub-processes of its own: timer or message, interrupting or not.</summary>
internal sealed class EventSubProcessBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("sub");
        into.SubProcess(id, sub =>
        {
            plan.Inside(sub);
            for (var count = 1 + plan.Choice.Next(2); count > 0; count--) plan.EventSubProcess(sub);
        });
        return (id, id);
    }
}

/// <summary>An error thrown at an end event or by a worker, caught outside.</summary>
internal sealed class ErrorBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var (sub, caught, merge) = (plan.Name("sub"), plan.Name("caught"), plan.Name("merge"));
        into.SubProcess(sub, inner =>
        {
            var (start, gate, good, bad) = (plan.Name("start"), plan.Name("gate"), plan.Name("end"), plan.Name("error"));
            var (first, last) = plan.Sequence(inner);
            inner.Start(start).To(first)
                .Flow(last, gate).Exclusive(gate, defaultFlow: $"{gate}-{bad}").To(good, when: "n < 3").To(bad)
                .End(good).End(bad, Error("E"));
        }).To(merge)
            .Boundary(caught, sub, Error(plan.Choice.OneIn(2) ? "E" : null)).To(merge)
            .Exclusive(merge);
        return (sub, merge);
    }
}

internal sealed class TerminateBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("sub");
        into.SubProcess(id, sub =>
        {
            var (start, fork, end, kill) = (plan.Name("start"), plan.Name("fork"), plan.Name("end"), plan.Name("kill"));
            var (left, right) = (plan.Sequence(sub), plan.Sequence(sub));
            sub.Start(start).To(fork)
                .Parallel(fork).To(left.First).To(right.First)
                .Flow(left.Last, end).Flow(right.Last, kill)
                .End(end).End(kill, new EventDefinition.Terminate());
        });
        return (id, id);
    }
}

internal sealed class CallBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var (id, process) = (plan.Name("call"), plan.Call());
        var mapped = plan.Choice.OneIn(2);
        into.Call(id, process, call => mapped ? call with { PropagateAllChild = false, Outputs = Map("n := n") } : call);
        return (id, id);
    }
}

internal sealed class MultiInstanceSubProcessBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("each");
        var each = Each(plan.Choice.Pick(["[1, 2]", "items"]), sequential: plan.Choice.OneIn(2), output: "item", into: "results");
        into.SubProcess(id, plan.Inside, sub => sub with { MultiInstance = each });
        return (id, id);
    }
}
