using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.Apl.Events;
using Orchestrator.Agency.Apl.Jobs;
using Orchestrator.Agency.Apl.Mail;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Catalogue;
using Orchestrator.Letters.Mail;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.Jobs;

/// <summary>The jobs of the programme against the real registry on a file.</summary>
internal sealed class ProgrammeJobsTests
{
    private OwnRegistry _on = null!;
    private Spool _spool = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await OwnRegistry.CreateAsync();
        _spool = new Spool();
    }

    [TearDown]
    public void TearDown()
    {
        _on.Dispose();
        _spool.Dispose();
    }

    [Test]
    public async Task Loading_answers_opaque_ids_with_scope_and_centre_and_the_same_when_repeated()
    {
        var crisis = await Cohort.WithAgreementAsync(_on, 1);
        var import = await crisis.ValidatedAsync(0, 3, centre: "08");
        var input = new JsonObject { ["importId"] = import.ToString(), ["crisis"] = crisis.Crisis, ["agreement"] = crisis.Agreement };

        var first = await RunAsync(new LoadCasesHandler(_on.Registry), input);
        var again = await RunAsync(new LoadCasesHandler(_on.Registry), input, key: 101);

        Assert.Multiple(() =>
        {
            Assert.That(again.ToJsonString(), Is.EqualTo(first.ToJsonString()));
            Assert.That(((int)first["added"]!, (int)first["known"]!), Is.EqualTo((2, 1)));
            Assert.That((string)first["centre"]!, Is.EqualTo("08"), "two of three");
            Assert.That(first["centres"]!.ToJsonString(), Is.EqualTo("""["08","11"]"""));
            Assert.That(first["cases"]!.AsArray().Select(row => (bool)row!["inScope"]!).Count(inScope => inScope), Is.EqualTo(2), "persons 0 and 2");
            Assert.That(first.ToJsonString(), Does.Not.Contain("Zib").And.Not.Contain(Cohort.Code(0)).And.Not.Contain("@"));
        });
    }

    [Test]
    public async Task Who_waits_gets_a_place_and_a_warning_says_how_many_sessions_are_missing()
    {
        var crisis = await Cohort.WithAgreementAsync(_on, 8);
        foreach (var (caseId, n) in crisis.Cases.Select((caseId, n) => (caseId, n)))
            await HearAsync("SessionWanted", n, new() { ["case"] = caseId, ["crisis"] = crisis.Crisis, ["centre"] = "11", ["kind"] = "incontro 1" });
        await HearAsync("SessionPlanned", 1_000, new() { ["session"] = Session("S2", "incontro 1", 1), ["crisis"] = crisis.Crisis, ["centre"] = "11" });

        var answer = await RunAsync(new AllocateHandler(_on.Registry), new() { ["session"] = Session("S1", "incontro 1", 3), ["crisis"] = crisis.Crisis, ["centre"] = "11" });

        Assert.Multiple(() =>
        {
            Assert.That((answer["places"]!.AsArray().Count, (int)answer["placed"]!, (int)answer["waiting"]!), Is.EqualTo((3, 3, 5)));
            Assert.That((string)answer["warning"]!, Is.EqualTo(
                "Restano 5 persone in attesa di «incontro 1» al centro 11 e le altre sessioni pianificate hanno 1 posto libero: pianificare almeno altre 2 sessioni da 3 posti."));
        });
    }

    [Test]
    public async Task A_session_whose_places_were_allocated_is_convened_without_an_agreement()
    {
        var crisis = await Cohort.WithoutAgreementAsync(_on, 4);
        for (var n = 0; n < 4; n++)
            await HearAsync("SessionWanted", n, new() { ["case"] = crisis.Cases[n], ["crisis"] = crisis.Crisis, ["centre"] = "11", ["kind"] = "modulo 1" });
        await RunAsync(new AllocateHandler(_on.Registry), new() { ["session"] = Session("S1", "modulo 1", 3), ["crisis"] = crisis.Crisis });

        var answer = await RunAsync(Convene(), new() { ["sessions"] = new JsonArray(Session("S1", "modulo 1", 3)), ["crisis"] = crisis.Crisis, ["action"] = "invite" });

        Assert.Multiple(() =>
        {
            Assert.That((int)answer["convened"]!, Is.EqualTo(3), "the fourth has no place");
            Assert.That(Subject(_spool.Names[0]), Is.EqualTo("Convocazione: modulo 1: mercato del lavoro e profili di tendenza, 20/04/2026, ore 09:00"));
        });
    }

    [TestCase("presentazione")]
    [TestCase("operatori")]
    [TestCase("incontro 1")]
    [TestCase("incontro 4")]
    [TestCase("modulo 1")]
    [TestCase("modulo 2")]
    [TestCase("modulo di approfondimento")]
    public async Task Every_kind_of_session_of_a_crisis_can_be_convened(string kind)
    {
        var crisis = await Cohort.WithoutAgreementAsync(_on, 1);
        await HearAsync("SessionWanted", 1, new() { ["case"] = crisis.Cases[0], ["crisis"] = crisis.Crisis, ["centre"] = "11", ["kind"] = kind });
        await RunAsync(new AllocateHandler(_on.Registry), new() { ["session"] = Session("S1", kind, 3), ["crisis"] = crisis.Crisis });

        var answer = await RunAsync(Convene(), new() { ["sessions"] = new JsonArray(Session("S1", kind, 3)), ["crisis"] = crisis.Crisis, ["action"] = "invite" });

        // Nobody of a crisis without an agreement has an approved booking, so nobody is invited to meet the operators.
        Assert.That((int)answer["convened"]!, Is.EqualTo(kind == "operatori" ? 0 : 1));
    }

    [Test]
    public async Task An_appointment_is_offered_booked_and_told_and_a_second_one_on_it_is_slot_taken()
    {
        var crisis = await Cohort.WithAgreementAsync(_on, 2);
        var slots = await RunAsync(new SlotsHandler(_on.Registry), SlotInput(crisis.Cases[0]));
        var slot = slots["slots"]![0]!.AsObject();

        var told = await RunAsync(Convene(), AppointmentInput("A1", crisis.Cases[0], slot, "invite"));
        var again = await RunAsync(Convene(), AppointmentInput("A1", crisis.Cases[0], slot, "invite"));
        var taken = await Convene().HandleAsync(JobsFor.Make("apl.convene", 200, AppointmentInput("A2", crisis.Cases[1], slot, "invite")), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(((string)slot["startAt"]!, (string)slot["operator"]!, (string)slot["room"]!), Is.EqualTo(("2026-03-16T09:00:00+01:00", "11-op1", "11-sala1")));
            Assert.That(slots["warning"], Is.Null);
            Assert.That((int)told["convened"]!, Is.EqualTo(1));
            Assert.That(again.ToJsonString(), Is.EqualTo(told.ToJsonString()));
            Assert.That(_spool.Names, Has.Count.EqualTo(1));
            Assert.That(Subject(_spool.Names[0]), Is.EqualTo("Convocazione: incontro 2: ruolo e sistema di competenze, 16/03/2026, ore 09:00"));
            Assert.That(taken, Is.InstanceOf<JobResult.Error>().With.Property(nameof(JobResult.Error.Code)).EqualTo("slot-taken"));
        });
    }

    [Test]
    public async Task A_module_that_is_held_elsewhere_is_told_without_operator_and_room_and_two_at_once_are_slot_taken()
    {
        var crisis = await Cohort.WithAgreementAsync(_on, 1);
        JsonObject Module(string id) => new()
        {
            ["id"] = id, ["type"] = "modulo di approfondimento", ["startAt"] = "2026-05-14T10:00:00+02:00", ["durationMin"] = 120, ["venueType"] = "sala esterna", ["venue"] = "Agenzia formativa, Aula 1",
            ["capacity"] = 1, ["centre"] = "11",
        };
        JsonObject Input(string id) => new() { ["sessions"] = new JsonArray(Module(id)), ["crisis"] = crisis.Crisis, ["case"] = crisis.Cases[0], ["action"] = "invite" };

        var told = await RunAsync(Convene(), Input("T1"));
        var taken = await Convene().HandleAsync(JobsFor.Make("apl.convene", 200, Input("T2")), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That((int)told["convened"]!, Is.EqualTo(1));
            Assert.That(Subject(_spool.Names[0]), Does.EndWith("14/05/2026, ore 10:00"));
            Assert.That(taken, Is.InstanceOf<JobResult.Error>().With.Property(nameof(JobResult.Error.Code)).EqualTo("slot-taken"));
        });
    }

    [Test]
    public async Task Too_few_hours_are_told_in_words_with_hours_needed_and_available()
    {
        var crisis = await Cohort.WithAgreementAsync(_on, 12);
        for (var n = 0; n < 12; n++)
        {
            await HearAsync("CaseStateChanged", n,
                new() { ["case"] = crisis.Cases[n], ["crisis"] = crisis.Crisis, ["pathway"] = "p1", ["state"] = "IN_CHARGE", ["at"] = "2026-03-12T09:00:00Z" });
        }

        var answer = await RunAsync(new SlotsHandler(_on.Registry), SlotInput(crisis.Cases[0], "2026-03-16", "2026-03-16"));

        Assert.That((string)answer["warning"]!, Is.EqualTo(
            "Al centro 11 servono 24 ore di «incontro 2» entro il 16/03/2026 e ne restano libere 14: aggiungere operatori o sale, allungare il periodo, oppure distribuire le persone su altri centri."));
    }

    [Test]
    public async Task When_the_period_is_over_there_are_no_slots_and_the_warning_says_what_to_do()
    {
        var crisis = await Cohort.WithAgreementAsync(_on, 1);

        var answer = await RunAsync(new SlotsHandler(_on.Registry), SlotInput(crisis.Cases[0], "2026-03-17", "2026-03-16"));

        Assert.Multiple(() =>
        {
            Assert.That(answer["slots"]!.AsArray(), Is.Empty);
            Assert.That((string)answer["warning"]!, Is.EqualTo("Al centro 11 non ci sono orari liberi per «incontro 2» entro il 16/03/2026: allungare il periodo o ridurre la durata."));
        });
    }

    [Test]
    public async Task Persons_are_written_to_through_the_registry_and_who_has_no_address_is_reported()
    {
        var crisis = await Cohort.WithAgreementAsync(_on, 3);
        await using (var context = _on.CreateDbContext())
        {
            var found = await context.WorkerCases.Include(row => row.Worker).SingleAsync(row => row.CaseId == crisis.Cases[1]);
            found.Worker!.Email = null;
            await context.SaveChangesAsync();
        }

        var one = await RunAsync(Notify(), new() { ["template"] = "inform-worker", ["case"] = crisis.Cases[0], ["crisis"] = crisis.Crisis });
        var all = await RunAsync(Notify(), new() { ["template"] = "inform-worker", ["cases"] = new JsonArray([.. crisis.Cases.Select(id => new JsonObject { ["case"] = id })]), ["crisis"] = crisis.Crisis }, key: 101);

        await using var log = _on.CreateDbContext();
        Assert.Multiple(() =>
        {
            Assert.That(one["notified"]!.ToJsonString(), Is.EqualTo($"""["{crisis.Cases[0]}"]"""));
            Assert.That(all["withoutEmail"]!.ToJsonString(), Is.EqualTo($"""["{crisis.Cases[1]}"]"""));
            Assert.That(_spool.Names, Has.Count.EqualTo(3).And.None.Contain("Zib"));
            Assert.That(log.ReadLog.Count(row => row.Purpose == "apl.notify 101"), Is.EqualTo(3), "every read of a person is written down");
        });
    }

    [Test]
    public async Task Accredited_operators_of_the_basin_are_invited_and_those_of_others_are_not()
    {
        var upload = new Cases.Desk.ImportUpload(Guid.NewGuid(), null, "operatori_accreditati.csv", Cohort.File(
            "cf;denominazione;n_iscrizione;sede_istat;servizi;dal;al;email",
            $"{PartitaIva.Write("0000000101")};Agenzia Zibrella;P-1;004203;orientamento;2020-01-01;;saluzzo@example.invalid",
            $"{PartitaIva.Write("0000000102")};Cooperativa Zibrella;P-2;004203;orientamento;2020-01-01;;",
            $"{PartitaIva.Write("0000000103")};Consorzio Zibrello;P-3;004078;orientamento;2020-01-01;;cuneo@example.invalid",
            $"{PartitaIva.Write("0000000104")};Agenzia Cessata;P-4;004203;orientamento;2020-01-01;2025-12-31;cessata@example.invalid")) { Kind = Cases.Desk.ImportKind.AccreditedOperators };
        var staged = (await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None)).Value!;
        await _on.Desk.DecideImportAsync(new(upload.Request, true, staged.Version, null), "apl-1", CancellationToken.None);

        var answer = await RunAsync(Notify(), new() { ["template"] = "invite-operators", ["operatorsOf"] = "11", ["centre"] = "11", ["agreement"] = "AG-CR-2026-0001-1" });

        Assert.Multiple(() =>
        {
            Assert.That(answer["notified"]!.ToJsonString(), Is.EqualTo($"""["{PartitaIva.Write("0000000101")}"]"""));
            Assert.That(answer["withoutEmail"]!.ToJsonString(), Is.EqualTo($"""["{PartitaIva.Write("0000000102")}"]"""));
        });
    }

    [Test]
    public async Task Who_has_not_booked_is_counted_and_reminded_once()
    {
        var crisis = await Cohort.WithAgreementAsync(_on, 6); // three in scope
        await _on.Desk.RecordBookingAsync(
            new(Guid.NewGuid(), crisis.Cases[0], "N-1", new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), "autonomo", new DateOnly(2026, 4, 1)), "cpi-1", CancellationToken.None);
        var input = new JsonObject { ["agreement"] = crisis.Agreement, ["of"] = "booking", ["remind"] = true, ["terms"] = new JsonObject { ["bookingLastDay"] = "2026-04-01" } };

        var first = await RunAsync(new BookingStatusHandler(_on.Registry, Mail()), input);
        var again = await RunAsync(new BookingStatusHandler(_on.Registry, Mail()), input);

        Assert.Multiple(() =>
        {
            Assert.That(first.ToJsonString(), Is.EqualTo(again.ToJsonString()));
            Assert.That(first.ToJsonString(), Is.EqualTo(
                """{"booked":1,"notBooked":2,"decided":0,"undecided":1,"approved":0,"rejected":0,"chosen":0,"unchosen":0,"territories":[],"lastDecision":null,"reminded":2}"""));
            Assert.That(_spool.Names, Has.Count.EqualTo(2));
            Assert.That(Subject(_spool.Names[0]), Is.EqualTo("Prenotare l'assegno di ricollocazione entro il 01/04/2026"));
        });
    }

    [Test]
    public async Task The_centre_of_a_case_follows_its_domicile_and_moving_the_seat_moves_the_nearest_centre()
    {
        var crisis = await Cohort.WithAgreementAsync(_on, 1);
        var competent = new CompetentCentreHandler(_on.Registry, _on.Clock);
        var before = await RunAsync(competent, new() { ["case"] = crisis.Cases[0] });
        await _on.Desk.RecordStatusAsync(new(Guid.NewGuid(), crisis.Cases[0], "CENTRE_CHANGED", null, "006003"), "cpi-1", CancellationToken.None);
        var after = await RunAsync(competent, new() { ["case"] = crisis.Cases[0] });
        var near = await RunAsync(new NearestCentreHandler(_on.Registry), new() { ["crisis"] = await Cohort.OpenCrisisAsync(_on, "005005") });
        var far = await RunAsync(new NearestCentreHandler(_on.Registry), new() { ["crisis"] = await Cohort.OpenCrisisAsync(_on, "096004"), ["capacity"] = 100 });

        Assert.Multiple(() =>
        {
            Assert.That(((string)before["centreGroup"]!, (string)after["centreGroup"]!), Is.EqualTo(("cpi:11", "cpi:01")));
            Assert.That(((string)near["centre"]!, (decimal)near["km"]!, (bool)near["withoutHall"]!), Is.EqualTo(("06", 0m, false)));
            Assert.That((string)far["centre"]!, Is.EqualTo("13"), "Biella has no hall for a hundred; Novara is the next that has");
        });
    }

    [Test]
    public async Task Breaking_one_check_digit_reports_exactly_that_row()
    {
        var agreement = (await _on.AgreementAsync()).Agreement;
        var rows = Enumerable.Range(1, 40).Select(n => Persons.Row(n)).ToArray();
        rows[16] = Persons.Row(17, code: Persons.Spoiled(Persons.Number(17).Code));

        var upload = SampleForms.Upload(agreement, rows);
        await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None);
        await RunAsync(new ValidateWorkersHandler(_on.Registry), new() { ["importId"] = upload.Request.ToString() });

        var report = await _on.Desk.ReadReportAsync(upload.Request, new(true, 0, 100), OwnRegistry.Reason, CancellationToken.None);
        var errors = report.Rows.Where(row => row.IsGood == false).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(errors.Select(row => row.RowNumber), Is.EqualTo(new[] { 18 }));
            Assert.That(errors.Single().Issues.Select(issue => issue.Code), Does.Contain(RowCode.CfCheck));
        });
    }

    [Test]
    public async Task A_snapshot_and_a_follow_up_are_taken_by_jobs()
    {
        var crisis = await Cohort.WithAgreementAsync(_on, 3);
        await HearAsync("PathwayCompleted", 2_000, new() { ["case"] = crisis.Cases[0], ["crisis"] = crisis.Crisis, ["pathway"] = "p1", ["outcome"] = "assunzione TI", ["moveTo"] = null });

        var taken = await RunAsync(new CollectHandler(_on.Registry), new() { ["crisis"] = crisis.Crisis, ["period"] = "2026-03", ["kind"] = "final" });
        var again = await RunAsync(new CollectHandler(_on.Registry), new() { ["crisis"] = crisis.Crisis, ["period"] = "2026-03", ["kind"] = "final" });
        var followUp = await RunAsync(new CoFollowUpHandler(_on.Registry), new() { ["case"] = crisis.Cases[0], ["months"] = 6 });

        Assert.Multiple(() =>
        {
            Assert.That((int)taken["cases"]!, Is.EqualTo(3));
            Assert.That(again.ToJsonString(), Is.EqualTo(taken.ToJsonString()));
            Assert.That(((string)followUp["outcome"]!, (bool)followUp["verifiedByCo"]!), Is.EqualTo(("NOT_EMPLOYED", false)));
        });
    }

    private ConveneHandler Convene() => new(_on.Registry, _spool.Folder, _spool.Options);

    private PersonMail Mail() => new(_on.Registry, _spool.Folder, _on.Clock);

    private NotifyHandler Notify() => new(_on.Registry, _spool.Folder, Mail(), new Mailboxes(_spool.Options), _on.Clock);

    private static async Task<JsonObject> RunAsync(IJobHandler handler, JsonObject input, long key = 100) =>
        (await handler.HandleAsync(JobsFor.Make(handler.JobType, key, input), CancellationToken.None)).Variables();

    // As the bus gives it: read by the catalogue, heard by the agency's one keeper of cases.
    private Task HearAsync(string name, long key, JsonObject variables)
    {
        var keeper = new CaseKeeper(_on.Registry);
        return MessageCatalogue.Read(name, key, (string?)variables["case"] ?? "key", _on.Clock.GetUtcNow(), variables.ToJsonString()).Message switch
        {
            SessionWanted wanted => keeper.HandleAsync(wanted, CancellationToken.None),
            SessionPlanned planned => keeper.HandleAsync(planned, CancellationToken.None),
            CaseStateChanged changed => keeper.HandleAsync(changed, CancellationToken.None),
            PathwayCompleted completed => keeper.HandleAsync(completed, CancellationToken.None),
            var other => throw new InvalidOperationException($"Expected a message of the catalogue that the agency hears, but {name} gave {other?.GetType().Name ?? "nothing"}."),
        };
    }

    private static JsonObject Session(string id, string type, int capacity) => new()
    {
        ["id"] = id, ["type"] = type, ["startAt"] = "2026-04-20T09:00:00+02:00", ["durationMin"] = 120, ["venue"] = "Sala Lux, Saluzzo", ["capacity"] = capacity,
    };

    private static JsonObject SlotInput(string caseId, string from = "2026-03-16", string to = "2026-03-20") => new()
    {
        ["case"] = caseId, ["centre"] = "11", ["kind"] = "incontro 2", ["durationMin"] = 120, ["notBefore"] = from, ["notAfter"] = to,
    };

    private static JsonObject AppointmentInput(string id, string caseId, JsonObject slot, string action) => new()
    {
        ["case"] = caseId,
        ["action"] = action,
        ["sessions"] = new JsonArray(new JsonObject
        {
            ["id"] = id, ["type"] = "incontro 2", ["startAt"] = (string)slot["startAt"]!, ["durationMin"] = 120, ["operator"] = (string)slot["operator"]!, ["room"] = (string)slot["room"]!,
        }),
    };

    private string Subject(string name)
    {
        var message = _spool.Read(name).Replace("\r\n =?", " =?", StringComparison.Ordinal);
        var subject = message.Split("\r\n").First(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..];
        return Encoding.UTF8.GetString([.. subject.Split(' ').SelectMany(word => Convert.FromBase64String(word[10..^2]))]);
    }
}
