using Orchestrator.Engine.Runtime;

namespace Orchestrator.Engine;

/// <summary>Runs the pumps of a node in loops, each woken by what this node commits and looking now and then for what others did.</summary>
public sealed class EngineHost(EngineNode node) : IAsyncDisposable
{
    // After a failure (a locked database, a lost connection) a pump waits before it tries again.
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _loops = [];

    /// <summary>Reads what is deployed and starts the loops.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await node.OpenAsync(cancellation).ConfigureAwait(false);
        foreach (var pump in node.Pumps) _loops.Add(Task.Run(() => PumpAsync(pump), CancellationToken.None));
        _loops.Add(Task.Run(SweepAsync, CancellationToken.None));
    }

    /// <summary>Stops the loops, waits for what is under way, and closes the node for commands.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (var pump in node.Pumps) pump.Signal.Set();
        await Task.WhenAll(_loops).ConfigureAwait(false);
        _loops.Clear();
        await node.Commands.CloseAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task PumpAsync(IPump pump)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (!await pump.TickAsync(_stop.Token).ConfigureAwait(false))
                    await pump.Signal.WaitAsync(pump.Rest, node.Time, _stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A pump outlives whatever the database or the transport throws: it is logged and tried again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                node.Log.PumpFailed(failure, pump.Name);
                await RestAsync(RestAfterFailure).ConfigureAwait(false);
            }
        }
    }

    private async Task SweepAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await node.Housekeeper.SweepAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // As above.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                node.Log.PumpFailed(failure, "housekeeping");
            }
            await RestAsync(node.Options.SweepInterval).ConfigureAwait(false);
        }
    }

    private Task RestAsync(TimeSpan rest) =>
        Task.Delay(rest, node.Time, _stop.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
