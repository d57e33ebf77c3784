using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Cases;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker;

namespace Orchestrator.Server.Tests.Events;

/// <summary>The whole way in one server: a process has its crisis registered by Regione and throws a message; Regione reads it as its contract and closes the crisis.</summary>
internal sealed class ThrownMessageTests
{
    private const string Process = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:orch="urn:orchestrator:bpmn:1" id="d" targetNamespace="http://example.org">
          <bpmn:process id="crisis" isExecutable="true">
            <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="open" />
            <bpmn:serviceTask id="open">
              <bpmn:extensionElements>
                <zeebe:taskDefinition type="regione.registry" />
                <zeebe:ioMapping>
                  <zeebe:input source="fascicolo" target="kind" />
                  <zeebe:input source="=crisis" target="crisis" />
                  <zeebe:input source="=report.title" target="subject" />
                  <zeebe:input source="=report" target="document" />
                  <zeebe:output source="=registryNumber" target="registryNumber" />
                </zeebe:ioMapping>
              </bpmn:extensionElements>
              <bpmn:incoming>f1</bpmn:incoming>
              <bpmn:outgoing>f2</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="f2" sourceRef="open" targetRef="resolved" />
            <bpmn:intermediateThrowEvent id="resolved">
              <bpmn:extensionElements>
                <orch:publish correlationKey="=crisis">
                  <orch:variable name="crisis" value="=thrown" />
                  <orch:variable name="reason" value="=registryNumber" />
                </orch:publish>
              </bpmn:extensionElements>
              <bpmn:incoming>f2</bpmn:incoming>
              <bpmn:outgoing>f3</bpmn:outgoing>
              <bpmn:messageEventDefinition messageRef="m" />
            </bpmn:intermediateThrowEvent>
            <bpmn:sequenceFlow id="f3" sourceRef="resolved" targetRef="end" />
            <bpmn:endEvent id="end"><bpmn:incoming>f3</bpmn:incoming></bpmn:endEvent>
          </bpmn:process>
          <bpmn:message id="m" name="CrisisResolved" />
        </bpmn:definitions>
        """;

    private RunningServer _server = null!;
    private Eyes _eyes = null!;

    [SetUp]
    public async Task SetUp()
    {
        _server = await RunningServer.StartAsync();
        _eyes = new Eyes();
        var bus = _server.Services.GetRequiredService<IBus>();
        bus.ConnectPublishObserver(_eyes);
        bus.ConnectConsumeObserver(_eyes);
        await _server.DeployAsync(Process);
    }

    [TearDown]
    public async Task TearDown()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    [Test]
    public async Task Regione_registers_the_crisis_and_closes_it_when_the_process_says_so()
    {
        var code = await _server.Services.GetRequiredService<CaseDesk>().ReserveCrisisAsync(Guid.NewGuid(), "regione-1", CancellationToken.None);
        await StartAsync(code, code);

        var handled = (CrisisResolved)await _eyes.HandledAsync();

        var crisis = (await _server.Services.GetRequiredService<CaseDesk>().ListCrisesAsync(10, CancellationToken.None)).Single();
        Assert.Multiple(() =>
        {
            Assert.That((handled.Key, handled.Crisis), Is.EqualTo((code, code)));
            Assert.That(handled.Reason, Does.Match("^REG-[0-9]{4}-0000001$"));
            Assert.That((crisis.Crisis, crisis.Title, crisis.State), Is.EqualTo((code, "Crisi Zibrelle", CrisisState.Closed)));
            Assert.That(_server.Services.GetRequiredService<AgencyTraffic>().Snapshot()["regione"].Published, Is.EqualTo(1), "the answer to the job");
        });
    }

    [Test]
    public async Task What_does_not_fit_leaves_the_outbox_as_a_generic_message()
    {
        await StartAsync("CR-2026-0042", null);

        var published = (MessageThrown)await _eyes.PublishedAsync();

        Assert.That((published.Name, published.CorrelationKey), Is.EqualTo(("CrisisResolved", "CR-2026-0042")));
    }

    private async Task StartAsync(string crisis, string? thrown)
    {
        using var client = _server.Client("admin");
        var (status, body) = await client.PostAsync("/v2/process-instances", new
        {
            processDefinitionId = "crisis",
            variables = new
            {
                crisis,
                thrown,
                report = new
                {
                    title = "Crisi Zibrelle", companyTaxCode = "02843860012", companyName = "Officine Zibrelle S.p.A.", ateco = "29.32.09",
                    sites = new[] { new { address = "Via Roma 1", municipality = "001272", workers = 150 } }, totalWorkers = 200, redundancies = 60, reason = "crisi", cigsRequested = false,
                    regionalInterest = "no",
                },
            },
        });
        Assert.That(status, Is.EqualTo(200), body.ToString());
    }

    /// <summary>Sees what the bus publishes and what handlers have done with.</summary>
    private sealed class Eyes : IPublishObserver, IConsumeObserver
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
        private readonly Channel<object> _published = Channel.CreateUnbounded<object>();
        private readonly Channel<object> _handled = Channel.CreateUnbounded<object>();

        public async Task<object> PublishedAsync() => await _published.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

        public async Task<object> HandledAsync() => await _handled.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

        public Task PrePublish<T>(PublishContext<T> context)
            where T : class => Task.CompletedTask;

        public Task PostPublish<T>(PublishContext<T> context)
            where T : class => _published.Writer.WriteAsync(context.Message).AsTask();

        public Task PublishFault<T>(PublishContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;

        public Task PreConsume<T>(ConsumeContext<T> context)
            where T : class => Task.CompletedTask;

        public Task PostConsume<T>(ConsumeContext<T> context)
            where T : class => context.Message is ICatalogueMessage ? _handled.Writer.WriteAsync(context.Message).AsTask() : Task.CompletedTask;

        public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;
    }
}
