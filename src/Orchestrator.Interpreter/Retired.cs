namespace Orchestrator.Interpreter;

/// <summary>
/// What a retired version refuses. A call bound to the deployment is not asked: what it reaches was deployed together with its caller and belongs to it, so a case under way never loses the process it calls.
/// </summary>
internal static class Retired
{
    public static Rejection? WhyNotStart(World world, DeployedProcess process) => !world.Definitions.IsRetired(process.Key)
        ? null
        : new(RejectionReason.WrongState,
            $"Expected a version of '{process.Graph.ProcessId}' that may be started, but version {process.Version} (definition {process.Key}) is retired: take its retirement back, publish a new version, or start another one by its key.");

    public static Rejection? WhyNotEnter(World world, DeployedProcess process) => !world.Definitions.IsRetired(process.Key)
        ? null
        : new(RejectionReason.WrongState,
            $"Expected a version of '{process.Graph.ProcessId}' that processes may go on under, but version {process.Version} (definition {process.Key}) is retired: take its retirement back, or migrate to another version.");
}
