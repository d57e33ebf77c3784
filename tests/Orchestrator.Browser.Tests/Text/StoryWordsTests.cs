using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Text;

namespace Orchestrator.Browser.Tests.Text;

[SetUICulture("it-IT")]
public sealed class StoryWordsTests
{
    private ServiceProvider _services = null!;
    private IStringLocalizer<Words> _words = null!;

    [SetUp]
    public void Catalogue()
    {
        _services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        _words = _services.GetRequiredService<IStringLocalizer<Words>>();
    }

    [TearDown]
    public void Done() => _services.Dispose();

    [TestCase("user-task-completed")]
    [TestCase("UserTaskCompleted")]
    public void An_event_is_told_as_a_sentence_whatever_the_spelling_of_its_name(string name) =>
        Assert.That(Sentence(name, "Pianifica"), Is.EqualTo("ha completato «Pianifica»"));

    [Test]
    public void An_event_of_the_whole_case_names_the_case_without_quotes() =>
        Assert.That(Sentence("variables-corrected", null), Is.EqualTo("ha corretto dati della pratica"));

    [TestCase("timer-armed", "2026-12-22T23:00:00.0000000+00:00", "scade il 22/12/2026 24:00")]
    [TestCase("timer-armed", "2026-12-20T08:00:00.0000000+00:00", "scade il 20/12/2026 09:00")]
    [TestCase("timer-skipped", "2026-12-20T08:00:00.0000000+00:00 PassedWhenArmed", "era previsto per il 20/12/2026 09:00")]
    [TestCase("timer-skipped", "2026-12-20T08:00:00.0000000+00:00 TooLate", "era previsto per il 20/12/2026 09:00: raggiunto troppo tardi")]
    [TestCase("escalation-kept", "2026-12-22T23:00:00.0000000+00:00 StillPassed", "anche il termine corretto, il 22/12/2026 24:00, è già passato")]
    [TestCase("escalation-kept", "2026-12-22T23:00:00.0000000+00:00 PathMovedOn", "il termine corretto sarebbe il 22/12/2026 24:00, ma qualcuno aveva già deciso")]
    [TestCase("escalation-kept", "2026-12-22T23:00:00.0000000+00:00 NotReversible", "il termine corretto sarebbe il 22/12/2026 24:00, ma ciò che era stato interrotto non si può riaprire")]
    [TestCase("variables-set", "agreement, signingDate, somethingNew", "Accordo, Data di sottoscrizione, somethingNew")]
    [TestCase("variables-corrected", "signingDate: errore di battitura", "Data di sottoscrizione: errore di battitura")]
    [TestCase("message-published", "SessionPlanned", "Sessione pianificata")]
    [TestCase("decision-evaluated", "pathway v1: 3 art. 4: fuori perimetro", "Percorso v1, regola 3 art. 4: fuori perimetro")]
    [TestCase("decision-evaluated", "Benefici per il datore v2: ", "Benefici per il datore v2, nessuna regola")]
    [TestCase("job-failed", "2026-12-20", "2026-12-20")]
    public void Details_are_told_without_technical_names(string name, string detail, string words) =>
        Assert.That(EventWords.DetailOf(_words, new(1, default, "anna", name) { Detail = detail }), Is.EqualTo(words));

    [TestCase("\"2026-11-22\"", "22/11/2026")]
    [TestCase("\"2026-11-22T09:00:00Z\"", "22/11/2026 10:00")]
    [TestCase("true", "sì")]
    [TestCase("[]", "nessuno")]
    [TestCase("{\"employerLastDay\":\"2026-11-30\",\"held\":[\"A\",\"B\"]}", "Trasmissione: ultimo giorno utile: 30/11/2026\nSessioni tenute: \n  – A\n  – B")]
    [TestCase("not json", "not json")]
    public void Values_are_read_as_the_office_writes_them(string json, string words) =>
        Assert.That(ValueWords.Read(_words, json), Is.EqualTo(words));

    [Test]
    public void An_unknown_event_shows_its_own_name() =>
        Assert.That(Sentence("moon-landed", "Luna"), Is.EqualTo("moon-landed: «Luna»"));

    [TestCase("worker:apl", "Servizio APL")]
    [TestCase("system:timers", "Il calendario dei termini")]
    [TestCase("system:outbox", "Il sistema")]
    [TestCase("anna", "anna")]
    public void Actors_are_named_in_words(string actor, string words) =>
        Assert.That(EventWords.ActorOf(_words, new(1, default, actor, "x")), Is.EqualTo(words));

    [Test]
    public void A_field_error_says_the_limit_of_its_rule() =>
        Assert.That(_words.TextOf(new FieldError("quota", "min", "too small") { Limit = "1" }), Is.EqualTo("deve essere almeno 1"));

    [Test]
    public void A_code_without_words_shows_its_own_message() =>
        Assert.That(_words.TextOf(new Refusal(RefusalKind.Conflict, "Unheard", "Expected this, but found that.")), Is.EqualTo("Expected this, but found that."));

    [Test]
    public void Who_was_faster_is_told_with_name_and_instant() =>
        Assert.That(
            _words.TextOf(new Faster("Luca Bianchi", "completed", new(2026, 11, 3, 8, 5, 0, TimeSpan.Zero))),
            Is.EqualTo("Luca Bianchi ha già completato l’attività (03/11/2026 09:05)."));

    private string Sentence(string name, string? element) =>
        EventWords.SentenceOf(_words, new(1, default, "anna", name) { ElementId = element, ElementName = element });
}
