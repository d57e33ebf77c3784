namespace Orchestrator.Server.Client.Notices;

/// <summary>At start and every few seconds: tells the processes what a crash between registry and engine has left untold. In ordinary times it finds nothing.</summary>
internal sealed class NoticePump(IServiceProvider services, TimeProvider time, ILogger<NoticePump> log) : BackgroundService
{
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<NoticeTeller>().TellAllAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away for a while: it is tried again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.NoticesFailed(failure);
            }
            await Task.Delay(s_rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
