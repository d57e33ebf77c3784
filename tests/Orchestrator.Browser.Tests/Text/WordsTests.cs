using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Orchestrator.Ui.Text;

namespace Orchestrator.Browser.Tests.Text;

public sealed partial class WordsTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Test]
    public void The_English_catalogue_has_the_same_keys_as_the_Italian_one() =>
        Assert.That(Catalogue(English).Keys, Is.EquivalentTo(Catalogue(CultureInfo.InvariantCulture).Keys));

    [Test]
    public void Both_catalogues_fill_the_same_figures_into_a_text()
    {
        var english = Catalogue(English);
        var different = Catalogue(CultureInfo.InvariantCulture).Where(entry => !Figures(entry.Value).SetEquals(Figures(english[entry.Key])));
        Assert.That(different, Is.Empty);
    }

    [Test]
    public void Every_text_that_a_page_names_is_in_the_catalogue()
    {
        var known = Catalogue(CultureInfo.InvariantCulture).Keys.ToHashSet();
        var missing = PageSources().SelectMany(source => NamedKey().Matches(source)).Select(match => match.Groups[1].Value).Distinct().Where(key => !known.Contains(key));
        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void A_text_that_a_page_misnames_would_be_found() =>
        Assert.That(NamedKey().Match("""<p>@L["no.such.text"]</p>""").Groups[1].Value, Is.EqualTo("no.such.text"));

    private static Dictionary<string, string> Catalogue(CultureInfo culture)
    {
        var resources = new ResourceManager(typeof(Words)).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        Assert.That(resources, Is.Not.Null, $"Expected a catalogue for '{culture.Name}', but there is none.");
        return resources!.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static HashSet<string> Figures(string text) => [.. Figure().Matches(text).Select(match => match.Value)];

    private static IEnumerable<string> PageSources()
    {
        var folder = Path.Combine(Repository.Root, "src", "Orchestrator.Ui");
        return Directory.EnumerateFiles(folder, "*.razor", SearchOption.AllDirectories).Select(File.ReadAllText);
    }

    [GeneratedRegex("""\bL\["([a-z0-9A-Z.-]+)"[\],]""")]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Figure();
}
