using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orchestrator.Cases;
using Orchestrator.Cases.Reference;
using Orchestrator.Engine;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Hosting.Maintenance;
using Orchestrator.Storage;

namespace Orchestrator.Hosting.Composition;

/// <summary>Starts and stops everything, in the order in which each needs the others.</summary>
internal sealed class OrchestratorService(
    EngineRuntime runtime, IDatabase database, IDbContextFactory<CasesContext> cases, ICasesWriteGate gate, WorkflowFolder workflows,
    MaintenanceSchedule maintenance, SealDesk seals, OrchestratorOptions options, Places places, ILogger<OrchestratorService> log) : IHostedService, IAsyncDisposable
{
    private EngineHost? _host;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        CreateDataFolder();
        await OpenAsync(cancellationToken);
        await LoadReferenceAsync(cancellationToken);
        await workflows.DeployAsync(cancellationToken);
        _host = new EngineHost(runtime.Node);
        await _host.StartAsync(cancellationToken);
        await maintenance.StartAsync(cancellationToken);
        log.Started(database.Description);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_host is null) return;
        await maintenance.StopAsync(cancellationToken);
        await _host.StopAsync();
        // After the last commit of this node: nothing that it did is left unsealed.
        if (options.Seals.Enabled) await seals.TrySealAsync("at the next start", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        try
        {
            await runtime.OpenAsync(cancellation);
        }
        catch (StorageStartException refused)
        {
            throw new StartRefusedException(refused.Message, refused);
        }
    }

    private async Task LoadReferenceAsync(CancellationToken cancellation)
    {
        await using var turn = await gate.EnterAsync(cancellation);
        await using var context = await cases.CreateDbContextAsync(cancellation);
        await ReferenceLoader.LoadAsync(context, cancellation);
    }

    private void CreateDataFolder()
    {
        try
        {
            Directory.CreateDirectory(places.Data);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Expected to write into the folder {places.Data}, but it is not possible ({refused.Message}): make it writable or set DataFolder to another one.", refused);
        }
    }
}
