using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Orchestrator.Ui.Text;

namespace Orchestrator.Browser.Tests.Text;

/// <summary>What the programme's definitions call by technical names, the catalogue calls by words.</summary>
[SetUICulture("it-IT")]
public sealed partial class ProgrammeWordsTests
{
    private const int NameMax = 45;

    private ServiceProvider _services = null!;
    private IStringLocalizer<Words> _words = null!;

    [OneTimeSetUp]
    public void Catalogue()
    {
        _services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        _words = _services.GetRequiredService<IStringLocalizer<Words>>();
    }

    [OneTimeTearDown]
    public void Done() => _services.Dispose();

    [Test]
    public void Every_datum_of_the_programme_has_a_name_in_words() =>
        Assert.That(ProgrammeData.Names().Where(name => _words.Known($"variable.{name}") is null), Is.Empty);

    [Test]
    public void Every_message_of_the_programme_has_a_name_in_words() =>
        Assert.That(ProgrammeData.Messages().Where(name => _words.Known($"message.{name}") is null), Is.Empty);

    [Test]
    public void A_datum_without_a_name_would_be_found() =>
        Assert.That(ProgrammeData.NamesIn("""<m:output xmlns:m="m" source="={ moonPhase: 1 }" target="moon.tide" />"""), Is.EquivalentTo(["moonPhase", "moon", "tide"]));

    [Test]
    public void No_name_of_a_datum_is_kept_that_the_programme_does_not_use()
    {
        var used = ProgrammeData.UsedWords();
        Assert.That(Keys("variable.").Where(name => !used.Contains(name)), Is.Empty);
    }

    [Test]
    public void Names_of_data_are_short_enough_for_a_column_of_a_phone() =>
        Assert.That(Keys("variable.").Select(name => _words[$"variable.{name}"].Value).Where(text => text.Length > NameMax || char.IsAsciiLetterLower(text[0])), Is.Empty);

    [Test]
    public void Every_option_of_a_form_is_read_in_words() =>
        Assert.That(ProgrammeData.Options().Where(option => !option.SaysItself && !InWords(option.Value)).Select(option => $"{option.Value}: {option.Label}"), Is.Empty);

    [TestCase("NOT_BOOKED", "non ha prenotato (NOT_BOOKED)")]
    [TestCase("CLOSED_BY_TIMEOUT", "chiuso alla fine dell’intervento (CLOSED_BY_TIMEOUT)")]
    [TestCase("M1_DONE", "incontro 1 svolto (M1_DONE)")]
    [TestCase("p2", "2 – senza AdR (p2)")]
    [TestCase("no", "no")]
    [TestCase("presente", "presente")]
    public void A_code_is_read_in_words_beside_the_code_where_they_say_more(string code, string words) =>
        Assert.That(ValueWords.Read(_words, $"\"{code}\""), Is.EqualTo(words));

    [Test]
    public void Codes_inside_a_list_are_read_in_words_too() =>
        Assert.That(ValueWords.Read(_words, """[{"moveTo":"p1","centre":"09"}]"""), Does.Contain("Passa al percorso: 1 – AdR CIGS (p1)").And.Contain("Centro per l’impiego: 09"));

    [Test]
    public void Every_state_and_outcome_of_the_programme_is_read_in_words()
    {
        var programme = File.ReadAllText(Path.Combine(Repository.Root, "docs", "programme.md"));
        var states = programme.Split('\n').Where(line => line.StartsWith("States in ", StringComparison.Ordinal) || line.StartsWith("| `WorkerStatusChanged`", StringComparison.Ordinal));
        var codes = states.SelectMany(line => Code().Matches(line)).Select(match => match.Value).Distinct().ToList();
        Assert.That(codes, Has.Count.GreaterThan(30));
        Assert.That(codes.Where(code => !InWords(code)), Is.Empty);
    }

    private bool InWords(string code) => ValueWords.Read(_words, System.Text.Json.JsonSerializer.Serialize(code)) != code;

    private static IEnumerable<string> Keys(string family) =>
        new ResourceManager(typeof(Words)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key).Where(key => key.StartsWith(family, StringComparison.Ordinal)).Select(key => key[family.Length..]);

    [GeneratedRegex(@"(?<=[` ])(?:[A-Z]+[A-Z0-9]*_[A-Z0-9_]+|NEW|[A-Z]{5,}|MOD[12]|MOVED|VOID)(?=[` ])")]
    private static partial Regex Code();
}
