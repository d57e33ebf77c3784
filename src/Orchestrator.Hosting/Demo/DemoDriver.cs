namespace Orchestrator.Hosting.Demo;

/// <summary>
/// Lets virtual time pass (design §8.5): the clock moves to the next instant at which a timer is due or a scripted person acts, and only when engine, bus, agencies and
/// people have nothing left to do now.
/// </summary>
internal sealed class DemoDriver(DemoHost host, ScriptedOperators operators, Outside outside, DemoProgress progress)
{
    // Far beyond the longest case: a run that comes here does not end.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(366 * 5);

    /// <summary>Plays until every instance has ended and nobody has anything to do.</summary>
    public async Task RunAsync(DateTimeOffset start, CancellationToken cancellation)
    {
        while (true)
        {
            await host.SettleAsync(cancellation);
            await CheckAsync(cancellation);
            if (await outside.ActAsync(cancellation) | await operators.ActAsync(cancellation)) continue;
            if (await NextAsync(cancellation) is not { } next) return;
            if (next - start > s_longest)
                throw new DemoFailedException($"Expected the run to end within five years, but at {DemoCalendar.Text(next)} there is still something to do.");
            host.MoveTo(next);
            progress.MovedTo(next);
        }
    }

    // In a demonstration nobody repairs: an incident is a fault of definition, agency or script, and says which.
    private async Task CheckAsync(CancellationToken cancellation)
    {
        var open = await host.Node.Queries.IncidentsAsync(new() { Open = true, Page = new(0, 1) }, cancellation);
        if (open.Items is [var incident])
            throw new DemoFailedException($"Expected no incident, but at {DemoCalendar.Text(host.Clock.GetUtcNow())} there is one on {incident.Element} of {incident.ProcessId} ({open.Total} in all): {incident.Message}");
    }

    private async Task<DateTimeOffset?> NextAsync(CancellationToken cancellation)
    {
        var now = host.Clock.GetUtcNow();
        var due = await new Engine.EngineDriver(host.Node).NextInstantAsync(cancellation);
        return new[] { due, operators.NextAct, outside.NextAct }.Where(instant => instant > now).Min();
    }
}
