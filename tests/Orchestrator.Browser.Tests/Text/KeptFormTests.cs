using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Orchestrator.Ui.Visits;

namespace Orchestrator.Browser.Tests.Text;

public sealed class KeptFormTests
{
    [TestCase("POST", "/attivita/5/completa", "same-origin", true)]
    [TestCase("POST", "/attivita/5/completa", "", true)]
    [TestCase("POST", "/attivita/5/completa", "cross-site", false)]
    [TestCase("POST", "/attivita/5/prendi", "same-origin", false)]
    [TestCase("POST", "/accordi/nuovo", "same-origin", true)]
    [TestCase("POST", "/espressioni", "same-origin", true)]
    [TestCase("POST", "/tabelle", "same-origin", true)]
    [TestCase("POST", "/tabelle", "cross-site", false)]
    [TestCase("GET", "/accordi/nuovo", "same-origin", false)]
    public void Only_what_one_of_our_own_pages_sent_and_can_show_again_is_kept(string method, string path, string site, bool kept)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Path, request.ContentType) = (method, path, "application/x-www-form-urlencoded");
        request.Headers["Sec-Fetch-Site"] = site;
        Assert.That(KeptForm.MayKeep(request), Is.EqualTo(kept));
    }

    [Test]
    public void What_was_typed_goes_there_and_back_without_its_token()
    {
        var form = new FormCollection(new Dictionary<string, StringValues> { ["dati"] = """{"note":"perché"}""", ["__RequestVerificationToken"] = "secret" });
        var kept = KeptForm.Read(KeptForm.Of("/attivita/5/completa?scheda=mie", form).Write());
        Assert.That(kept!.Fields, Is.EqualTo(new Dictionary<string, string> { ["dati"] = """{"note":"perché"}""" }));
        Assert.That(kept.Address, Is.EqualTo("/attivita/5/completa?scheda=mie"));
    }

    [TestCase(null)]
    [TestCase("not json")]
    [TestCase("""{"address":"https://example.org/attivita/5/completa","fields":{},"hadFiles":false}""")]
    [TestCase("""{"address":"//example.org/accordi/nuovo","fields":{},"hadFiles":false}""")]
    [TestCase("""{"address":"/esci","fields":{},"hadFiles":false}""")]
    [TestCase("""{"address":"/accordi/nuovo"}""")]
    public void What_no_page_of_ours_wrote_is_not_read(string? json) =>
        Assert.That(KeptForm.Read(json), Is.Null);
}
