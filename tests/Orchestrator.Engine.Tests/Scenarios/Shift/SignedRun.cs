using System.Globalization;
using Orchestrator.Hosting.Scenarios;
using Orchestrator.Interpreter;
using Orchestrator.Testing.Scenarios;

namespace Orchestrator.Engine.Tests.Scenarios.Shift;

/// <summary>A run of a process with a signature on some day, on virtual time: when its timers were armed for and its tasks fell due.</summary>
internal sealed class SignedRun
{
    private static readonly Lazy<TestDefinitions> Programme = new(() => TestDefinitions.Of(WorkflowFiles.Definitions));

    private readonly List<InstanceEvent> _events = [];
    private readonly List<(string, DateTimeOffset)> _armed = [];

    private SignedRun() { }

    /// <summary>Plays the lines of a scenario; <c>[D+3]</c> in them is the day three days after the signature, <c>[D+3 10]</c> the instant at ten o'clock that day.</summary>
    /// <param name="definitions">Those of the programme when none are given.</param>
    public static async Task<SignedRun> PlayAsync(DateOnly signedOn, string lines, TestDefinitions? definitions = null)
    {
        var host = new InterpreterHost(definitions ?? Programme.Value);
        var file = ScenarioReader.Read($"signed on {signedOn:O}", Dated(signedOn, lines));
        var result = await new ScenarioDriver(host, file).RunAsync();
        Assert.That(result.Failure, Is.Null);
        var run = new SignedRun();
        foreach (var instance in await host.InstancesAsync())
        {
            run._events.AddRange(await host.EventsAsync(instance));
            run._armed.AddRange((await host.StateAsync(instance)).Timers.Values.Select(timer => (timer.Element.Value, timer.DueAt)));
        }
        return run;
    }

    /// <summary>The instants that each timer was armed for, one line each, in order of the names.</summary>
    public IReadOnlyList<string> Timers => Lines(_events.OfType<InstanceEvent.TimerArmed>().Select(armed => (armed.Element.Value, armed.DueAt)));

    /// <summary>The instants of the timers that are armed at the end.</summary>
    public IReadOnlyList<string> Armed => Lines(_armed);

    /// <summary>The instants that each task fell due at; tasks without one are left out.</summary>
    public IReadOnlyList<string> Tasks
    {
        get
        {
            var elements = _events.OfType<InstanceEvent.ElementEntered>().ToDictionary(entered => entered.Scope, entered => entered.Element.Value);
            return Lines(_events.OfType<InstanceEvent.UserTaskCreated>().Where(task => task.DueAt is not null).Select(task => (elements[task.Scope], task.DueAt!.Value)));
        }
    }

    public bool Entered(string element) => _events.OfType<InstanceEvent.ElementEntered>().Any(entered => entered.Element.Value == element);

    /// <summary>The first instant that a timer was armed for.</summary>
    public DateTimeOffset Due(string timer) => _events.OfType<InstanceEvent.TimerArmed>().First(armed => armed.Element.Value == timer).DueAt;

    public static IReadOnlyList<string> Lines(IEnumerable<(string Name, DateTimeOffset At)> instants) =>
        [.. instants.Select(one => $"{one.Name} {one.At.ToUniversalTime():yyyy-MM-dd HH:mm:ss}").Order(StringComparer.Ordinal)];

    private static string Dated(DateOnly signedOn, string lines) => System.Text.RegularExpressions.Regex.Replace(lines, @"\[D(?:\+(\d+))?(?: (\d+))?\]", match =>
    {
        var day = signedOn.AddDays(match.Groups[1].Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
        return match.Groups[2].Success
            ? ItalianLaw.At(day, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    });
}
