using System.Diagnostics.Metrics;
using Orchestrator.Engine.Runtime;

namespace Orchestrator.Engine.Tests.Timers;

public class LatenessTests
{
    [Test]
    public async Task How_late_a_timer_fired_is_measured()
    {
        await using var office = await Office.OpenAsync();
        var desk = await office.NodeAsync();
        await desk.DeployAsync(Definitions.Timer("timeDuration", "PT1H"));
        await desk.StartAsync("timer");
        var seconds = new List<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == EngineMetrics.MeterName && instrument.Name == "orchestrator.timer.lateness") self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => seconds.Add(value));
        listener.Start();

        office.Time.Advance(TimeSpan.FromMinutes(61));
        await desk.QuiesceAsync();

        Assert.That(seconds, Is.EqualTo(new[] { 60.0 }));
    }
}
