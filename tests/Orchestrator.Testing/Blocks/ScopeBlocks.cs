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

/// <summary>An ad-hoc sub-process with paths that begin on entry or when they are chosen, and event sub-processes beside them.</summary>
internal sealed class AdHocBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("adhoc");
        var entries = new List<string>();
        into.AdHoc(id, inner =>
        {
            for (var count = 1 + plan.Choice.Next(2); count > 0; count--) entries.Add(Path(inner, plan));
            if (plan.Choice.OneIn(4)) plan.EventSubProcess(inner);
        });
        var chosen = plan.Choice.Next(4) switch { 0 => entries, 1 => entries[..1], 2 => [], _ => null };
        var until = plan.Choice.Pick([null, "n < 3", "false = again"]);
        var cancel = plan.Choice.OneIn(2);
        var collects = plan.Choice.OneIn(3);
        into.Change<AdHocSubProcessNode>(id, node => node with
        {
            ActiveElements = chosen is null ? null : Expression($"[{string.Join(", ", chosen.Select(name => $"\"{name}\""))}]"),
            CompletionCondition = until is null ? null : Expression(until),
            CancelRemaining = cancel,
            OutputCollection = collects ? "results" : null,
            OutputElement = collects ? Expression("n") : null,
        });
        return (id, id);
    }

    // The element that is chosen has no incoming flow; a loop at the head of the sequence would have one.
    private static string Path(ProcessBuilder inner, Plan plan)
    {
        var (entry, exit) = (plan.Name("chosen"), plan.Name("done"));
        var (first, last) = plan.Sequence(inner);
        if (plan.Choice.OneIn(2)) inner.UserTask(entry).To(first);
        else inner.Throw(entry).To(first);
        inner.Flow(last, exit).ScriptTask(exit, "1", "one");
        return entry;
    }
}
