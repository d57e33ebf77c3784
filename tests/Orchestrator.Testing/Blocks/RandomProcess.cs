using Orchestrator.Bpmn.Model;
using Orchestrator.Testing.Building;
using Orchestrator.Testing.Choices;

namespace Orchestrator.Testing.Blocks;

/// <summary>Random processes that come to an end whichever way they go.</summary>
public static class RandomProcess
{
    /// <summary>The process to start, then those it calls. They read the variables <c>n</c>, <c>items</c>, <c>key</c>, <c>due</c> and <c>again</c>.</summary>
    public static ProcessGraph[] Of(Choice choice)
    {
        var plan = new Plan(choice, []);
        var builder = new ProcessBuilder("random");
        plan.Inside(builder);
        if (choice.OneIn(4)) plan.EventSubProcess(builder);
        return [builder.Build(), .. plan.Called];
    }
}
