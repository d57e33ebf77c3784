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
        Assert.That(Sentence("variables-corrected", null), Is.EqualTo("ha corretto dati di la pratica"));

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
