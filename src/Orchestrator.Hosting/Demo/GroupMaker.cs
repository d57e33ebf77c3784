using System.Globalization;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Hosting.Demo;

/// <summary>The operator who looks at the list «in attesa di sessione» and makes groups of it: enough people, or somebody who has waited long enough.</summary>
internal sealed class GroupMaker(DemoHost host, DemoWorld world)
{
    private const int GroupMin = 5;
    private const int GroupMax = 15;
    private const int DaysMax = 7;

    // Plenaries have their own planning; who misses it waits for a group like everybody.
    private const int PlenaryDaysMax = 60;

    public async Task MakeAsync(CancellationToken cancellation)
    {
        if (world.Crisis.Length == 0) return;
        var now = host.Clock.GetUtcNow();
        foreach (var waiting in await host.Cases.WaitingForSessionAsync(world.Crisis, cancellation))
        {
            var days = (now - waiting.Since).TotalDays;
            var patience = waiting.Kind.StartsWith("modulo", StringComparison.Ordinal) ? PlenaryDaysMax : DaysMax;
            if (days < patience && (waiting.Cases < GroupMin || patience == PlenaryDaysMax)) continue;
            for (var group = 0; group * GroupMax < waiting.Cases; group++) await StartAsync(waiting.Kind.Replace('-', ' '), waiting.Centre, group, now, cancellation);
        }
    }

    private async Task StartAsync(string kind, string centre, int group, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{world.Crisis}-{kind.Replace(' ', '-')}-{centre}-{DemoCalendar.Day(now):yyyyMMdd}-{group + 1}");
        var variables = FeelContext.Of(
            ("crisis", new FeelString(world.Crisis)), ("centre", new FeelString(centre)), ("kind", new FeelString(kind)), ("sessionKey", new FeelString(key)),
            ("agreement", world.Sample.Crisis.Agreement is null ? FeelNull.Instance : new FeelString($"AG-{world.Crisis}-1")));
        var actor = new Actor("demo.cpi-" + centre, ["cpi:" + centre]);
        var started = await host.Node.Instances.StartAsync(world.Request(key), actor, "sub-session", key, variables, cancellation);
        if (started.Rejection is { } refused) throw new DemoFailedException($"Expected the session {key} to be opened, but it was refused: {refused.Message}");
    }
}
