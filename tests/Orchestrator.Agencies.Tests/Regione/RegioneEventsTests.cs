using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Agencies.Tests.Events;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.Regione;
using Orchestrator.Cases.Tests.Documents;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agencies.Tests.Regione;

/// <summary>Regione's event handlers over a bus, with the real registry.</summary>
internal sealed class RegioneEventsTests
{
    private static readonly DateTimeOffset s_at = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private OwnRegistry _on = null!;
    private Spool _spool = null!;
    private EventStage _stage = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await OwnRegistry.CreateAsync();
        await Dossiers.OpenAsync(_on);
        await _on.Registry.SaveReportAsync(new("RP-1", Dossiers.Crisis, "2026-06", [], [], null), CancellationToken.None);
        await _on.Registry.RecordPublicationAsync("RP-1", ["RP-1/figures.csv"], CancellationToken.None);
        _spool = new Spool();
        _stage = await EventStage.StartAsync(
            services => services.AddSingleton<ICaseRegistry>(_on.Registry).AddSingleton<TimeProvider>(_on.Clock).AddRegioneHandlers(new RegioneOptions(), _spool.Options),
            (bus, context) => bus.ReceiveEventsOf(context, RegioneServices.AgencyName), null, AgencyEvents.QueueOf(RegioneServices.AgencyName, typeof(CompanyWithdrew)));
    }

    [TearDown]
    public async Task TearDown()
    {
        await _stage.DisposeAsync();
        _on.Dispose();
        _spool.Dispose();
    }

    [Test]
    public async Task The_state_of_a_crisis_follows_its_newest_event_though_messages_come_twice()
    {
        ICatalogueMessage[] messages =
        [
            new CrisisResolved(3, Dossiers.Crisis, s_at.AddDays(2), Dossiers.Crisis, "Riassorbiti"),
            new MeetingRequested(1, Dossiers.Crisis, s_at, Dossiers.Crisis, new("M1", "2026-03-20T10:00", 120, "presenza")),
            new AgreementSigned(2, Dossiers.Crisis, s_at.AddDays(1), Dossiers.Crisis, "AG-CR-2026-0001-1", new(2026, 3, 2), "altro", "crisi aziendale", new(2026, 3, 1), new(2027, 2, 28), "15", "no"),
        ];
        foreach (var message in messages.Concat(messages)) await _stage.PublishAsync(message);
        await AllHandledAsync(messages.Length * 2);

        await using var context = _on.CreateDbContext();
        Assert.Multiple(() =>
        {
            Assert.That(_on.Desk.ListCrisesAsync(10, CancellationToken.None).Result.Single().State, Is.EqualTo(CrisisState.Closed));
            Assert.That(
                context.Database.SqlQueryRaw<string>("SELECT name AS Value FROM cases_crisis_events ORDER BY message_key").ToList(),
                Is.EqualTo(new[] { "MeetingRequested", "AgreementSigned", "CrisisResolved" }));
        });
    }

    [Test]
    public async Task The_steering_group_is_told_once_that_a_report_is_published()
    {
        for (var i = 0; i < 2; i++) await _stage.PublishAsync(new ReportPublished(9, Dossiers.Crisis, s_at, Dossiers.Crisis, "RP-1", "2026-06"));
        await AllHandledAsync(2);

        Assert.That(_spool.Names, Is.EqualTo(new[] { "event-9-steering-group.eml" }));
    }

    [Test]
    public async Task An_event_of_a_crisis_that_the_registry_does_not_know_goes_to_the_error_queue()
    {
        await _stage.PublishAsync(new CompanyWithdrew(4, "CR-2026-0099", s_at, "CR-2026-0099", "Ritiro"));

        Assert.That(await _stage.ErrorAsync(AgencyEvents.QueueOf(RegioneServices.AgencyName, typeof(CompanyWithdrew))), Does.Contain("CR-2026-0099"));
    }

    private async Task AllHandledAsync(int messages)
    {
        for (var i = 0; i < messages; i++) await _stage.HandledAsync();
    }
}
