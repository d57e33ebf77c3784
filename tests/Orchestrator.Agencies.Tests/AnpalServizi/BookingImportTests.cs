using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Agencies.Tests.Events;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.AnpalServizi;
using Orchestrator.Agency.AnpalServizi.Jobs;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Bus;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Worker;
using Orchestrator.Worker.Events;

namespace Orchestrator.Agencies.Tests.AnpalServizi;

/// <summary>ANPAL Servizi over a bus in memory, with the real registry.</summary>
internal sealed class BookingImportTests
{
    private OwnRegistry _on = null!;
    private Cohort _cohort = null!;
    private EventStage _stage = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await OwnRegistry.CreateAsync();
        _cohort = await Cohort.WithAgreementAsync(_on, 4);
        _stage = await EventStage.StartAsync(
            services => services.AddSingleton<ICaseRegistry>(_on.Registry).AddJobRunner("test", _on.Clock).AddAnpalServiziHandlers(new AnpalServiziOptions()),
            (bus, context) => bus.ReceiveEventsOf(context, AnpalServiziServices.AgencyName), null);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _stage.DisposeAsync();
        _on.Dispose();
    }

    [Test]
    public async Task Each_decided_case_is_told_and_a_repeated_job_sends_the_same_ids()
    {
        var upload = new ImportUpload(Guid.NewGuid(), _cohort.Agreement, "file.csv", Cohort.File(
            "numero_prenotazione;codice_fiscale;esito;data_esito;motivo", $";{Cohort.Code(0)};APPROVATA;2026-03-11;", $";{Cohort.Code(2)};RESPINTA;2026-03-11;dati di {Cohort.Code(2)} non coerenti",
            $";{Cohort.Code(77)};APPROVATA;2026-03-11;")) { Kind = ImportKind.BookingDecisions };
        await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None);

        var first = await RunAsync(upload.Request, 1);
        MessageForProcess[] told = [await _stage.AnswerAsync(), await _stage.AnswerAsync()];
        var again = await RunAsync(upload.Request, 2);
        MessageForProcess[] toldAgain = [await _stage.AnswerAsync(), await _stage.AnswerAsync()];

        var byRow = told.OrderBy(message => message.MessageId, StringComparer.Ordinal).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(first.ToJsonString(), Is.EqualTo("""{"decided":2,"approved":1,"rejected":1,"unmatched":1}"""));
            Assert.That(again.ToJsonString(), Is.EqualTo(first.ToJsonString()));
            Assert.That(toldAgain, Is.EquivalentTo(told), "the engine knows a message by its id");
            Assert.That(byRow.Select(message => message.MessageId), Is.EqualTo(new[] { $"anpalservizi-{upload.Request}-2", $"anpalservizi-{upload.Request}-3" }));
            Assert.That(byRow.Select(message => (message.Name, message.CorrelationKey)), Is.EqualTo(new[] { ("BookingDecided", _cohort.Cases[0]), ("BookingDecided", _cohort.Cases[2]) }));
            Assert.That(byRow[1].VariablesJson, Does.Contain("dati di [omesso] non coerenti").And.Contain("\"correctable\":false").And.Contain("REJECTED").And.Not.Contain(Cohort.Code(2)));
            Assert.That(
                byRow.Select(message => MessageCatalogue.Read(message.Name, 1, message.CorrelationKey, DateTimeOffset.UnixEpoch, message.VariablesJson).Message), Has.All.InstanceOf<BookingDecided>(), "as the contract says");
        });
    }

    [Test]
    public async Task A_due_round_of_monitoring_is_kept_once_among_the_events_of_the_crisis()
    {
        var due = new MonitoringDue(7, _cohort.Crisis, _on.Clock.GetUtcNow(), _cohort.Crisis, "2026-03", "monitoring");
        for (var i = 0; i < 2; i++) await _stage.PublishAsync(due);
        for (var i = 0; i < 2; i++) await _stage.HandledAsync();

        await using var context = _on.CreateDbContext();
        Assert.That(await context.Database.SqlQueryRaw<string>("SELECT name AS Value FROM cases_crisis_events").ToListAsync(), Is.EqualTo(new[] { "MonitoringDue" }));
    }

    private async Task<JsonObject> RunAsync(Guid import, long job)
    {
        var handler = _stage.Services.GetServices<IJobHandler>().OfType<BookingImportHandler>().Single();
        var input = new JsonObject { ["importId"] = import.ToString(), ["agreement"] = _cohort.Agreement };
        return (await handler.HandleAsync(JobsFor.Make(handler.JobType, job, input), CancellationToken.None)).Variables();
    }
}
