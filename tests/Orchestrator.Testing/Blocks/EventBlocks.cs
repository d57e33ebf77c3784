using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Testing.Blocks;

internal sealed class TimerCatchBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("timer");
        into.Catch(id, plan.Choice.Next(4) switch
        {
            0 => After("PT2H", plan.Choice.Pick(Policies.All)),
            1 => After("PT0S"),
            2 => At("=due"),
            _ => At("=date(due) + duration(\"P1D\")", plan.Choice.Pick(Policies.All)),
        });
        return (id, id);
    }
}

internal sealed class MessageCatchBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("message");
        var mapped = plan.Choice.OneIn(2);
        into.Catch(id, Message("m"), caught => mapped ? caught with { Outputs = Map("got := n") } : caught);
        return (id, id);
    }
}

internal sealed class PublishThrowBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("throw");
        into.Throw(id, plan.Choice.OneIn(2) ? Publish("thrown", "=key") : null);
        return (id, id);
    }
}

internal sealed class EventGatewayBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var (gate, timer, message, merge) = (plan.Name("wait"), plan.Name("timer"), plan.Name("message"), plan.Name("merge"));
        into.EventGateway(gate).To(timer).To(message)
            .Catch(timer, After("PT3H", plan.Choice.Pick(Policies.All))).To(merge);
        if (plan.Choice.OneIn(2)) into.ReceiveTask(message, Message("m")).To(merge);
        else into.Catch(message, Message("m")).To(merge);
        into.Exclusive(merge);
        return (gate, merge);
    }
}

/// <summary>An activity with boundary events of any kind; every path comes together again, except that of a reminder, which ends by itself.</summary>
internal sealed class BoundaryBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var (host, merge) = (plan.Name("host"), plan.Name("merge"));
        Host(into, plan, host);
        into.Flow(host, merge).Exclusive(merge);
        for (var count = 1 + plan.Choice.Next(3); count > 0; count--)
        {
            var boundary = plan.Name("boundary");
            var definition = plan.Choice.Next(4);
            var interrupting = definition == 3 || plan.Choice.OneIn(2);
            into.Boundary(boundary, host, definition switch
            {
                0 => Message("m"),
                1 => After("PT4H", plan.Choice.Pick(Policies.All)),
                2 => interrupting ? At("=due") : Every("R3/PT5H", plan.Choice.Pick(Policies.All)),
                _ => Error(plan.Choice.Pick(["E", null])),
            }, interrupting);
            if (interrupting)
            {
                into.Flow(boundary, merge);
                continue;
            }
            var (side, end) = (plan.Name("user"), plan.Name("end"));
            into.Flow(boundary, side).UserTask(side).To(end).End(end);
        }
        return (host, merge);
    }

    // Every activity may have boundary events; those of a multi-instance sit on its body.
    private static void Host(ProcessBuilder into, Plan plan, string host)
    {
        var each = plan.Choice.OneIn(3) ? Each(plan.Choice.Pick(["[1, 2]", "items"]), sequential: plan.Choice.OneIn(2), output: "item", into: "results") : null;
        switch (plan.Choice.Next(7))
        {
            case 0: into.UserTask(host, task => task with { MultiInstance = each }); break;
            case 1: into.ServiceTask(host, task => task with { MultiInstance = each }); break;
            case 2: into.ReceiveTask(host, Message("m"), task => task with { MultiInstance = each }); break;
            case 3: into.SendTask(host, plan.Choice.OneIn(2) ? Publish("sent", "=key") : null); break;
            case 4: into.ScriptTask(host, "n", "copied", task => task with { MultiInstance = each }); break;
            case 5: into.Call(host, plan.Call(), call => call with { MultiInstance = each }); break;
            default: into.SubProcess(host, plan.Inside, sub => sub with { MultiInstance = each }); break;
        }
    }
}

/// <summary>A deadline counted from a fact, with a reminder before it and an escalation task after it: what corrections are about.</summary>
internal sealed class DeadlineBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var (host, merge, term, late, remind, look, end) = (plan.Name("host"), plan.Name("merge"), plan.Name("term"), plan.Name("late"), plan.Name("remind"), plan.Name("look"), plan.Name("end"));
        into.SubProcess(host, plan.Inside).To(merge).Exclusive(merge)
            .Boundary(term, host, At("=date(due) + duration(\"P30D\")")).To(late)
            .UserTask(late, task => task with { EscalationOf = new(term) }).To(merge)
            .Boundary(remind, host, At("=date(due) + duration(\"P20D\")"), interrupting: false).To(look)
            .UserTask(look, task => task with { EscalationOf = new(remind) }).To(end)
            .End(end);
        return (host, merge);
    }
}

internal static class Policies
{
    public static IReadOnlyList<Bpmn.Model.CatchUpPolicy> All { get; } = Enum.GetValues<Bpmn.Model.CatchUpPolicy>();
}
