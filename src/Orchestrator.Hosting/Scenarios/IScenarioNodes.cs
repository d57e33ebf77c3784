using Orchestrator.Engine;

namespace Orchestrator.Hosting.Scenarios;

/// <summary>Where a scenario's engine comes from: a database that outlives its nodes.</summary>
public interface IScenarioNodes : IAsyncDisposable
{
    /// <summary>Opens a node over the same database, as a process that starts would.</summary>
    Task<EngineNode> OpenAsync(TimeProvider clock);

    /// <summary>Closes a node; one that has crashed is only let go.</summary>
    Task CloseAsync(EngineNode node);

    /// <summary>The process is gone: what was under way is asked again, with the same request, of the next node.</summary>
    bool IsCrash(Exception failure) => false;
}
