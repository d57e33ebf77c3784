using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.History;
using Orchestrator.Engine.Instances;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;
using Orchestrator.Interpreter;

namespace Orchestrator.Server.Tests.Deadlines;

/// <summary>
/// A server on a virtual clock with one process whose terms hang together: an examination with a reminder, a term and a withdrawal that may come before the term; after the
/// withdrawal a check with a term of its own.
/// </summary>
internal sealed class TermOffice : IAsyncDisposable
{
    public static readonly ActingUser Supervisor = new("sara", "Sara Supervisora", [], [Roles.Supervisor]);
    public static readonly ActingUser Clerk = new("carla", "Carla Centro", ["cpi:08"], [Roles.Operator]);
    public static readonly ActingUser OtherClerk = new("dario", "Dario Centro", ["cpi:15"], [Roles.Operator]);

    /// <summary>A Monday, noon in Rome.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    private const string Process = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:orch="urn:orchestrator:bpmn:1" id="terms-definitions" targetNamespace="https://example.org/terms">
          <bpmn:process id="examination" name="Istruttoria" isExecutable="true">
            <bpmn:extensionElements>
              <orch:data>
                <orch:deadline of="term" label="Istruttoria" strict="terms.strict" last="terms.last" />
                <orch:deadline of="check-term" label="Verifica" />
              </orch:data>
            </bpmn:extensionElements>
            <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
            <bpmn:scriptTask id="count">
              <bpmn:extensionElements><orch:derived /><zeebe:script expression="={ strict: date(signed) + duration(days), last: term end(date(signed), duration(days), &quot;legal&quot;) }" resultVariable="terms" /></bpmn:extensionElements>
              <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
            </bpmn:scriptTask>
            <bpmn:userTask id="examine" name="Esamina la domanda">
              <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="=office" /><zeebe:taskSchedule dueDate="=date and time(date(terms.last), time(&quot;18:00:00@Europe/Rome&quot;))" /></bpmn:extensionElements>
              <bpmn:incoming>b</bpmn:incoming><bpmn:outgoing>c</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:boundaryEvent id="reminder" name="Giorno 1" cancelActivity="false" attachedToRef="examine"><bpmn:outgoing>d</bpmn:outgoing>
              <bpmn:timerEventDefinition id="t1"><bpmn:timeDate>=date and time(date(signed) + @"P1D", time("09:00:00@Europe/Rome"))</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:boundaryEvent id="term" name="Termine trascorso" attachedToRef="examine"><bpmn:outgoing>e</bpmn:outgoing>
              <bpmn:timerEventDefinition id="t2"><bpmn:timeDate>=start of next day(date(terms.last))</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:boundaryEvent id="withdrawal" name="Domanda ritirata" attachedToRef="examine"><bpmn:outgoing>f</bpmn:outgoing>
              <bpmn:timerEventDefinition id="t3"><bpmn:timeDate>=date and time(date(withdrawn), time("12:00:00@Europe/Rome"))</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:userTask id="late" name="Decidi sul ritardo">
              <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="regione" /><orch:escalation of="term" /></bpmn:extensionElements>
              <bpmn:incoming>e</bpmn:incoming><bpmn:outgoing>g</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:userTask id="check" name="Verifica il ritiro">
              <bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="=office" /></bpmn:extensionElements>
              <bpmn:incoming>f</bpmn:incoming><bpmn:outgoing>h</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:boundaryEvent id="check-term" name="Verifica in ritardo" attachedToRef="check"><bpmn:outgoing>i</bpmn:outgoing>
              <bpmn:timerEventDefinition id="t4"><bpmn:timeDuration>P5D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            <bpmn:endEvent id="end"><bpmn:incoming>c</bpmn:incoming><bpmn:incoming>d</bpmn:incoming><bpmn:incoming>g</bpmn:incoming><bpmn:incoming>h</bpmn:incoming><bpmn:incoming>i</bpmn:incoming></bpmn:endEvent>
            <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="count" />
            <bpmn:sequenceFlow id="b" sourceRef="count" targetRef="examine" />
            <bpmn:sequenceFlow id="c" sourceRef="examine" targetRef="end" />
            <bpmn:sequenceFlow id="d" sourceRef="reminder" targetRef="end" />
            <bpmn:sequenceFlow id="e" sourceRef="term" targetRef="late" />
            <bpmn:sequenceFlow id="f" sourceRef="withdrawal" targetRef="check" />
            <bpmn:sequenceFlow id="g" sourceRef="late" targetRef="end" />
            <bpmn:sequenceFlow id="h" sourceRef="check" targetRef="end" />
            <bpmn:sequenceFlow id="i" sourceRef="check-term" targetRef="end" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    private readonly RunningServer _server;

    private TermOffice(RunningServer server) => _server = server;

    public RunningServer Server => _server;

    public static async Task<TermOffice> OpenAsync()
    {
        var office = new TermOffice(await RunningServer.StartAsync("--Clock:Virtual=true"));
        office.Clock.Set(Start);
        await office._server.DeployAsync(Process);
        await office._server.AddAccountAsync(Clerk.UserName, [.. Clerk.Roles], [.. Clerk.Groups]);
        await office._server.AddAccountAsync(OtherClerk.UserName, [.. OtherClerk.Roles], [.. OtherClerk.Groups]);
        return office;
    }

    /// <summary>A case signed today, with so many days for its examination; withdrawn on the day after so many days.</summary>
    public async Task<InstanceId> BeginAsync(string key, int days, int withdrawnAfter = 300, string office = "cpi:08")
    {
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var facts = FeelContext.Of(
            ("signed", FeelValue.Of(Iso(today))), ("days", FeelValue.Of($"P{days}D")), ("withdrawn", FeelValue.Of(Iso(today.AddDays(withdrawnAfter)))), ("office", FeelValue.Of(office)));
        var begun = await Service<InstanceDesk>().StartAsync(Guid.NewGuid(), Actor.System("test"), "examination", key, facts, CancellationToken.None);
        Assert.That(begun.Rejection, Is.Null, begun.Rejection?.Message);
        return begun.Acceptance!.Instance;
    }

    /// <summary>Asks what the pages ask.</summary>
    public async Task<T> AskAsync<T>(Func<IOrchestratorClient, Task<Outcome<T>>> ask)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var outcome = await ask(scope.ServiceProvider.GetRequiredService<IOrchestratorClient>());
        Assert.That(outcome.Refusal, Is.Null, outcome.Refusal?.Message);
        return outcome.Value!;
    }

    /// <summary>Moves the clock to every instant at which a timer is due, and at last to this one; each time all that is due has fired.</summary>
    public async Task AdvanceAsync(DateTimeOffset until)
    {
        while ((await Service<IQueries>().TimersAsync(new TimerQuery { Page = new(0, 1) }, CancellationToken.None)).Items is [{ DueAt: var next }] && next <= until)
        {
            if (next > Clock.GetUtcNow()) Clock.Set(next);
            await UntilNothingIsDueAsync();
        }
        Clock.Set(until);
        await UntilNothingIsDueAsync();
    }

    /// <summary>The timers of these elements that have fired, as history has it.</summary>
    public async Task<IReadOnlyList<string>> FiredAsync(InstanceId instance, params string[] elements)
    {
        var fired = new List<string>();
        foreach (var entry in await Service<HistoryService>().PageAsync(instance, 0, 1_000, CancellationToken.None))
            if (entry.Event is InstanceEvent.TimerFired && entry.Element is { } element && elements.Contains(element.Value)) fired.Add(element.Value);
        return fired;
    }

    public T Service<T>() where T : notnull => _server.Services.GetRequiredService<T>();

    public VirtualTime Clock => (VirtualTime)Service<TimeProvider>();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task UntilNothingIsDueAsync()
    {
        const int Times = 1_200;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var time = 0; time < Times; time++)
        {
            if (await Service<IQueries>().CountTimersAsync(new() { DueBefore = Clock.GetUtcNow().AddTicks(10) }, CancellationToken.None) == 0) return;
            await pause.WaitForNextTickAsync();
        }
        throw new TimeoutException("Expected every due timer to fire, but some did not.");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
