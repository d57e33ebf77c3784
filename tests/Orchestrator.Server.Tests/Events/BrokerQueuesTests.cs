using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Client;
using Orchestrator.Messaging.Queues;
using Orchestrator.Testing.Servers;
using RabbitMQ.Client;

namespace Orchestrator.Server.Tests.Events;

/// <summary>The queues at a real broker on the page of operations: whose programs are connected, what was set aside, and that it is given back as it was sent.</summary>
[Category("Slow")]
internal sealed class BrokerQueuesTests
{
    private const int LooksMost = 150;

    private RabbitMqServer _broker = null!;
    private RunningServer _server = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (RabbitMqServer.MissingReason is { } reason) Assert.Ignore(reason);
        _broker = await RabbitMqServer.StartAsync();
        _server = await RunningServer.StartAsync($"--Bus:Host={RabbitMqServer.Host}", $"--Bus:Port={_broker.Port}");
        await _server.AddAccountAsync("boss", [Roles.Supervisor], []);
        await _server.AddAccountAsync("designer", [Roles.Designer], []);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_broker is not null) await _broker.DisposeAsync();
    }

    private QueueWatch Watch => _server.Services.GetRequiredService<QueueWatch>();

    [Test]
    public async Task An_agency_without_a_program_is_told_and_what_it_set_aside_goes_back_as_it_was_sent()
    {
        var queue = BusNames.JobsOf("apl");
        await using var connection = await new ConnectionFactory { HostName = RabbitMqServer.Host, Port = _broker.Port }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.QueueDeclareAsync(queue + "_error", durable: true, exclusive: false, autoDelete: false);
        for (var number = 1; number <= 3; number++)
            await channel.BasicPublishAsync("", queue + "_error", mandatory: true, new BasicProperties { MessageId = $"m{number}", ContentType = "application/vnd.masstransit+json" }, Encoding.UTF8.GetBytes($"body {number}"));

        var read = await UntilAsync(reading => reading.Queues.Any(one => one.Name == queue && one.Dead == 3));
        Assert.That(read.Queues.Single(one => one.Name == queue), Is.EqualTo(new QueueCount(queue, "apl", null, 0, 0, 3)));
        using (var boss = await PageSession.SignedInAsync(_server, "boss"))
        {
            Assert.That((await boss.GetAsync("/funzionamento")).Text, Does.Contain("Messaggi scartati").And.Contain("nessuno").And.Contain("Rimetti in coda"));
            var answer = await boss.PostAsync("/funzionamento/rimetti", [("coda", queue)]);
            Assert.That(((int)answer.Status, answer.Location), Is.EqualTo((303, "/funzionamento?rimessi=3#code")));
            Assert.That((await boss.GetAsync(answer.Location!)).Text, Does.Contain("3 messaggi sono tornati in coda."));
        }

        List<(string?, string?, string)> back = [];
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message) back.Add((message.BasicProperties.MessageId, message.BasicProperties.ContentType, Encoding.UTF8.GetString(message.Body.Span)));
        Assert.That(back, Is.EqualTo(Enumerable.Range(1, 3).Select(number => ($"m{number}", "application/vnd.masstransit+json", $"body {number}"))));
        Assert.That((await Watch.ReadAsync(CancellationToken.None)).Queues.Single(one => one.Name == queue).Dead, Is.Zero);
    }

    [Test]
    public async Task An_answer_that_nobody_can_read_is_set_aside_and_shown_at_the_engines_own_queue()
    {
        await using var connection = await new ConnectionFactory { HostName = RabbitMqServer.Host, Port = _broker.Port }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await UntilAsync(reading => reading.Queues.Any(one => one.Name == BusNames.Answers && one.Readers == 1));
        await channel.BasicPublishAsync("", BusNames.Answers, mandatory: true, new BasicProperties { ContentType = "application/vnd.masstransit+json" }, "{ no message }"u8.ToArray());
        var read = await UntilAsync(reading => reading.Queues.Any(one => one.Name == BusNames.Answers && one.Dead == 1));
        Assert.That(read.Queues[0], Is.EqualTo(new QueueCount(BusNames.Answers, null, null, 0, 1, 1)));
    }

    [Test]
    public async Task Who_only_looks_gives_nothing_back_and_a_name_that_is_no_queue_of_the_bus_is_refused()
    {
        foreach (var (account, queue, status) in ((string, string, int)[])[("designer", BusNames.Answers, 403), ("boss", "amq.something", 404)])
        {
            using var browser = await PageSession.SignedInAsync(_server, account);
            var answer = await browser.PostAsync("/funzionamento/rimetti", [("coda", queue)]);
            Assert.That((int)answer.Status, Is.EqualTo(status), account);
        }
    }

    private async Task<QueueReading> UntilAsync(Func<QueueReading, bool> holds)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var look = 0; ; look++)
        {
            var reading = await Watch.ReadAsync(CancellationToken.None);
            if (holds(reading)) return reading;
            Assert.That(look, Is.LessThan(LooksMost), $"{reading.Failure} {string.Join(", ", reading.Queues)}");
            await pace.WaitForNextTickAsync();
        }
    }
}
