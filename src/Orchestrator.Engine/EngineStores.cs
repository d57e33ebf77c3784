using Orchestrator.Engine.Ports;

namespace Orchestrator.Engine;

/// <summary>The ports of one database. A store usually implements all of them.</summary>
public sealed record EngineStores(IStore Store, IWorkQueue Queue, IMessageStore Messages, IDeploymentStore Deployments, IHistoryStore History, IQueries Queries, IBatchStore Batches, IStandings Standings);
