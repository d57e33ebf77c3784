using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.Apl.Jobs;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.Jobs;

internal sealed class ConveneHandlerTests
{
    private OwnRegistry _on = null!;
    private Spool _spool = null!;
    private string _agreement = null!;
    private IReadOnlyList<string> _cases = null!;

    [SetUp]
    public async Task SetUp()
    {
        _on = await OwnRegistry.CreateAsync();
        _spool = new Spool();
        _agreement = (await _on.AgreementAsync()).Agreement;
        var import = (await _on.Desk.UploadAsync(
            SampleForms.Upload(_agreement, Persons.Row(1), Persons.Row(2), Persons.Row(3), Persons.Row(4).Replace("p4@example.invalid", "", StringComparison.Ordinal)), "apl-1", CancellationToken.None)).Value!.Import;
        await new ValidateWorkersHandler(_on.Registry).HandleAsync(JobsFor.Make("apl.validate-workers", 1, new() { ["importId"] = import.ToString() }), CancellationToken.None);
        var version = (await _on.Desk.ListImportsAsync(_agreement, CancellationToken.None)).Single().Version;
        await _on.Desk.DecideImportAsync(new(import, true, version, null), "apl-1", CancellationToken.None);
        _cases = [.. (await _on.Registry.ReadCasesAsync(_agreement, null, 10, CancellationToken.None)).Cases.Select(row => row.CaseId)];
    }

    [TearDown]
    public void TearDown()
    {
        _on.Dispose();
        _spool.Dispose();
    }

    [Test]
    public async Task Everybody_gets_one_mail_and_who_has_no_address_is_reported()
    {
        var answer = await RunAsync(100, "invite");

        Assert.Multiple(() =>
        {
            Assert.That((int)answer["convened"]!, Is.EqualTo(3));
            Assert.That((int)answer["withoutPlace"]!, Is.Zero);
            Assert.That(answer["withoutEmail"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(_cases, Does.Contain((string)answer["withoutEmail"]![0]!));
            Assert.That(_spool.Names, Has.Count.EqualTo(3).And.All.Match(@"^100-S1-PW-[0-9a-f-]{36}\.eml$"));
        });
    }

    [Test]
    public async Task A_mail_says_in_plain_Italian_what_when_and_where()
    {
        await RunAsync(100, "invite");

        var (subject, body, _) = Parse(_spool.Read(_spool.Names[0]));
        Assert.Multiple(() =>
        {
            Assert.That(subject, Is.EqualTo("Convocazione: incontro di presentazione dell'assegno di ricollocazione, 20/03/2026, ore 10:00"));
            Assert.That(body, Does.Contain("Gentile Orsola Zib").And.Contain("Quando: 20/03/2026, ore 10:00").And.Contain("Durata: 2 ore").And.Contain("Dove: Sala Lux, Cuneo"));
            Assert.That(body, Does.Contain("Per informazioni: cpi@example.invalid, 0171 000000"));
            Assert.That(body, Does.Not.Contain("{{"));
        });
    }

    [Test]
    public async Task A_repeated_job_sends_nothing_twice_and_answers_the_same()
    {
        var first = await RunAsync(100, "invite");
        var files = _spool.Names.ToDictionary(name => name, _spool.Read);
        _on.Clock.Advance(TimeSpan.FromHours(3));

        var again = await RunAsync(100, "invite");

        Assert.Multiple(() =>
        {
            Assert.That(again.ToJsonString(), Is.EqualTo(first.ToJsonString()));
            Assert.That(_spool.Names.ToDictionary(name => name, _spool.Read), Is.EqualTo(files));
        });
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task A_job_that_dies_after_a_mail_is_finished_by_the_next_attempt(int mails)
    {
        var dying = new ConveneHandler(_on.Registry, new BreaksAfter(_spool.Folder, mails), _spool.Options);
        Assert.That(() => dying.HandleAsync(Job(100, "invite"), CancellationToken.None), Throws.InstanceOf<IOException>());
        _on.Clock.Advance(TimeSpan.FromMinutes(5));

        var answer = await RunAsync(100, "invite");

        Assert.Multiple(() =>
        {
            Assert.That(_spool.Names, Has.Count.EqualTo(3));
            Assert.That((int)answer["convened"]!, Is.EqualTo(3));
            Assert.That(_spool.Names.Select(name => Calendar(name)).Select(text => text.Contains("SEQUENCE:0\r\n", StringComparison.Ordinal)), Is.All.True);
        });
    }

    [Test]
    public async Task Moving_and_cancelling_keep_the_uid_and_raise_the_sequence()
    {
        await RunAsync(100, "invite");
        await RunAsync(101, "move", startAt: "2026-03-23T14:30+01:00");
        await RunAsync(102, "cancel", startAt: "2026-03-23T14:30+01:00");

        var one = _spool.Names.Select(name => name[4..]).First();
        var (invited, moved, cancelled) = (Calendar("100-" + one), Calendar("101-" + one), Calendar("102-" + one));
        Assert.Multiple(() =>
        {
            Assert.That(_spool.Names, Has.Count.EqualTo(9));
            Assert.That(new[] { invited, moved, cancelled }.Select(text => Line(text, "UID")).Distinct().Count(), Is.EqualTo(1));
            Assert.That(new[] { invited, moved, cancelled }.Select(text => Line(text, "SEQUENCE")), Is.EqualTo(new[] { "0", "1", "2" }));
            Assert.That(new[] { invited, moved, cancelled }.Select(text => Line(text, "METHOD")), Is.EqualTo(new[] { "REQUEST", "REQUEST", "CANCEL" }));
            Assert.That(Line(moved, "DTSTART;TZID=Europe/Rome"), Is.EqualTo("20260323T143000"));
        });
    }

    [Test]
    public async Task A_reminder_is_a_mail_without_calendar_for_who_was_invited()
    {
        var early = await RunAsync(99, "remind", expectFailure: true);
        await RunAsync(100, "invite");
        var answer = await RunAsync(101, "remind");

        var reminders = _spool.Names.Where(name => name.StartsWith("101-", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(early, Is.Empty, "a session that nobody was invited to cannot be reminded of");
            Assert.That((int)answer["convened"]!, Is.EqualTo(3));
            Assert.That(reminders, Has.Count.EqualTo(3));
            Assert.That(_spool.Read(reminders[0]), Does.Not.Contain("text/calendar"));
        });
    }

    [Test]
    public async Task Several_sessions_share_the_cases_out()
    {
        var input = Input("invite");
        input["sessions"] = new JsonArray(Session("S1", 2), Session("S2", 1));

        var answer = (await Handler().HandleAsync(JobsFor.Make("apl.convene", 100, input), CancellationToken.None)).Variables();

        Assert.Multiple(() =>
        {
            Assert.That((int)answer["withoutPlace"]!, Is.EqualTo(1));
            Assert.That((int)answer["convened"]! + answer["withoutEmail"]!.AsArray().Count, Is.EqualTo(3));
        });
    }

    [TestCase("id")]
    [TestCase("startAt")]
    [TestCase("durationMin")]
    [TestCase("venue")]
    [TestCase("capacity")]
    public void A_session_without_a_field_is_wrong_input_and_names_it(string field)
    {
        var input = Input("invite");
        input["sessions"]![0]!.AsObject().Remove(field);

        Assert.That(
            () => Handler().HandleAsync(JobsFor.Make("apl.convene", 100, input), CancellationToken.None),
            Throws.TypeOf<JobInputException>().With.Message.Contains($"sessions[0].{field}"));
    }

    [Test]
    public void An_unknown_action_is_wrong_input() =>
        Assert.That(() => Handler().HandleAsync(Job(100, "sing"), CancellationToken.None), Throws.TypeOf<JobInputException>().With.Message.Contains("invite, move, cancel, remind"));

    [Test]
    public async Task An_unknown_agreement_fails_for_good()
    {
        var input = Input("invite");
        input["agreement"] = "AG-CR-2026-0099-1";

        var result = await Handler().HandleAsync(JobsFor.Make("apl.convene", 100, input), CancellationToken.None);

        Assert.That(result, Is.InstanceOf<JobResult.Failed>().With.Property("Permanent").True);
    }

    [Test]
    public async Task The_answer_of_the_job_holds_no_person() =>
        Assert.That((await RunAsync(100, "invite")).ToJsonString(), Does.Not.Contain("Zib").And.Not.Contain("@"));

    private ConveneHandler Handler() => new(_on.Registry, _spool.Folder, _spool.Options);

    private async Task<JsonObject> RunAsync(long key, string action, string startAt = "2026-03-20T10:00+01:00", bool expectFailure = false)
    {
        var result = await Handler().HandleAsync(Job(key, action, startAt), CancellationToken.None);
        return expectFailure && result is JobResult.Failed ? [] : result.Variables();
    }

    private Job Job(long key, string action, string startAt = "2026-03-20T10:00+01:00") => JobsFor.Make("apl.convene", key, Input(action, startAt));

    private JsonObject Input(string action, string startAt = "2026-03-20T10:00+01:00") => new()
    {
        ["agreement"] = _agreement,
        ["action"] = action,
        ["sessions"] = new JsonArray(Session("S1", 10, startAt)),
        ["contactDesk"] = new JsonObject { ["email"] = "cpi@example.invalid", ["tel"] = "0171 000000" },
    };

    private static JsonObject Session(string id, int capacity, string startAt = "2026-03-20T10:00+01:00") => new()
    {
        ["id"] = id, ["startAt"] = startAt, ["durationMin"] = 120, ["venueType"] = "sala esterna", ["venue"] = "Sala Lux, Cuneo", ["capacity"] = capacity,
    };

    private string Calendar(string name) => Parse(_spool.Read(name)).Calendar;

    private static string Line(string calendar, string property) =>
        calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").First(line => line.StartsWith(property + ":", StringComparison.Ordinal))[(property.Length + 1)..];

    /// <summary>Subject, plain text and calendar of a message of ours: every part is base64, texts are encoded words.</summary>
    private static (string Subject, string Body, string Calendar) Parse(string message)
    {
        var unfolded = message.Replace("\r\n =?", " =?", StringComparison.Ordinal);
        var subject = unfolded.Split("\r\n").First(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..];
        var words = subject.Split(' ').Select(word => word[10..^2]).SelectMany(Convert.FromBase64String).ToArray();
        return (Encoding.UTF8.GetString(words), Part("text/plain"), Part("text/calendar"));

        string Part(string type)
        {
            var from = message.IndexOf("\r\n\r\n", message.IndexOf("Content-Type: " + type, StringComparison.Ordinal), StringComparison.Ordinal) + 4;
            return Encoding.UTF8.GetString(Convert.FromBase64String(message[from..message.IndexOf("--", from, StringComparison.Ordinal)]));
        }
    }
}
