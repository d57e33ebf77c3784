using Microsoft.Extensions.Logging;
using Orchestrator.Engine.AdHoc;
using Orchestrator.Engine.Batches;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.History;
using Orchestrator.Engine.HumanTasks;
using Orchestrator.Engine.Incidents;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Jobs;
using Orchestrator.Engine.Messages;
using Orchestrator.Engine.Migrating;
using Orchestrator.Engine.Outbox;
using Orchestrator.Engine.Ports;
using Orchestrator.Engine.Runtime;
using Orchestrator.Engine.Timers;
using Orchestrator.Feel;

namespace Orchestrator.Engine;

/// <summary>
/// One node of the engine over one database: any number of nodes may share it. Nothing runs by itself: <see cref="EngineHost"/> runs the pumps in production,
/// <see cref="EngineDriver"/> under a virtual clock. Commands are decided and committed in either case.
/// </summary>
public sealed class EngineNode : IAsyncDisposable
{
    private readonly KeyAllocator _instances;

    public EngineNode(EngineStores stores, EngineOptions options, FeelCalendars calendars, TimeProvider time, IOutboxSender sender, ILoggerFactory logs)
    {
        Options = options;
        Stores = stores;
        Time = time;
        Log = logs.CreateLogger("Orchestrator.Engine");
        Metrics = new EngineMetrics();
        Definitions = new DefinitionCatalog(stores.Deployments, calendars, TimeZoneInfo.FindSystemTimeZoneById(options.Zone));
        _instances = new KeyAllocator(stores.Store, BlockKind.Instance, EngineLimits.AllocationBlock);

        var signals = new WorkSignals();
        var cache = new InstanceCache(Math.Max(1, options.CachedInstances));
        var loader = new InstanceLoader(stores.Store, Definitions);
        var thrown = new ThrownMessages();
        var parts = new LaneParts(stores.Store, loader, cache, thrown, new Committer(stores.Store), Definitions, options, signals, Metrics, time, Log);
        Commands = new ProcessEngine(parts, _instances);
        States = new StateReader(stores.Store, loader, cache);

        var correlator = new Correlator(Commands, stores.Messages, options, signals, time);
        var outbound = new OutboundMessages(States, thrown, stores.Store, stores.Queue, stores.History, options, time);
        Pumps =
        [
            correlator,
            new ContinuationPump(Commands, stores.Queue, options, signals, time),
            new TimerPump(Commands, stores.Queue, options, signals, Metrics, time, Log),
            new StartTimerPump(Commands, stores.Queue, Definitions, options, signals, Metrics, time, Log),
            new OutboxPump(stores.Queue, sender, outbound, thrown, options, signals, Metrics, time, Log),
            new DeadlinePump(Commands, stores.Queue, options, time, Log),
            new BatchPump(Commands, stores.Batches, States, [new MigrationWork(Definitions), new RetryWork()], options, signals.Batches, time),
        ];
        Housekeeper = new Housekeeper(stores.Queue, Definitions, time);

        Deployments = new DeploymentDesk(stores, Definitions, signals, time, Log);
        Retirements = new RetirementDesk(stores.Deployments, Definitions, signals, time, Log);
        Instances = new InstanceDesk(Commands, Definitions, States, time);
        Tasks = new HumanTaskDesk(Commands, stores.Queries, Definitions, States, time);
        Jobs = new JobDesk(Commands, stores.Queue, States, signals, options, time);
        Messages = new MessageDesk(Commands, stores.Messages, correlator, signals, time);
        AdHoc = new AdHocDesk(Commands, Definitions, States);
        Migrations = new MigrationDesk(Commands, Definitions, States, stores, time);
        Batches = new BatchDesk(stores.Batches, signals.Batches, time);
        Incidents = new IncidentDesk(Commands, stores.Queries);
        Retries = new RetryDesk(stores.Standings, stores.Batches, time);
        History = new HistoryService(stores.History);
        Forecast = new TimerForecast(States, Definitions, time);
        Verification = new VerificationService(stores.History, Definitions, options);
    }

    public EngineOptions Options { get; }

    public EngineStores Stores { get; }

    public TimeProvider Time { get; }

    public EngineMetrics Metrics { get; }

    /// <summary>The door for commands; the desks below know what each needs.</summary>
    public ProcessEngine Commands { get; }

    public DefinitionCatalog Definitions { get; }

    public StateReader States { get; }

    public DeploymentDesk Deployments { get; }

    /// <summary>Versions that start nothing new.</summary>
    public RetirementDesk Retirements { get; }

    public InstanceDesk Instances { get; }

    public HumanTaskDesk Tasks { get; }

    public JobDesk Jobs { get; }

    public MessageDesk Messages { get; }

    public AdHocDesk AdHoc { get; }

    public MigrationDesk Migrations { get; }

    /// <summary>Frozen lists of operations on many instances.</summary>
    public BatchDesk Batches { get; }

    public IncidentDesk Incidents { get; }

    public RetryDesk Retries { get; }

    public HistoryService History { get; }

    public TimerForecast Forecast { get; }

    public VerificationService Verification { get; }

    public IQueries Queries => Stores.Queries;

    internal ILogger Log { get; }

    internal IReadOnlyList<IPump> Pumps { get; }

    internal Housekeeper Housekeeper { get; }

    /// <summary>Reads what is deployed. To be called once before the first command.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await Definitions.RefreshAsync(cancellation).ConfigureAwait(false);
        Log.EngineStarted(Definitions.View.Count, Options.Lanes);
    }

    /// <summary>
    /// Works on lists that are carried out until this one is done or stopped, for a program without an <see cref="EngineHost"/>. Other nodes may work on it too; what they have claimed is waited for.
    /// </summary>
    public async Task CarryOutAsync(Guid list, CancellationToken cancellation)
    {
        var pump = Pumps.OfType<BatchPump>().Single();
        while (await Stores.Batches.FindAsync(list, cancellation).ConfigureAwait(false) is { State: BatchState.Running })
            if (!await pump.TickAsync(cancellation).ConfigureAwait(false)) await Task.Delay(pump.Rest, Time, cancellation).ConfigureAwait(false);
    }

    /// <summary>Refuses commands from now on and waits for those that were taken.</summary>
    public async ValueTask DisposeAsync()
    {
        await Commands.CloseAsync().ConfigureAwait(false);
        Definitions.Dispose();
        _instances.Dispose();
        Metrics.Dispose();
        Log.EngineStopped();
    }
}
