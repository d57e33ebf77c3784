using System.Globalization;
using System.Text;
using Orchestrator.Cases;
using Orchestrator.Contracts.Cases;
using Orchestrator.Contracts.Client;
using Orchestrator.Engine.Ports;
using Orchestrator.Feel;
using Orchestrator.Interpreter;
using Orchestrator.Server.Client;
using Orchestrator.Server.Client.Notices;
using Orchestrator.Testing;
using RegistryPage = Orchestrator.Contracts.Cases.CasePage;

namespace Orchestrator.Server.Tests.Notices;

/// <summary>
/// Doors that write into the registry and then tell the engine, with a crash at every database operation of either: afterwards the process knows what the registry knows, once,
/// although nobody repeats the request; and somebody who repeats it changes nothing.
/// </summary>
[Category("Slow")]
internal sealed class NoticeCrashTests
{
    private static readonly ActingUser Regione = new("regione", "Renata Regione", ["regione"], [Roles.Operator]);
    private static readonly ActingUser Apl = new("apl", "Aldo Apl", ["apl"], [Roles.Operator]);
    private static readonly ActingUser Centre = new("cpi", "Carla Centro", ["cpi:15"], [Roles.Operator]);
    private static readonly AccessReason Reason = new("test", "a test");
    private const int Workers = 3;
    private static readonly RowIssue Wrong = new("codice_fiscale", "CF_CHECK", RowSeverity.Error, "Il carattere di controllo non torna.");

    private DirectoryInfo _folder = null!;
    private string _empty = "";

    [OneTimeSetUp]
    public async Task PrepareOnce()
    {
        _folder = Directory.CreateTempSubdirectory("notices-");
        _empty = await TemplateAsync("empty", null, stage => stage.PrepareAsync());
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Delete(recursive: true);

    [Test]
    public async Task An_agreement_that_stands_has_its_process_once()
    {
        var request = Guid.CreateVersion7();
        await EverywhereAsync(_empty, stage => RegisterAsync(stage, request), async (stage, answered, where) =>
        {
            var agreements = await stage.AskAsync<CaseDesk, int>(async desk => (await desk.ListAgreementsAsync(0, 10, CancellationToken.None)).Count);
            Assert.That(agreements, answered ? Is.EqualTo(1) : Is.LessThanOrEqualTo(1), where);
            Assert.That(await InstancesAsync(stage, "ma4-delivery"), Has.Count.EqualTo(agreements), where);
            Assert.That(await AccessesAsync(stage), Is.EqualTo(agreements), where);
            // No crisis table runs: the list is asked for at once.
            Assert.That(await InstancesAsync(stage, "ma3-research"), Has.Count.EqualTo(agreements), where);
        });
    }

    [Test]
    public async Task A_second_agreement_of_a_crisis_is_called_once_in_the_delivery_that_runs()
    {
        var start = await TemplateAsync("one-agreement", _empty, stage => RegisterAsync(stage, Guid.CreateVersion7()));
        var request = Guid.CreateVersion7();
        await EverywhereAsync(start, stage => RegisterAsync(stage, request, "CR-2026-0001"), async (stage, answered, where) =>
        {
            var agreements = await stage.AskAsync<CaseDesk, int>(async desk => (await desk.ListAgreementsAsync(0, 10, CancellationToken.None)).Count);
            Assert.That(agreements, answered ? Is.EqualTo(2) : Is.LessThanOrEqualTo(2), where);
            Assert.That(await InstancesAsync(stage, "ma4-delivery"), Has.Count.EqualTo(1), where);
            Assert.That(await AccessesAsync(stage), Is.EqualTo(agreements), where);
        });
    }

    [Test]
    public async Task A_list_that_stands_is_checked_once()
    {
        var start = await TemplateAsync("registered", _empty, stage => RegisterAsync(stage, Guid.CreateVersion7()));
        var request = Guid.CreateVersion7();
        await EverywhereAsync(start, stage => UploadAsync(stage, request), async (stage, answered, where) =>
        {
            var imports = await stage.AskAsync<CaseDesk, int>(async desk => (await desk.ListImportsAsync(await AgreementAsync(stage), CancellationToken.None)).Count);
            Assert.That(imports, answered ? Is.EqualTo(1) : Is.LessThanOrEqualTo(1), where);
            Assert.That(await TasksAsync(stage, "load-workers"), Has.Count.EqualTo(imports), where);
        });
    }

    [Test]
    public async Task A_corrected_signing_date_is_the_same_in_registry_and_process()
    {
        var start = await TemplateAsync("to-correct", _empty, stage => RegisterAsync(stage, Guid.CreateVersion7()));
        var request = Guid.CreateVersion7();
        // The page shows a version, and sends the same again when the answer was lost. Every run begins at the same one.
        long? shown = null;
        await EverywhereAsync(start, async stage =>
        {
            shown ??= (await stage.Node.Instances.StateAsync((await InstancesAsync(stage, "ma4-delivery")).Single().Instance))!.Version;
            return await CorrectAsync(stage, request, new DateOnly(2026, 2, 20), shown.Value);
        }, async (stage, answered, where) =>
        {
            var agreement = (await stage.AskAsync<CaseDesk, Orchestrator.Cases.Desk.AgreementView?>(async desk => await desk.FindAgreementAsync(await AgreementAsync(stage), CancellationToken.None)))!;
            var instance = (await InstancesAsync(stage, "ma4-delivery")).Single().Instance;
            var state = (await stage.Node.Instances.StateAsync(instance))!;
            state.Elements[state.Root].Variables.TryGet("signingDate", out var told);
            Assert.That((told as FeelString)?.Value, Is.EqualTo(agreement.SigningDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), where);
            state.Elements.Values.Single(element => element.Element.Value == "p1-collective").Variables.TryGet("signingDate", out var given);
            Assert.That(given, Is.EqualTo(told), where);
            if (answered) Assert.That(agreement.SigningDate, Is.EqualTo(new DateOnly(2026, 2, 20)), where);
            var corrections = (await stage.Node.History.PageAsync(instance, 0, 1000, CancellationToken.None)).Count(one => one.Event is InstanceEvent.VariablesCorrected);
            Assert.That(corrections, Is.EqualTo(agreement.SigningDate == new DateOnly(2026, 2, 20) ? 1 : 0), where);
        });
    }

    [Test]
    public async Task A_decision_on_the_page_of_the_list_completes_its_task_once()
    {
        var request = Guid.CreateVersion7();
        await EverywhereAsync(await CheckedAsync(), async stage =>
        {
            var import = await ImportAsync(stage);
            var decision = new ImportDecision(request, import.Import, import.Version, true, "La riga sbagliata resta fuori.");
            return (await stage.AskAsync<IAgreements, Outcome<ImportReport>>(agreements => agreements.DecideAsync(Apl, decision, CancellationToken.None))).Refusal;
        }, DecidedAsync);
    }

    [Test]
    public async Task A_decision_in_the_inbox_is_carried_out_and_completes_its_task_once()
    {
        var start = await TemplateAsync("claimed", await CheckedAsync(), async stage =>
        {
            var task = await TaskAsync(stage, "fix-workers");
            await stage.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), new Actor("apl", ["apl"]), task.Key, null, CancellationToken.None);
        });
        var request = Guid.CreateVersion7();
        await EverywhereAsync(start, async stage =>
        {
            var task = await TaskAsync(stage, "fix-workers");
            var action = new TaskAction(request, task.Key.Value, task.Version);
            return (await stage.AskAsync<IInbox, Outcome<TaskSummary>>(inbox => inbox.CompleteAsync(Apl, action, """{ "listDecision": "prosegui", "exclusionReason": "La riga sbagliata resta fuori." }""", CancellationToken.None))).Refusal;
        }, DecidedAsync);
    }

    [Test]
    public async Task What_the_registry_refuses_of_a_sheet_completes_nothing_and_names_the_field_of_the_form()
    {
        var folder = await TemplateAsync("refused", await CheckedAsync(), HoldSessionAsync);
        await using var stage = await NoticeStage.OpenAsync(folder, new ManualTime());
        var person = (await CasesAsync(stage))[0];

        var late = await CompleteAsync(stage, Guid.CreateVersion7(), $$"""{ "attendance": [{ "case": "{{person}}", "status": "ritardo", "minutes": 900 }] }""");
        var shapeless = await CompleteAsync(stage, Guid.CreateVersion7(), """{ "attendance": "tutti presenti" }""");

        Assert.That(late.Refusal?.Fields.Select(field => AttendanceRecorder.InData(field.Path)), Does.Contain("attendance[0].minutes"));
        Assert.That(shapeless.Refusal?.Fields.Select(field => field.Path), Is.EqualTo(new[] { "attendance" }));
        Assert.That((await TaskAsync(stage, "register-attendance")).State, Is.EqualTo(TaskRowState.Created));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_recorded_sheet_completes_its_task_once(bool byProgram)
    {
        var start = await TemplateAsync($"session-held-{byProgram}", await CheckedAsync(), HoldSessionAsync);
        var request = Guid.CreateVersion7();
        await EverywhereAsync(start, async stage =>
        {
            var people = await CasesAsync(stage);
            if (byProgram)
            {
                var sent = people.Select(person => $$"""{ "case": "{{person}}", "status": "presente", "minutes": 60 }""");
                return (await CompleteAsync(stage, request, $$"""{ "attendance": [{{string.Join(", ", sent)}}] }""")).Refusal;
            }
            var task = await TaskAsync(stage, "register-attendance");
            var rows = people.Select(person => new GridEntry(person, new Dictionary<string, string> { ["status"] = "presente", ["minutes"] = "60" })).ToList();
            var action = new TaskAction(request, task.Key.Value, task.Version);
            return (await stage.AskAsync<IAttendance, Outcome<TaskSummary>>(attendance => attendance.RecordAsync(Centre, action, rows, CancellationToken.None))).Refusal;
        }, async (stage, answered, where) =>
        {
            var sheet = await stage.AskAsync<CaseDesk, int>(async desk =>
                (await desk.ReadAttendanceAsync("S1", Reason, CancellationToken.None)).Rows.Count(row => row.Status is not null));
            var task = await TaskAsync(stage, "register-attendance");
            Assert.That(sheet, answered ? Is.EqualTo(Workers) : Is.EqualTo(Workers).Or.Zero, where);
            Assert.That(task.State, Is.EqualTo(sheet == Workers ? TaskRowState.Completed : TaskRowState.Created), where);
        });
    }

    [Test]
    public async Task A_recorded_booking_is_told_the_process_of_its_case_once()
    {
        var start = await TemplateAsync("booked", await CheckedAsync(), async stage =>
        {
            var import = await ImportAsync(stage);
            await stage.AskAsync<IAgreements, Outcome<ImportReport>>(agreements =>
                agreements.DecideAsync(Apl, new(Guid.CreateVersion7(), import.Import, import.Version, true, "Righe complete."), CancellationToken.None));
        });
        var request = Guid.CreateVersion7();
        await EverywhereAsync(start, async stage =>
        {
            var form = new Orchestrator.Cases.Desk.BookingRegistration(
                request, (await CasesAsync(stage))[0], "N-1", stage.Node.Time.GetUtcNow().AddMinutes(-5), "autonomo", new DateOnly(2099, 12, 31));
            var answer = await stage.AskAsync<CaseDesk, Orchestrator.Cases.Desk.DeskAnswer<Orchestrator.Cases.Desk.FactRecorded>>(desk => desk.RecordBookingAsync(form, "cpi", CancellationToken.None));
            await stage.AskAsync<NoticeTeller, bool>(async teller =>
            {
                await teller.TellAllAsync(CancellationToken.None);
                return true;
            });
            return answer.IsAccepted ? null : Refused.From(answer.Problems);
        }, (stage, answered, where) =>
        {
            var told = stage.Count("SELECT count(*) FROM engine_messages WHERE name = 'BookingMade'");
            var recorded = stage.Count("SELECT count(*) FROM cases_bookings");
            Assert.That(told, Is.EqualTo(recorded), where);
            if (answered) Assert.That(told, Is.EqualTo(1), where);
            return Task.CompletedTask;
        });
    }

    private static async Task DecidedAsync(NoticeStage stage, bool answered, string where)
    {
        var import = await ImportAsync(stage);
        var decided = import.State == Orchestrator.Cases.Desk.ImportState.Accepted;
        if (answered) Assert.That(decided, Is.True, where);
        var task = await TaskAsync(stage, "fix-workers");
        Assert.That(task.State, Is.EqualTo(decided ? TaskRowState.Completed : TaskRowState.Created), where);
        // The delivery is told that the list is checked, once, and opens its cases.
        Assert.That(await JobsAsync(stage, "apl.load-cases"), Has.Count.EqualTo(decided ? 1 : 0), where);
        var cases = await stage.AskAsync<ICaseRegistry, RegistryPage>(async registry => await registry.ReadCasesAsync(import.Agreement!, null, 10, CancellationToken.None));
        Assert.That(cases.Cases, Has.Count.EqualTo(decided ? Workers : 0), where);
    }

    [Test]
    public async Task A_list_that_is_sent_back_tells_the_research_nothing_and_the_corrected_one_goes_on_in_its_place()
    {
        var folder = await TemplateAsync("sent-back", await CheckedAsync(), _ => Task.CompletedTask);
        await using var stage = await NoticeStage.OpenAsync(folder, new ManualTime());
        var list = await ImportAsync(stage);

        await stage.AskAsync<IAgreements, Outcome<ImportReport>>(agreements =>
            agreements.DecideAsync(Apl, new(Guid.CreateVersion7(), list.Import, list.Version, false, "Codici da correggere."), CancellationToken.None));
        await stage.SettleAsync();
        Assert.That((await TaskAsync(stage, "fix-workers")).State, Is.EqualTo(TaskRowState.Created));
        Assert.That(await stage.AskAsync<CaseDesk, int>(async desk => (await desk.ReadNoticesAsync(10, CancellationToken.None)).Count), Is.Zero, "notices left");

        await UploadAsync(stage, Guid.CreateVersion7());
        await stage.SettleAsync();
        Assert.That((await TaskAsync(stage, "fix-workers")).State, Is.EqualTo(TaskRowState.Cancelled));
        Assert.That(await JobsAsync(stage, "apl.validate-workers"), Has.Count.EqualTo(1));
    }

    /// <summary>A run without a crash says where there are points; then one run for each around a commit, where it matters, and for every fourth of the others.</summary>
    private async Task EverywhereAsync(string start, Func<NoticeStage, Task<Refusal?>> door, Func<NoticeStage, bool, string, Task> check)
    {
        var points = await RunAsync(start, int.MaxValue, door, check);
        var chosen = Enumerable.Range(1, points.Count).Where(n => n % 4 == 1 || points[n - 1].Contains("commit", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var n in chosen) await RunAsync(start, n, door, check);
        TestContext.Out.WriteLine($"{chosen.Count} of {points.Count} crash points");
        Assert.That(chosen, Has.Count.GreaterThan(5), "crash points");
    }

    /// <returns>Where it passed a point.</returns>
    private async Task<IReadOnlyList<string>> RunAsync(string start, int n, Func<NoticeStage, Task<Refusal?>> door, Func<NoticeStage, bool, string, Task> check)
    {
        var time = new ManualTime();
        var folder = CopyOf(start, "run");
        var (answered, points, where) = await DieAsync(folder, time, n, door);
        await using (var stage = await NoticeStage.OpenAsync(folder, time))
        {
            await stage.SettleAsync();
            await check(stage, answered, $"n = {n}, {where}");
            Assert.That(await stage.AskAsync<CaseDesk, int>(async desk => (await desk.ReadNoticesAsync(10, CancellationToken.None)).Count), Is.Zero, $"notices left, n = {n}, {where}");
            // The person who never got an answer tries again.
            await door(stage);
            await stage.SettleAsync();
            await check(stage, true, $"asked again, n = {n}, {where}");
        }
        Directory.Delete(folder, recursive: true);
        return points;
    }

    private static async Task<(bool Answered, IReadOnlyList<string> Points, string Where)> DieAsync(string folder, ManualTime time, int n, Func<NoticeStage, Task<Refusal?>> door)
    {
        await using var stage = await NoticeStage.OpenAsync(folder, time, n);
        stage.Crash.Armed = true;
        try
        {
            if (await door(stage) is not { } refusal) return (!stage.Crash.Crashed, stage.Crash.Points, stage.Crash.Where ?? "no crash");
            if (!stage.Crash.Crashed) throw new AssertionException($"Expected no refusal, but found: {refusal.Message}");
            return (false, stage.Crash.Points, stage.Crash.Where!);
        }
        catch (Exception) when (stage.Crash.Crashed)
        {
            // The process is gone: whatever it threw, nobody hears it.
            return (false, stage.Crash.Points, stage.Crash.Where!);
        }
    }

    // ---- the way to where a story begins

    private Task<string> CheckedAsync() => TemplateAsync($"checked-{Guid.NewGuid():N}", _empty, async stage =>
    {
        await RegisterAsync(stage, Guid.CreateVersion7());
        await stage.SettleAsync();
        await UploadAsync(stage, Guid.CreateVersion7());
        await stage.SettleAsync();
        var received = await TaskAsync(stage, "load-workers");
        var apl = new Actor("apl", ["apl"]);
        await stage.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), apl, received.Key, null, CancellationToken.None);
        await stage.Node.Tasks.CompleteAsync(Guid.CreateVersion7(), apl, received.Key, (FeelContext)FeelJson.Read("""{ "legalBasis": true }"""), null, CancellationToken.None);
        await stage.SettleAsync();
        var import = (await ImportAsync(stage)).Import;
        await stage.AskAsync<ICaseRegistry, bool>(async registry =>
        {
            var rows = await registry.ReadStagedRowsAsync(import, 0, 10, Reason, CancellationToken.None);
            await registry.ReportVerdictsAsync(import, [.. rows.Rows.Select(row => new RowVerdict(row.RowNumber, row[WorkerColumns.CodiceFiscale], "15", row.RowNumber <= Workers + 1 ? [] : [Wrong]))], Reason, CancellationToken.None);
            await registry.CompleteValidationAsync(import, Reason, CancellationToken.None);
            return true;
        });
        var job = (await JobsAsync(stage, "apl.validate-workers")).Single().Job;
        await stage.Node.Jobs.CompleteAsync(
            Guid.CreateVersion7(), Actor.System("test"), job.Key, 1, (FeelContext)FeelJson.Read("""{ "report": { "rows": 4, "accepted": 3, "rejected": 1, "warned": 0 } }"""), CancellationToken.None);
        await stage.SettleAsync();
    });

    private static async Task HoldSessionAsync(NoticeStage stage)
    {
        var import = await ImportAsync(stage);
        await stage.AskAsync<IAgreements, Outcome<ImportReport>>(agreements =>
            agreements.DecideAsync(Apl, new(Guid.CreateVersion7(), import.Import, import.Version, true, "Righe complete."), CancellationToken.None));
        var startsAt = stage.Node.Time.GetUtcNow().AddHours(-2);
        await stage.AskAsync<ICaseRegistry, SessionPlaces>(registry => registry.AssignSessionAsync(new("S1", import.Agreement, "presentazione", startsAt, 60, 10), CancellationToken.None));
        var session = $$"""{ "id": "S1", "type": "presentazione", "startAt": "{{startsAt:yyyy-MM-ddTHH:mm:sszzz}}", "durationMin": 60, "capacity": 10 }""";
        var variables = $$"""{ "crisis": "{{import.Crisis}}", "agreement": "{{import.Agreement}}", "centre": "15", "convened": true, "session": {{session}} }""";
        await stage.Node.Messages.PublishAsync(new("SessionPlanned", "S1", TimeSpan.FromDays(1), (FeelContext)FeelJson.Read(variables)), CancellationToken.None);
        await stage.SettleAsync();
        var task = await TaskAsync(stage, "register-attendance");
        await stage.Node.Tasks.ClaimAsync(Guid.CreateVersion7(), new Actor("cpi", ["cpi:15"]), task.Key, null, CancellationToken.None);
    }

    private async Task<string> TemplateAsync(string name, string? from, Func<NoticeStage, Task> prepare)
    {
        var folder = from is null ? _folder.CreateSubdirectory(name).FullName : CopyOf(from, name);
        await using var stage = await NoticeStage.OpenAsync(folder, new ManualTime());
        await prepare(stage);
        await stage.SettleAsync();
        return folder;
    }

    private string CopyOf(string from, string name)
    {
        var copy = _folder.CreateSubdirectory(name).FullName;
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        return copy;
    }

    private static async Task<Refusal?> RegisterAsync(NoticeStage stage, Guid request, string? crisis = null)
    {
        var signed = new DateOnly(2026, 2, 27);
        var draft = new AgreementDraft(
            crisis, "Officine di Prova S.p.A.", "10000000009", "001272", signed, "ministero", "crisi", signed.AddDays(-20), signed.AddMonths(12), [new("Montaggio", "Operaio", 10)]);
        return (await stage.AskAsync<IAgreements, Outcome<AgreementDetail>>(agreements => agreements.RegisterAsync(Regione, request, draft, CancellationToken.None))).Refusal;
    }

    private static async Task<Refusal?> UploadAsync(NoticeStage stage, Guid request)
    {
        var text = new StringBuilder("codice_fiscale;cognome;nome;email;comune_domicilio_istat;mansione;ambito;profilo\n");
        // The last row has an error: a list without one needs no decision.
        for (var i = 1; i <= Workers + 1; i++) text.Append(CultureInfo.InvariantCulture, $"CF{i:D14};Prova{i};Persona;p{i}@example.invalid;001272;Operaio;Montaggio;Operaio\n");
        var file = new WorkersFile("lavoratori.csv", Encoding.UTF8.GetBytes(text.ToString()));
        var agreement = await AgreementAsync(stage);
        return (await stage.AskAsync<IAgreements, Outcome<ImportReport>>(agreements => agreements.UploadWorkersAsync(Apl, request, agreement, file, CancellationToken.None))).Refusal;
    }

    private static async Task<Refusal?> CorrectAsync(NoticeStage stage, Guid request, DateOnly day, long shown)
    {
        var instance = (await InstancesAsync(stage, "ma4-delivery")).Single().Instance;
        var key = ScopeKey.RootOf(instance).Value;
        var correction = new CaseCorrection(request, key, shown, $$"""{ "signingDate": "{{day:yyyy-MM-dd}}" }""", "Data letta male.");
        return (await stage.AskAsync<ICaseFile, Outcome<CaseDetail>>(cases => cases.CorrectAsync(Regione, correction, CancellationToken.None))).Refusal;
    }

    // What a program sends to the API's completion.
    private static async Task<Completion> CompleteAsync(NoticeStage stage, Guid request, string data)
    {
        var task = await TaskAsync(stage, "register-attendance");
        return await stage.AskAsync<TaskCompletion, Completion>(completion =>
            completion.OfAsync(Centre, task, request, (FeelContext)FeelJson.Read(data), null, CancellationToken.None));
    }

    // ---- looking

    private static async Task<IReadOnlyList<string>> CasesAsync(NoticeStage stage) =>
        [.. (await stage.AskAsync<ICaseRegistry, RegistryPage>(async registry => await registry.ReadCasesAsync(await AgreementAsync(stage), null, 10, CancellationToken.None)))
            .Cases.Select(row => row.CaseId)];

    private static async Task<IReadOnlyList<InstanceRow>> InstancesAsync(NoticeStage stage, string process) =>
        (await stage.Node.Queries.InstancesAsync(new() { ProcessId = process, Page = new(0, 10) }, CancellationToken.None)).Items;

    private static async Task<IReadOnlyList<LockedJob>> JobsAsync(NoticeStage stage, string type) =>
        [.. (await stage.Node.Queries.JobsAsync(new(), CancellationToken.None)).Items.Where(job => job.Job.Type == type)];

    private static async Task<int> AccessesAsync(NoticeStage stage) =>
        (await stage.Node.Queries.ProcessScopesAsync(new() { ProcessId = "p1-collective", Page = new(0, 10) }, CancellationToken.None)).Total;

    private static async Task<TaskRow> TaskAsync(NoticeStage stage, string element) => (await TasksAsync(stage, element)).Single();

    private static async Task<IReadOnlyList<TaskRow>> TasksAsync(NoticeStage stage, string element) =>
        (await stage.Node.Queries.TasksAsync(new() { Element = element, Page = new(0, 10) }, CancellationToken.None)).Items;

    private static Task<string> AgreementAsync(NoticeStage stage) =>
        stage.AskAsync<CaseDesk, string>(async desk => (await desk.ListAgreementsAsync(0, 1, CancellationToken.None))[0].Agreement);

    private static Task<Orchestrator.Cases.Desk.ImportSummary> ImportAsync(NoticeStage stage) =>
        stage.AskAsync<CaseDesk, Orchestrator.Cases.Desk.ImportSummary>(async desk => (await desk.ListImportsAsync(await AgreementAsync(stage), CancellationToken.None)).Single());
}
