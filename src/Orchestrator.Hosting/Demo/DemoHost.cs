using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestrator.Cases;
using Orchestrator.Cases.Reference;
using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Hosting.Composition;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Messaging;
using Orchestrator.Worker;
using Orchestrator.Worker.Events;

namespace Orchestrator.Hosting.Demo;

/// <summary>
/// The whole of Orchestrator in one process under a manual clock: engine on a SQLite file, in-memory bus, all agencies, registry. The same composition as the server's,
/// but nothing runs by itself: <see cref="SettleAsync"/> does what is due now.
/// </summary>
internal sealed class DemoHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly BusActivity _activity;
    private readonly RegistryTeller _teller;
    private readonly DemoOptions _options;
    private readonly RunFile _file;
    private IBusControl? _bus;

    private DemoHost(ServiceProvider services, ManualClock clock, DemoOptions options, RunFile file)
    {
        _services = services;
        _options = options;
        _file = file;
        Clock = clock;
        _activity = services.GetRequiredService<BusActivity>();
        _teller = new(Cases, () => Node.Messages);
    }

    public ManualClock Clock { get; }

    public EngineNode Node => _services.GetRequiredService<EngineRuntime>().Node;

    public CaseDesk Cases => _services.GetRequiredService<CaseDesk>();

    public IServiceProvider Services => _services;

    /// <summary>Opens the database where the run stands, deploys the definitions unless they are there, and starts the bus.</summary>
    public static async Task<DemoHost> OpenAsync(DemoOptions options, string contentRoot, DateTimeOffset start, CancellationToken cancellation)
    {
        var file = new RunFile(options.Folder);
        file.Open(options);
        var clock = new ManualClock(file.At ?? start);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(SettingsOf(options)).Build();
        var services = new ServiceCollection();
        services.AddLogging(logs => logs.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(clock);
        var settings = services.AddFoundation(configuration, contentRoot);
        services.AddBus(configuration, settings);
        services.AddSingleton(all => new BusActivity(all.GetServices<EventSubscription>().GroupBy(one => one.Message).ToDictionary(group => group.Key, group => group.Count())));
        services.AddSingleton<BusSender>();
        services.AddSingleton<IOutboxSender, HandledSender>();
        var host = new DemoHost(services.BuildServiceProvider(), clock, options, file);
        await host.StartAsync(cancellation);
        host.MoveTo(clock.GetUtcNow());
        return host;
    }

    /// <summary>Does everything that can be done at this instant: engine, bus, agencies, and what the registry has to tell the processes.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        var driver = new EngineDriver(Node);
        bool worked;
        do
        {
            worked = await driver.QuiesceAsync(cancellation);
            worked |= !_activity.IsIdle;
            await _activity.IdleAsync().WaitAsync(cancellation);
            worked |= await _teller.TellAsync(cancellation) > 0;
        }
        while (worked);
    }

    /// <summary>Moves the clock and keeps on disk where it stands, for a run that goes on after a cut.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        _file.Write(_options, instant, Traffic());
        Clock.MoveTo(instant);
    }

    /// <summary>What the agencies sent and worked off in the whole run; what was under way at a cut counts twice or not at all.</summary>
    public SortedDictionary<string, DemoMessages> Traffic()
    {
        var all = new SortedDictionary<string, DemoMessages>(StringComparer.Ordinal);
        foreach (var (agency, before) in _file.Messages) all[agency] = before;
        foreach (var (agency, now) in _services.GetRequiredService<AgencyTraffic>().Snapshot())
        {
            var before = all.GetValueOrDefault(agency) ?? new(0, 0);
            all[agency] = new(before.Published + now.Published, before.Consumed + now.Consumed);
        }
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        if (_bus is not null) await _bus.StopAsync();
        await _services.DisposeAsync();
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        await _services.GetRequiredService<EngineRuntime>().OpenAsync(cancellation);
        await using (await _services.GetRequiredService<ICasesWriteGate>().EnterAsync(cancellation))
        await using (var context = await _services.GetRequiredService<IDbContextFactory<CasesContext>>().CreateDbContextAsync(cancellation))
            await ReferenceLoader.LoadAsync(context, cancellation);
        await _services.GetRequiredService<WorkflowFolder>().DeployAsync(cancellation);
        await Node.OpenAsync(cancellation);
        // What a killed run had claimed is free again: this process is the only one on its file.
        await new EngineDriver(Node).ReleaseClaimsAsync(cancellation);
        _bus = _services.GetRequiredService<IBusControl>();
        _bus.ConnectSendObserver(_activity);
        _bus.ConnectPublishObserver(_activity);
        _bus.ConnectReceiveObserver(_activity);
        await _bus.StartAsync(cancellation);
    }

    private static Dictionary<string, string?> SettingsOf(DemoOptions options) => new()
    {
        ["DataFolder"] = options.Folder,
        ["Database:File"] = options.Database,
        // A demonstration goes on after a kill; after a loss of power it may be played again.
        ["Database:Synchronous"] = "normal",
        ["Seals:Enabled"] = "false",
        ["Mail:SpoolFolder"] = Path.Combine(options.Folder, "spool"),
        ["AnpalServizi:ReportFolder"] = Path.Combine(options.Folder, "relazioni"),
        ["Regione:PublishFolder"] = Path.Combine(options.Folder, "pubblicazioni"),
    };
}
