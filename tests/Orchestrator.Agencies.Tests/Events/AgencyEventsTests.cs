using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Testing.Servers;
using Orchestrator.Worker;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agencies.Tests.Events;

/// <summary>Agencies read the programme's messages from queues of their own: in memory, and on a real broker.</summary>
[TestFixture(false)]
[TestFixture(true, Category = "Slow")]
internal sealed class AgencyEventsTests(bool onBroker)
{
    private static readonly DateTimeOffset s_at = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private RabbitMqServer? _broker;
    private Book _book = null!;
    private EventStage _stage = null!;

    [OneTimeSetUp]
    public async Task StartBroker()
    {
        if (!onBroker) return;
        if (RabbitMqServer.MissingReason is { } reason) Assert.Ignore(reason);
        _broker = await RabbitMqServer.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopBroker()
    {
        if (_broker is not null) await _broker.DisposeAsync();
    }

    [SetUp]
    public async Task SetUp()
    {
        _book = new Book();
        _stage = await EventStage.StartAsync(
            services => services.AddSingleton(_book)
                .AddEventHandler<AgreementSigned, KeepsBooking>("first").AddEventHandler<AgreementSigned, Watches>("second")
                .AddEventHandler<CrisisResolved, IsRefused>("first").AddEventHandler<CompanyWithdrew, SucceedsLater>("second"),
            (bus, context) =>
            {
                bus.ReceiveEventsOf(context, "first");
                bus.ReceiveEventsOf(context, "second");
            },
            _broker is null ? null : new RabbitMqOptions { Host = RabbitMqServer.Host, Port = _broker.Port },
            AgencyEvents.QueueOf("first", typeof(CrisisResolved)));
    }

    [TearDown]
    public async Task TearDown()
    {
        if (_stage is not null) await _stage.DisposeAsync();
    }

    [Test]
    public async Task Every_agency_that_subscribed_gets_the_message_and_answers_reach_the_engine()
    {
        await _stage.PublishAsync(Signed(77));

        var did = new[] { await _book.NextAsync(), await _book.NextAsync() };
        var answer = await _stage.AnswerAsync();

        Assert.Multiple(() =>
        {
            Assert.That(did, Is.EquivalentTo(new[] { "keeps AG-CR-2026-0007-1 True", "watches AG-CR-2026-0007-1" }));
            Assert.That(answer, Is.EqualTo(new MessageForProcess("first-77-WorkersListReceived-CR-2026-0007", "WorkersListReceived", "CR-2026-0007", TimeSpan.FromDays(30), """{"crisis":"CR-2026-0007"}""")));
        });
    }

    [Test]
    public async Task A_message_that_comes_twice_has_one_effect_and_answers_under_one_id()
    {
        await _stage.PublishAsync(Signed(77));
        await _stage.PublishAsync(Signed(77));

        var answers = new[] { await _stage.AnswerAsync(), await _stage.AnswerAsync() };

        Assert.Multiple(() =>
        {
            Assert.That(_book.Effects, Has.Count.EqualTo(1));
            Assert.That(answers[0], Is.EqualTo(answers[1]));
        });
    }

    [Test]
    public async Task A_message_that_the_registry_refuses_goes_to_the_error_queue_at_once_with_its_reason()
    {
        await _stage.PublishAsync(new CrisisResolved(78, "CR-2026-0099", s_at, "CR-2026-0099", "Riassorbiti"));

        Assert.That(await _stage.ErrorAsync(AgencyEvents.QueueOf("first", typeof(CrisisResolved))), Is.EqualTo("Expected a crisis CR-2026-0099, but there is none."));
    }

    [Test]
    public async Task A_failure_that_passes_is_tried_again()
    {
        await _stage.PublishAsync(new CompanyWithdrew(79, "CR-2026-0007", s_at, "CR-2026-0007", "Ritiro"));

        Assert.That(await _book.NextAsync(), Is.EqualTo("withdrawn CR-2026-0007"));
    }

    [Test]
    public async Task Messages_are_counted_by_agency()
    {
        var traffic = _stage.Services.GetRequiredService<AgencyTraffic>();
        await _stage.PublishAsync(Signed(77));
        await _stage.AnswerAsync();
        await _book.NextAsync();
        await _book.NextAsync();
        await _stage.DisposeAsync(); // what is running is finished

        Assert.That(traffic.Snapshot(), Is.EquivalentTo(new Dictionary<string, AgencyMessages> { ["first"] = new(1, 1), ["second"] = new(0, 1) }));
    }

    [Test]
    public void Queues_are_named_after_agency_and_contract() =>
        Assert.That(AgencyEvents.QueueOf("regione", typeof(AgreementSigned)), Is.EqualTo("orchestrator-events-regione-agreement-signed"));

    private static AgreementSigned Signed(long key) => new(
        key, "CR-2026-0007", s_at, "CR-2026-0007", "AG-CR-2026-0007-1", new(2026, 3, 2), "Ministero del Lavoro", "crisi aziendale", new(2026, 3, 1), new(2027, 2, 28), "09", "sì");
}
