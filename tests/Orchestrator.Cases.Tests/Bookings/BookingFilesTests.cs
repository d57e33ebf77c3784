using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Desk;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Bookings;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class BookingFilesTests(Database database)
{
    private const string Decisions = "numero_prenotazione;codice_fiscale;esito;data_esito;motivo";
    private const string Choices = "codice_fiscale;cf_erogatore;sede;data_scelta";
    private const string Operators = "cf;denominazione;n_iscrizione;sede_istat;servizi;dal;al";

    private static readonly string s_private = PartitaIva.Write("0000000201");
    private static readonly string s_public = PartitaIva.Write("0000000202");
    private OwnRegistry _on = null!;
    private Cohort _cohort = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await Databases.CreateAsync(database);
        _cohort = await Cohort.WithAgreementAsync(_on, 6);
    }

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public async Task Decisions_find_their_case_by_number_then_by_person_and_the_others_are_listed()
    {
        await BookAsync(0, "N-0");
        var import = await UploadAsync(
            ImportKind.BookingDecisions, Decisions,
            $"n-0;{Cohort.Code(0)};APPROVATA;2026-03-11;",
            $";{Cohort.Code(2)};RESPINTA;2026-03-11;dati non coerenti",
            $"N-9;{Cohort.Code(77)};APPROVATA;2026-03-11;");

        var entered = await EnterAsync(import.Import);
        var again = await EnterAsync(import.Import);
        var rows = await _on.Registry.ReadDecisionsAsync(import.Import, 0, 10, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That((import.State, import.Good, import.Bad, import.Warned), Is.EqualTo((ImportState.Validated, 3, 0, 1)));
            Assert.That((entered.Decided, entered.Approved, entered.Rejected), Is.EqualTo((2, 1, 1)));
            Assert.That(entered.UnmatchedRows, Is.EqualTo(new[] { 4 }));
            Assert.That((again.Decided, again.UnmatchedRows.Count), Is.EqualTo((2, 1)));
            Assert.That(rows.Rows, Is.EqualTo(new[]
            {
                new DecisionRow(2, _cohort.Cases[0], true, null, new(2026, 3, 11), false),
                new DecisionRow(3, _cohort.Cases[2], false, "dati non coerenti", new(2026, 3, 11), true),
            }));
        });
    }

    [Test]
    public async Task An_omocode_is_the_same_person()
    {
        var omocode = CodiceFiscaleReader.Read(Cohort.Code(0), new DateOnly(2026, 3, 12)).Code!.WithOmocodia(3);

        var import = await UploadAsync(ImportKind.BookingDecisions, Decisions, $";{omocode};APPROVATA;2026-03-11;");

        Assert.That((await EnterAsync(import.Import)).Decided, Is.EqualTo(1));
    }

    [Test]
    public async Task The_number_of_somebody_else_decides_about_nobody()
    {
        await BookAsync(0, "N-0");

        var import = await UploadAsync(ImportKind.BookingDecisions, Decisions, $"N-0;{Cohort.Code(2)};APPROVATA;2026-03-11;", $";{Cohort.Code(4)};APPROVATA;2026-03-11;");
        var report = await _on.Desk.ReadReportAsync(import.Import, new(true, 0, 10), OwnRegistry.Reason, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(report.Rows.Single().Issues.Single().Code, Is.EqualTo(RowCode.NumberOfAnother));
            Assert.That(EnterAsync(import.Import).Result.Decided, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Breaking_one_check_digit_reports_exactly_that_row()
    {
        string Spoil(string code) => code[..^1] + (code[^1] == 'A' ? 'B' : 'A');
        var lines = Enumerable.Range(0, 6).Select(n => $";{(n == 3 ? Spoil(Cohort.Code(n)) : Cohort.Code(n))};APPROVATA;2026-03-11;").ToArray();

        var import = await UploadAsync(ImportKind.BookingDecisions, Decisions, lines);
        var report = await _on.Desk.ReadReportAsync(import.Import, new(true, 0, 10), OwnRegistry.Reason, CancellationToken.None);

        Assert.That(report.Rows.Select(row => (row.RowNumber, row.Issues.Single().Code)), Is.EqualTo(new[] { (5, RowCode.CfCheck) }));
    }

    [Test]
    public async Task A_file_of_decisions_without_an_agreement_or_with_a_wrong_header_is_refused_whole()
    {
        var ownerless = await _on.Desk.UploadAsync(new(Guid.NewGuid(), null, "esiti.csv", Cohort.File(Decisions, "x")) { Kind = ImportKind.BookingDecisions }, "x", CancellationToken.None);
        var header = await _on.Desk.UploadAsync(new(Guid.NewGuid(), _cohort.Agreement, "esiti.csv", Cohort.File(Choices, "x")) { Kind = ImportKind.BookingDecisions }, "x", CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(ownerless.Problems.Single().Field, Is.EqualTo("agreement"));
            Assert.That(header.Problems.Single().Message, Does.Contain("esito").And.Contain("data_esito"));
        });
    }

    [Test]
    public async Task Choices_are_told_to_each_process_once_and_the_newest_holds()
    {
        await RegisterOperatorsAsync();
        var decisions = await UploadAsync(ImportKind.BookingDecisions, Decisions, $";{Cohort.Code(0)};APPROVATA;2026-03-10;", $";{Cohort.Code(2)};APPROVATA;2026-03-10;", $";{Cohort.Code(4)};RESPINTA;2026-03-10;altro");
        await EnterAsync(decisions.Import);

        var import = await UploadAsync(
            ImportKind.ProviderChoices, Choices,
            $"{Cohort.Code(0)};{s_private};004203;2026-03-11",
            $"{Cohort.Code(2)};{s_public};;2026-03-11",
            $"{Cohort.Code(4)};{s_private};;2026-03-11",
            $"{Cohort.Code(1)};{s_private};001272;2026-03-11");
        var report = await _on.Desk.ReadReportAsync(import.Import, new(true, 0, 10), OwnRegistry.Reason, CancellationToken.None);
        await DecideAsync(import);
        await DecideAsync(import);

        var messages = await MessagesAsync("ProviderChosen");
        var status = await _on.Registry.ReadBookingStatusAsync(_cohort.Agreement!, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(report.Rows.Select(row => (row.RowNumber, row.Issues[0].Code)), Is.EquivalentTo(new[] { (4, RowCode.NotApproved), (5, RowCode.NotApproved) }));
            Assert.That(messages.Select(message => ((string)message["case"]!, (string)message["providerType"]!, (string)message["provider"]!)), Is.EquivalentTo(new[]
            {
                (_cohort.Cases[0], "operatore privato", s_private),
                (_cohort.Cases[2], "CPI", "11"),
            }));
            Assert.That((status.Booked, status.Decided, status.Approved, status.Rejected, status.Chosen), Is.EqualTo((3, 3, 2, 1, 2)));
            Assert.That(status.Territories, Is.EqualTo(new[] { "11" }));
            Assert.That(status.LastDecision, Is.EqualTo(new DateOnly(2026, 3, 10)));
        });
    }

    [Test]
    public async Task A_choice_of_somebody_who_is_not_accredited_there_then_is_refused_in_its_row()
    {
        await RegisterOperatorsAsync();
        await EnterAsync((await UploadAsync(ImportKind.BookingDecisions, Decisions, $";{Cohort.Code(0)};APPROVATA;2026-03-10;")).Import);

        var import = await UploadAsync(ImportKind.ProviderChoices, Choices, $"{Cohort.Code(0)};{s_private};004078;2026-03-11");

        Assert.That(import.Bad, Is.EqualTo(1));
    }

    [Test]
    public async Task A_booking_is_recorded_once_told_once_and_validated_in_words()
    {
        var form = new BookingRegistration(Guid.NewGuid(), _cohort.Cases[0], " N-1 ", new(2026, 3, 10, 17, 30, 0, TimeSpan.Zero), "autonomo", new(2026, 4, 1));
        await _on.Desk.RecordBookingAsync(form, "cpi-1", CancellationToken.None);
        var again = await _on.Desk.RecordBookingAsync(form, "cpi-1", CancellationToken.None);

        var sameNumber = await _on.Desk.RecordBookingAsync(form with { Request = Guid.NewGuid() }, "cpi-1", CancellationToken.None);
        var wrong = await _on.Desk.RecordBookingAsync(form with { Request = Guid.NewGuid(), BookingNumber = "N-2", Channel = "piccione", BookedAt = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) }, "cpi-1", CancellationToken.None);
        var late = form with { Request = Guid.NewGuid(), BookingNumber = "N-3", LastDay = new(2026, 3, 9) };
        var outOfTerm = await _on.Desk.RecordBookingAsync(late, "cpi-1", CancellationToken.None);
        await _on.Desk.RecordBookingAsync(late with { OutOfTermConfirmed = true }, "cpi-1", CancellationToken.None);

        var messages = await MessagesAsync("BookingMade");
        Assert.Multiple(() =>
        {
            Assert.That(again.IsAccepted, Is.True);
            Assert.That(sameNumber.Problems.Single().Field, Is.EqualTo("bookingNumber"));
            Assert.That(wrong.Problems.Select(problem => problem.Field), Is.EqualTo(new[] { "channel", "bookedAt" }));
            Assert.That(outOfTerm.Problems.Single().Code, Is.EqualTo("outOfTerm"));
            Assert.That(messages.Select(message => message.ToJsonString()), Is.EquivalentTo(new[]
            {
                $$"""{"bookingNumber":"N-1","bookedAt":"2026-03-10T18:30:00\u002B01:00","channel":"autonomo","inTerm":true,"case":"{{_cohort.Cases[0]}}"}""",
                $$"""{"bookingNumber":"N-3","bookedAt":"2026-03-10T18:30:00\u002B01:00","channel":"autonomo","inTerm":false,"case":"{{_cohort.Cases[0]}}"}""",
            }));
        });
    }

    [Test]
    public async Task A_crash_at_any_point_of_recording_leaves_fact_and_message_together_or_neither()
    {
        var form = new BookingRegistration(Guid.NewGuid(), _cohort.Cases[0], "N-1", new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), "autonomo", new(2026, 4, 1));
        for (var point = 0; ; point++)
        {
            var crash = new CrashAt(point);
            using (_on.With(crash))
            {
                try
                {
                    await _on.Desk.RecordBookingAsync(form, "cpi-1", CancellationToken.None);
                }
                catch (Exception met) when (met is CrashException || met.InnerException is CrashException)
                {
                    // The process died here.
                }
            }
            await using var context = _on.CreateDbContext();
            Assert.That(await context.Bookings.CountAsync(), Is.EqualTo(await context.Notices.CountAsync(row => row.Id == form.Request)), $"crash at point {point}");
            if (!crash.HasCrashed)
                break;
        }

        await _on.Desk.RecordBookingAsync(form, "cpi-1", CancellationToken.None);
        Assert.That(await MessagesAsync("BookingMade"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_thousand_choices_are_entered_and_told()
    {
        await RegisterOperatorsAsync();
        await _cohort.AddAsync(100, 1_000);
        await EnterAsync((await UploadAsync(ImportKind.BookingDecisions, Decisions, [.. Enumerable.Range(100, 1_000).Select(n => $";{Cohort.Code(n)};APPROVATA;2026-03-10;")])).Import);

        var import = await UploadAsync(ImportKind.ProviderChoices, Choices, [.. Enumerable.Range(100, 1_000).Select(n => $"{Cohort.Code(n)};{s_public};;2026-03-11")]);
        var decided = await DecideAsync(import);

        await using var context = _on.CreateDbContext();
        Assert.That((decided.Value!.Created, await context.Notices.CountAsync(row => row.Kind == NoticeKind.ProcessMessage)), Is.EqualTo((1_000, 1_000)));
    }

    [Test]
    public async Task A_status_needs_its_reason_and_is_told()
    {
        var noReason = await _on.Desk.RecordStatusAsync(new(Guid.NewGuid(), _cohort.Cases[0], WorkerStatus.Declined, " "), "cpi-1", CancellationToken.None);
        var unknown = await _on.Desk.RecordStatusAsync(new(Guid.NewGuid(), _cohort.Cases[0], "HAPPY", null), "cpi-1", CancellationToken.None);
        var outside = await _on.Desk.RecordStatusAsync(new(Guid.NewGuid(), _cohort.Cases[0], WorkerStatus.CentreChanged, null, "015146"), "cpi-1", CancellationToken.None);
        await _on.Desk.RecordStatusAsync(new(Guid.NewGuid(), _cohort.Cases[0], WorkerStatus.Retired, null), "cpi-1", CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(noReason.Problems.Single().Field, Is.EqualTo("reason"));
            Assert.That(unknown.Problems.Single().Message, Does.Contain("DECLINED"));
            Assert.That(outside.Problems.Single().Field, Is.EqualTo("municipality"));
            Assert.That((string)MessagesAsync("WorkerStatusChanged").Result.Single()["status"]!, Is.EqualTo("RETIRED"));
        });
    }

    private async Task RegisterOperatorsAsync() => await DecideAsync(await UploadAsync(
        ImportKind.AccreditedOperators, Operators, $"{s_private};Agenzia Zibrella;P-1;004203;orientamento;2020-01-01;", $"{s_public};Centri per l'impiego (dati di prova);P-2;001272;orientamento;2020-01-01;"));

    private Task BookAsync(int n, string number) =>
        _on.Desk.RecordBookingAsync(new(Guid.NewGuid(), _cohort.Cases[n], number, new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), "autonomo", new(2026, 4, 1)), "cpi-1", CancellationToken.None);

    private Task<DecisionsEntered> EnterAsync(Guid import) => _on.Registry.EnterDecisionsAsync(import, _cohort.Agreement!, OwnRegistry.Reason, CancellationToken.None);

    private async Task<ImportSummary> UploadAsync(ImportKind kind, string header, params string[] lines)
    {
        var agreement = kind == ImportKind.AccreditedOperators ? null : _cohort.Agreement;
        var upload = new ImportUpload(Guid.NewGuid(), agreement, "file.csv", Cohort.File(header, lines)) { Kind = kind };
        return (await _on.Desk.UploadAsync(upload, "apl-1", CancellationToken.None)).Value!;
    }

    private Task<DeskAnswer<ImportDecided>> DecideAsync(ImportSummary import) =>
        _on.Desk.DecideImportAsync(new(import.Import, true, import.Version, import.Bad > 0 ? "righe errate" : null), "apl-1", CancellationToken.None);

    private async Task<List<JsonObject>> MessagesAsync(string name)
    {
        var notices = await _on.Desk.ReadNoticesAsync(CaseLimits.PageRowsMax, CancellationToken.None);
        return [.. notices.Where(notice => notice.Kind == NoticeKind.ProcessMessage).Select(ProcessMessage.Read).Where(message => message.Name == name)
            .Select(message => JsonNode.Parse(message.VariablesJson)!.AsObject())];
    }
}
