using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Orchestrator.Browser.Tests.Journeys.Measures;

/// <summary>Counts what a person does for an act and how long they wait: clicks, seconds from the first click to the answer on screen, milliseconds of the server for each answer.</summary>
internal sealed class ActMeter : IDisposable
{
    private static readonly string[] s_answers = ["document", "xhr", "fetch"];

    private readonly Desk _desk;
    private readonly Dictionary<string, List<(double Seconds, int Clicks)>> _acts = [];
    private readonly Dictionary<string, List<double>> _answers = [];
    private string _act = "";
    private int _clicks;

    public ActMeter(Desk desk)
    {
        _desk = desk;
        _desk.Page.RequestFinished += Finished;
    }

    public IEnumerable<string> Acts => _acts.Keys;

    /// <summary>Does it once and remembers it under this name.</summary>
    public async Task MeasureAsync(string act, Func<Task> doIt)
    {
        (_act, _clicks) = (act, 0);
        var watch = Stopwatch.StartNew();
        await doIt();
        watch.Stop();
        if (!_acts.TryGetValue(act, out var times)) _acts[act] = times = [];
        times.Add((watch.Elapsed.TotalSeconds, _clicks));
        _act = "";
    }

    public Task ClickAsync(ILocator target)
    {
        _clicks++;
        return target.ClickAsync();
    }

    public int ClicksOf(string act) => _acts[act].Max(one => one.Clicks);

    /// <summary>Milliseconds from the sent request to the first byte, of all answers that the act asked for.</summary>
    public double ServerP95(string act) => Quantile(_answers.GetValueOrDefault(act) ?? [], 0.95);

    /// <summary>The row of an act in the table of <c>docs/performance.md</c>.</summary>
    public string Row(string act) => string.Create(CultureInfo.InvariantCulture,
        $"| {act} | {ClicksOf(act)} | {Quantile([.. _acts[act].Select(one => one.Seconds)], 0.5):0.00} s | {Quantile(_answers.GetValueOrDefault(act) ?? [], 0.5):0} ms | {ServerP95(act):0} ms | {_acts[act].Count} |");

    public void Dispose() => _desk.Page.RequestFinished -= Finished;

    private void Finished(object? sender, IRequest request)
    {
        if (_act.Length == 0 || !s_answers.Contains(request.ResourceType)) return;
        var timing = request.Timing;
        if (timing.ResponseStart < 0 || timing.RequestStart < 0) return;
        if (!_answers.TryGetValue(_act, out var times)) _answers[_act] = times = [];
        times.Add(timing.ResponseStart - timing.RequestStart);
    }

    private static double Quantile(IReadOnlyCollection<double> values, double share) =>
        values.Count == 0 ? 0 : values.Order().ElementAt(Math.Min(values.Count - 1, (int)Math.Ceiling(share * values.Count) - 1));
}
