using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestrator.Cases;
using Orchestrator.Cases.Reference;
using Orchestrator.Engine;
using Orchestrator.Hosting.Composition;
using Orchestrator.Hosting.Scenarios;

namespace Orchestrator.Hosting.Demo;

/// <summary>
/// The whole of Orchestrator in one process under a manual clock: engine on a SQLite file, in-memory bus, all agencies, registry. The same composition as the server's,
/// but nothing runs by itself: <see cref="SettleAsync"/> does what is due now.
/// </summary>
internal sealed class DemoHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly BusActivity _activity;
    private IBusControl? _bus;

    private DemoHost(ServiceProvider services, ManualClock clock, BusActivity activity)
    {
        _services = services;
        _activity = activity;
        Clock = clock;
    }

    public ManualClock Clock { get; }

    public EngineNode Node => _services.GetRequiredService<EngineRuntime>().Node;

    public CaseDesk Cases => _services.GetRequiredService<CaseDesk>();

    public IServiceProvider Services => _services;

    /// <summary>Opens the database, deploys the definitions unless they are there, and starts the bus.</summary>
    public static async Task<DemoHost> OpenAsync(DemoOptions options, string contentRoot, DateTimeOffset start, CancellationToken cancellation)
    {
        var clock = new ManualClock(start);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(SettingsOf(options)).Build();
        var services = new ServiceCollection();
        services.AddLogging(logs => logs.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(clock);
        var settings = services.AddFoundation(configuration, contentRoot);
        services.AddBus(configuration, settings);
        var activity = new BusActivity(BusSetup.Subscribers);
        services.AddSingleton(activity);
        var host = new DemoHost(services.BuildServiceProvider(), clock, activity);
        await host.StartAsync(cancellation);
        return host;
    }

    /// <summary>Does everything that can be done at this instant: engine, bus, agencies, and what the registry has to tell the processes.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        var driver = new EngineDriver(Node);
        var notices = _services.GetRequiredService<NoticeTeller>();
        bool worked;
        do
        {
            worked = await driver.QuiesceAsync(cancellation);
            worked |= !_activity.IsIdle;
            await _activity.IdleAsync().WaitAsync(cancellation);
            worked |= await notices.TellAllAsync(cancellation) > 0;
        }
        while (worked);
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
        ["Seals:Enabled"] = "false",
        ["Mail:SpoolFolder"] = Path.Combine(options.Folder, "spool"),
    };
}
