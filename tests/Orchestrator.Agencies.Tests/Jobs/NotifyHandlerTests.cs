using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Agency.Apl.Mail;
using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.Apl.Jobs;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Letters.Mail;
using Orchestrator.Letters.Texts;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.Jobs;

internal sealed class NotifyHandlerTests
{
    private static readonly StoppedClock s_clock = new(new DateTimeOffset(2026, 3, 12, 9, 30, 0, TimeSpan.Zero));
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
    public async Task Each_group_gets_one_mail_however_often_the_job_runs()
    {
        var first = await RunAsync("presentation-late", "L4", "regione-director", "cpi:15", "cpi:15");
        var again = await RunAsync("presentation-late", "L4", "regione-director", "cpi:15");

        Assert.Multiple(() =>
        {
            Assert.That(_spool.Names, Is.EqualTo(new[] { "55-cpi_15.eml", "55-regione-director.eml" }));
            Assert.That(first.ToJsonString(), Is.EqualTo("""{"notified":["regione-director","cpi:15"],"withoutEmail":[]}"""));
            Assert.That(again.ToJsonString(), Is.EqualTo(first.ToJsonString()));
        });
    }

    [TestCase("employer-transmission", "L1", "Ultimo giorno utile: 09/03/2026")]
    [TestCase("employer-transmission", "L2", "Il procedimento continua")]
    [TestCase("presentation-meeting", "L1", "Sono passati 20 giorni")]
    [TestCase("presentation-meeting", "L2", "l'obiettivo interno del 17/03/2026 è mancato")]
    [TestCase("presentation-meeting", "L3", "La cabina di regia è informata")]
    [TestCase("presentation-late", "L4", "Trentesimo giorno: 01/04/2026")]
    [TestCase("register-attendance", "L2", "sessione S1")]
    public async Task Every_text_of_the_programme_is_filled_for_its_level(string template, string level, string said)
    {
        await RunAsync(template, level, "apl");

        var body = Body(_spool.Read("55-apl.eml"));
        Assert.That(body, Does.Contain(said).And.Contain("AG-CR-2026-0001-1").And.Not.Contain("{{"));
    }

    [Test]
    public async Task Both_the_strict_day_and_the_last_useful_day_are_told()
    {
        await RunAsync("presentation-meeting", "L1", "apl");

        Assert.That(Body(_spool.Read("55-apl.eml")), Does.Contain("Trentesimo giorno: 01/04/2026").And.Contain("Ultimo giorno utile: 02/04/2026"));
    }

    [Test]
    public void An_unknown_text_is_wrong_input_and_names_the_known_ones() =>
        Assert.That(() => RunAsync("poem", "L1", "apl"), Throws.TypeOf<JobInputException>().With.Message.Contains("presentation-late").And.Message.Contains("'poem'"));

    [Test]
    public void A_missing_date_is_wrong_input_and_no_mail_leaves()
    {
        var input = Input("presentation-late", "L4", "apl");
        input["terms"]!.AsObject().Remove("presentationLastDay");

        Assert.Multiple(() =>
        {
            Assert.That(() => HandleAsync(input), Throws.TypeOf<JobInputException>().With.Message.Contains("presentationLastDay"));
            Assert.That(_spool.Names, Is.Empty);
        });
    }

    [Test]
    public void A_group_without_mailbox_leaves_nobody_told_by_half()
    {
        _spool.Options.GroupDomain = null;
        _spool.Options.Mailboxes["apl"] = "apl@example.invalid";

        Assert.Multiple(() =>
        {
            Assert.That(() => RunAsync("presentation-late", "L4", "apl", "steering-group"), Throws.TypeOf<JobInputException>().With.Message.Contains("'steering-group'"));
            Assert.That(_spool.Names, Is.Empty);
        });
    }

    [TestCase("2026-03-09", "09/03/2026")]
    [TestCase("2026-03-29T08:00:00Z", "29/03/2026, ore 10:00")]
    [TestCase("2026-03-20T10:00:00@Europe/Rome", "20/03/2026, ore 10:00")]
    [TestCase("2026-03-20T10:00", "20/03/2026, ore 10:00")]
    [TestCase("20 posti", "20 posti")]
    [TestCase("2026", "2026")]
    public void Days_and_instants_are_written_as_people_write_them(string value, string readable) =>
        Assert.That(LetterText.Readable(value), Is.EqualTo(readable));

    private async Task<JsonObject> RunAsync(string template, string level, params string[] recipients) => (await HandleAsync(Input(template, level, recipients))).Variables();

    private Task<JobResult> HandleAsync(JsonObject input) =>
        new NotifyHandler(_on.Registry, _spool.Folder, new PersonMail(_on.Registry, _spool.Folder, s_clock), new Mailboxes(_spool.Options), s_clock).HandleAsync(JobsFor.Make("apl.notify", 55, input), CancellationToken.None);

    private static JsonObject Input(string template, string level, params string[] recipients) => new()
    {
        ["template"] = template,
        ["agreement"] = "AG-CR-2026-0001-1",
        ["recipients"] = new JsonArray([.. recipients.Select(group => (JsonNode)group)]),
        ["reminder"] = new JsonObject { ["level"] = level, ["day"] = 20 },
        ["terms"] = new JsonObject
        {
            ["employerStrictDay"] = "2026-03-09", ["employerLastDay"] = "2026-03-09", ["presentationTarget"] = "2026-03-17", ["presentationStrictDay"] = "2026-04-01",
            ["presentationLastDay"] = "2026-04-02", ["sessionId"] = "S1",
        },
    };

    private static string Body(string message) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(message[(message.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
}
