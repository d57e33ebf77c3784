using Orchestrator.Diagnostics;

namespace Orchestrator.Feel.Tests.Office;

public sealed class CalendarReaderTests
{
    private const string Document = """
        {
          "calendars": [
            {
              "name": "office", "version": "novara-2027.1", "basedOn": "legal", "saturdayIsHoliday": true,
              "yearly": [{ "day": "01-22", "name": "San Gaudenzio", "fromYear": 2020 }],
              "closed": ["2027-08-16"]
            },
            { "name": "desk", "version": "1", "basedOn": "office", "saturdayIsHoliday": false }
          ]
        }
        """;

    [Test]
    public void A_document_adds_calendars_and_replaces_those_of_the_same_name()
    {
        var (calendars, diagnostics) = CalendarReader.Read(new SourceText("calendars.json", Document), ItalianCalendars.Default);
        Assert.That(diagnostics, Is.Empty);
        var environment = FeelTesting.Environment with { Calendars = calendars! };

        Assert.Multiple(() =>
        {
            Assert.That(calendars!.Names, Is.EqualTo(new[] { "desk", "legal", "office" }));
            Assert.That(FeelTesting.Value("is holiday(@\"2027-01-22\", \"office\")", environment: environment), Is.EqualTo("true"));
            Assert.That(FeelTesting.Value("is holiday(@\"2019-01-22\", \"office\")", environment: environment), Is.EqualTo("false"));
            Assert.That(FeelTesting.Value("is holiday(@\"2027-06-24\", \"office\")", environment: environment), Is.EqualTo("false"), "the patron of Turin is not that of Novara");
            Assert.That(FeelTesting.Value("is holiday(@\"2027-03-29\", \"office\")", environment: environment), Is.EqualTo("true"), "Easter Monday, from the legal calendar");
            Assert.That(FeelTesting.Value("is working day(@\"2027-08-16\", \"desk\")", environment: environment), Is.EqualTo("false"));
            Assert.That(FeelTesting.Value("is working day(@\"2027-08-21\", \"desk\")", environment: environment), Is.EqualTo("true"), "a Saturday");
        });
    }

    [TestCase("{", "calendars.json(1,2): error FEEL0009: Expected a JSON document, but found text that is none.")]
    [TestCase("[]", "calendars.json(1,1): error FEEL0009: Expected an object for the document, but found [].")]
    [TestCase("{\"calendars\": [{\"version\": \"1\"}]}", "calendars.json(1,16): error FEEL0009: Expected a text as 'name' of a calendar, but found {\"version\": \"1\"}.")]
    [TestCase("{\"calendars\": [{\"name\": \"a\", \"version\": \"1\", \"closed\": [\"2027-02-30\"]}]}", "calendars.json(1,57): error FEEL0009: Expected a date such as 2027-08-16, but found \"2027-02-30\".")]
    public void A_bad_document_is_refused_at_its_place(string document, string expected)
    {
        var (calendars, diagnostics) = CalendarReader.Read(new SourceText("calendars.json", document), ItalianCalendars.Default);

        Assert.That(calendars, Is.Null);
        Assert.That(diagnostics[0].ToString(), Does.StartWith(expected));
    }
}
