using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Cases;
using Orchestrator.Cases.Desk;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Worker;

namespace Orchestrator.Server.Tests.Registry;

/// <summary>An agency in a process of its own asks over HTTP what one inside the server asks in process, and hears the same answers and refusals.</summary>
[Category("Slow")]
internal sealed class HttpRegistryTests
{
    private static readonly AccessReason s_reason = new("whatever the caller says", "a test");
    private RunningServer _server = null!;
    private HttpClient _client = null!;
    private HttpCaseRegistry _registry = null!;
    private AgreementView _agreement = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await RunningServer.StartAsync();
        await _server.AddAccountAsync("service", [Roles.Worker], ["apl"]);
        _client = _server.Client("service");
        _registry = new(_client);
        var form = new AgreementRegistration(
            Guid.NewGuid(), null, "02843860012", null, "Officine Zibrelle S.p.A.", "001272", new DateOnly(2026, 3, 2), SigningPlace.Ministry, CigsGround.Reorganisation,
            new DateOnly(2026, 3, 1), new DateOnly(2027, 2, 28), [new("Montaggio", "Saldatori", null, 40)], null);
        await using var scope = _server.Services.CreateAsyncScope();
        _agreement = (await scope.ServiceProvider.GetRequiredService<CaseDesk>().RegisterAgreementAsync(form, "regione", CancellationToken.None)).Value!;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task What_is_asked_comes_back_whole()
    {
        var session = new SessionRequest("S1", null, "incontro-1", new(2027, 3, 16, 9, 0, 0, TimeSpan.Zero), 120, 15, "15", _agreement.Crisis);
        await _registry.PlanSessionAsync(session, CancellationToken.None);
        var filled = await _registry.AllocateAsync(session with { Session = "S2" }, CancellationToken.None);
        var nearest = await _registry.FindNearestCentreAsync(_agreement.Crisis, null, 120, CancellationToken.None);
        var status = await _registry.ReadBookingStatusAsync(_agreement.Agreement, CancellationToken.None);
        var taken = await _registry.TakeSnapshotAsync(new("job-1", _agreement.Crisis, "2026-03", "final"), s_reason, CancellationToken.None);
        var page = await _registry.ReadSnapshotAsync(taken.Snapshot, null, 10, CancellationToken.None);
        var operators = await _registry.ListOperatorsAsync("15", new(2026, 3, 12), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That((filled.Places.Count, filled.FreeElsewhere, filled.Capacity), Is.EqualTo((0, 15, 15)));
            Assert.That(nearest, Is.EqualTo(new NearestCentre("15", "Centro per l'impiego di Torino, sede di via Bologna", 0m, false)));
            Assert.That((status.Booked, status.NotBooked.Count, status.LastDecision), Is.EqualTo((0, 0, (DateOnly?)null)));
            Assert.That((taken.Cases, page.Cases.Count, page.More, operators.Count), Is.EqualTo((0, 0, false, 0)));
        });
    }

    [Test]
    public void A_refusal_of_the_registry_is_a_refusal_here()
    {
        var at = new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
        var none = Guid.NewGuid();
        Func<Task>[] calls =
        [
            () => _registry.RecordWishAsync(new("e1", "PW-none", "15", "incontro 1", at), CancellationToken.None),
            () => _registry.RecordStateAsync(new("e1", "PW-none", "p1", "BOOKED", at), CancellationToken.None),
            () => _registry.RecordOutcomeAsync(new("e1", "PW-none", "p1", "DECLINED", null, null, at), CancellationToken.None),
            () => _registry.RefreshCentreAsync("PW-none", new(2026, 3, 12), s_reason, CancellationToken.None),
            () => _registry.ReadRecipientsOfAsync(["PW-none"], s_reason, CancellationToken.None),
            () => _registry.FindSlotsAsync(new("PW-none", "15", "incontro 2", 120, at, at.AddDays(9)), CancellationToken.None),
            () => _registry.BookAppointmentAsync(new("A1", "PW-none", "15", "incontro 2", new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero), 60, "15-op1", "15-sala1"), CancellationToken.None),
            () => _registry.RecordBookingAsync(new(none, "PW-none", "AR-1", at, "autonomo", new(2026, 4, 1)), s_reason, CancellationToken.None),
            () => _registry.LoadCasesAsync(new(none, _agreement.Crisis, null), s_reason, CancellationToken.None),
            () => _registry.EnterDecisionsAsync(none, _agreement.Agreement, s_reason, CancellationToken.None),
            () => _registry.ReadDecisionsAsync(none, 0, 10, CancellationToken.None),
            () => _registry.FollowUpAsync("PW-none", 6, s_reason, CancellationToken.None),
            () => _registry.ReadSnapshotAsync(none, null, 10, CancellationToken.None),
        ];

        foreach (var call in calls)
            Assert.That(async () => await call(), Throws.TypeOf<RegistryRefusedException>().With.Property(nameof(RegistryRefusedException.Code)).EqualTo(RefusalCode.NotFound));
    }
}
