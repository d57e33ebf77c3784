using System.Globalization;
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
    private readonly string _clockFile;
    private IBusControl? _bus;

    private DemoHost(ServiceProvider services, ManualClock clock, string clockFile)
    {
        _services = services;
        _clockFile = clockFile;
        Clock = clock;
        _activity = new(services.GetServices<EventSubscription>().GroupBy(one => one.Message).ToDictionary(group => group.Key, group => group.Count()));
        _teller = new(Cases, () => Node.Messages);
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
        var host = new DemoHost(services.BuildServiceProvider(), clock, Path.Combine(options.Folder, "clock.txt"));
        await host.StartAsync(cancellation);
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
        File.WriteAllText(_clockFile + ".new", instant.ToString("O", CultureInfo.InvariantCulture));
        File.Move(_clockFile + ".new", _clockFile, overwrite: true);
        Clock.MoveTo(instant);
    }

    /// <summary>Where the clock stood when the run was cut, or null.</summary>
    public DateTimeOffset? LastInstant() => File.Exists(_clockFile) ? DateTimeOffset.Parse(File.ReadAllText(_clockFile), CultureInfo.InvariantCulture) : null;

    /// <summary>What the agencies sent and worked off since the host was opened.</summary>
    public SortedDictionary<string, DemoMessages> Traffic() => new(
        _services.GetRequiredService<AgencyTraffic>().Snapshot().ToDictionary(one => one.Key, one => new DemoMessages(one.Value.Published, one.Value.Consumed)), StringComparer.Ordinal);

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
        ["AnpalServizi:ReportFolder"] = Path.Combine(options.Folder, "relazioni"),
        ["Regione:PublishFolder"] = Path.Combine(options.Folder, "pubblicazioni"),
    };
}
