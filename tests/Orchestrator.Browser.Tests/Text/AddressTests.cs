using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Orchestrator.Contracts.Client;
using Orchestrator.Ui.Pages;
using Orchestrator.Ui.Text;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Browser.Tests.Text;

public sealed class AddressTests
{
    private static InboxState Read(string url) =>
        InboxState.Of(new QueryCollection(QueryHelpers.ParseQuery(url.Contains('?', StringComparison.Ordinal) ? url[url.IndexOf('?', StringComparison.Ordinal)..] : "")));

    [Test]
    public void The_inbox_s_state_survives_its_address()
    {
        var state = new InboxState(InboxTab.Groups, "à & b", 3)
        {
            Filter = new() { ProcessId = "p1", ElementId = "e", Group = "cpi:15", Due = InboxDue.Week, Assignee = "ada", DataName = "centre", DataValue = "15" },
            Grouping = InboxGrouping.Person,
            Next = 12,
        };
        Assert.That(Read(state.ListUrl), Is.EqualTo(state));
        Assert.That(Read(state.TaskUrl(7)), Is.EqualTo(state));
        Assert.That(Read("?" + state.SavedQuery), Is.EqualTo(state with { Page = 1, Next = null }));
    }

    [Test]
    public void Unknown_words_in_an_address_fall_back_to_the_first_page_of_the_default_tab() =>
        Assert.That(Read("/attivita?scheda=nonsense&cerca=%20&pagina=-4&raggruppa=x&scadenza=y&dato=centre&passo=z&prossima=a"), Is.EqualTo(new InboxState(null, null, 1)));

    [TestCase("/attivita/12?scheda=mie", ExpectedResult = "/attivita/12?scheda=mie")]
    [TestCase("/", ExpectedResult = "/")]
    [TestCase("//evil.example", ExpectedResult = "/attivita")]
    [TestCase("/\\evil.example", ExpectedResult = "/attivita")]
    [TestCase("https://evil.example", ExpectedResult = "/attivita")]
    [TestCase("/a\r\nSet-Cookie: x", ExpectedResult = "/attivita")]
    [TestCase(null, ExpectedResult = "/attivita")]
    public string A_form_sends_the_browser_to_pages_of_ours_only(string? url) => PostedForm.LocalUrl(url, "/attivita");

    [Test]
    public void A_cell_is_read_from_a_field_path() =>
        Assert.That(CellPath.Of("rows[12].reasonCode"), Is.EqualTo(new CellPath(12, "reasonCode")));

    [TestCase("rows")]
    [TestCase("rows[x].a")]
    [TestCase("[1].a")]
    public void A_path_of_no_cell_names_none(string path) => Assert.That(CellPath.Of(path), Is.Null);
}
