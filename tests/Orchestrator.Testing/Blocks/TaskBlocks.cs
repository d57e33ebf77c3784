using Orchestrator.Testing.Building;
using static Orchestrator.Testing.Building.ProcessBuilder;

namespace Orchestrator.Testing.Blocks;

internal sealed class UserTaskBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("user");
        var mapped = plan.Choice.OneIn(3);
        into.UserTask(id, task => mapped ? task with { Inputs = Map("x := n", "deep.x := n"), Outputs = Map("n := x", "seen.last := deep.x") } : task);
        return (id, id);
    }
}

internal sealed class ServiceTaskBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("service");
        into.ServiceTask(id);
        return (id, id);
    }
}

internal sealed class SendTaskBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("send");
        into.SendTask(id, plan.Choice.OneIn(2) ? Publish("sent", "=key", "PT1H", "n := n") : null);
        return (id, id);
    }
}

internal sealed class ReceiveTaskBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("receive");
        into.ReceiveTask(id, Message("m"));
        return (id, id);
    }
}

internal sealed class ScriptTaskBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("script");
        into.ScriptTask(id, plan.Choice.OneIn(2) ? "if n = null then 0 else n + 1" : "{date: @\"2026-03-02\", n: n}", plan.Choice.OneIn(2) ? "n2" : "made");
        return (id, id);
    }
}

internal sealed class BusinessRuleTaskBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("rule");
        var mapped = plan.Choice.OneIn(3);
        into.BusinessRuleTask(id, plan.Choice.Pick(["next", "=\"size\""]), "decided", task => mapped ? task with { Inputs = Map("workers := n"), Outputs = Map("last := decided") } : task);
        return (id, id);
    }
}

internal sealed class MultiInstanceTaskBlock : Block
{
    public override (string First, string Last) Build(ProcessBuilder into, Plan plan)
    {
        var id = plan.Name("each");
        var until = plan.Choice.OneIn(4) ? "numberOfCompletedInstances >= 2" : null;
        var each = Each(plan.Choice.Pick(["[]", "[1]", "[1, 2, 3]", "items"]), sequential: plan.Choice.OneIn(2), output: plan.Choice.OneIn(2) ? "item" : null, into: "results", until: until);
        switch (plan.Choice.Next(3))
        {
            case 0: into.UserTask(id, task => task with { MultiInstance = each }); break;
            case 1: into.ServiceTask(id, task => task with { MultiInstance = each }); break;
            default: into.ScriptTask(id, "item", "got", task => task with { MultiInstance = each }); break;
        }
        return (id, id);
    }
}
