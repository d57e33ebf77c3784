using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Server;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>One running server with the repository's own definitions and demo accounts, on a free port, with a database of its own.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    /// <summary>The setting by which a house has a clock of its own.</summary>
    public const string OwnClock = "--Clock:Virtual=true";

    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Timer? _ticker;
    private TimeSpan _ahead;

    private House(WebApplication app, DirectoryInfo folder)
    {
        _app = app;
        _folder = folder;
        // The server's virtual clock stands; here it is moved on as real time passes, so that what waits a moment comes.
        if (Clock is not null) _ticker = new(_ => { lock (_gate) Tick(); }, null, s_tick, s_tick);
    }

    public bool HasOwnClock => Clock is not null;

    public IServiceProvider Services => _app.Services;

    private VirtualTime? Clock => _app.Services.GetRequiredService<TimeProvider>() as VirtualTime;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What the server takes for now.</summary>
    public DateTimeOffset Now => _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <param name="settings">Further settings as <c>--Name=value</c>.</param>
    public static async Task<House> OpenAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-browser-");
        var app = ServerApp.Build(
        [
            "--applicationName=Orchestrator.Server", "--environment=Development", "--Urls=http://127.0.0.1:0", $"--contentRoot={folder.FullName}",
            $"--DataFolder={Path.Combine(folder.FullName, "data")}", $"--WorkflowsFolder={Path.Combine(Repository.Root, "workflows")}",
            $"--Demo:Password={Stage.Password}", "--Demo:Sample=false", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft=Error", .. settings,
        ]);
        await app.StartAsync();
        return new(app, folder);
    }

    /// <summary>Does something with what the pages themselves ask, to prepare a journey.</summary>
    public async Task<T> PrepareAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<IOrchestratorClient>());
        Assert.That(outcome.Refusal, Is.Null, $"{outcome.Refusal?.Message} {string.Join("; ", outcome.Refusal?.Fields.Select(field => $"{field.Path} {field.Message}") ?? [])}");
        return outcome.Value!;
    }

    /// <summary>A further account, with the password of all.</summary>
    public async Task AddAccountAsync(NewAccount account)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var reasons = await scope.ServiceProvider.GetRequiredService<AccountBook>().CreateAsync(account, Stage.Password, CancellationToken.None);
        Assert.That(reasons, Is.Null, string.Join(' ', reasons ?? []));
    }

    /// <summary>All cases of an agreement's crisis ask for a session of a kind, as their processes do.</summary>
    public async Task WantSessionAsync(string agreement, string kind)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<ICaseRegistry>();
        var page = await registry.ReadCasesAsync(agreement, null, CaseLimits.PageRowsMax, CancellationToken.None);
        foreach (var one in page.Cases) await registry.RecordWishAsync(new($"wish-{one.CaseId}", one.CaseId, one.Centre, kind, Now), CancellationToken.None);
    }

    /// <summary>From now on it is this instant in a house that was opened with <see cref="OwnClock"/>; its clock goes on from there.</summary>
    public void SetClock(DateTimeOffset instant)
    {
        lock (_gate)
        {
            _ahead = instant - DateTimeOffset.UtcNow;
            Tick();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ticker is not null) await _ticker.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private void Tick() => Clock!.Set(DateTimeOffset.UtcNow + _ahead);
}
