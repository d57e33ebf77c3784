using Orchestrator.Bpmn.Reading;

namespace Orchestrator.Bpmn.Validation;

/// <summary>All rules about the shape of a process, scope by scope.</summary>
internal static class GraphRules
{
    public static void Check(ScopeDraft scope, Report report)
    {
        StartRules.Check(scope, report);
        Reachability.Check(scope, report);
        EndlessLoops.Check(scope, report);
        CatchRules.CheckEventSubProcesses(scope, report);
        foreach (var node in scope.Nodes)
        {
            FlowRules.Check(node, report);
            CatchRules.CheckBoundaries(node, report);
            if (node.Inside is not null) Check(node.Inside, report);
        }
    }
}
