using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

[Category("Slow")]
public sealed class SignInTests
{
    [Test]
    public async Task A_wrong_password_is_refused_on_the_page_and_the_name_stays()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync("apl", "not the password");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Nome utente o password non corretti.");
        await Expect(desk.Page.GetByLabel("Nome utente")).ToHaveValueAsync("apl");
    }

    [Test]
    public async Task A_page_asked_for_before_the_sign_in_comes_after_it()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/pratiche");
        await Expect(desk.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Per continuare accedi");
        await desk.Page.GetByLabel("Nome utente").FillAsync("auditor");
        await desk.Page.GetByLabel("Password").FillAsync(Stage.Password);
        await desk.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Accedi" }).ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Pratiche");
    }

    [Test]
    public async Task Signing_out_ends_the_session()
    {
        await using var desk = await Desk.SignedInAsync("apl");
        await desk.Button("Esci").ClickAsync();
        await Expect(desk.Page.GetByText("Sei uscito.")).ToBeVisibleAsync();
        await desk.GoAsync("/attivita");
        await Expect(desk.Heading).ToHaveTextAsync("Accedi");
    }

    [Test]
    public async Task A_forged_token_is_refused_with_a_page_that_says_so()
    {
        await using var desk = await Desk.SignedInAsync("apl");
        await desk.Page.EvaluateAsync("() => document.querySelector('form[action=\"/esci\"] [name=__RequestVerificationToken]').value = 'forged'");
        var answer = await desk.Page.RunAndWaitForResponseAsync(() => desk.Button("Esci").ClickAsync(), response => response.Url.EndsWith("/esci", StringComparison.Ordinal));
        Assert.That(answer.Status, Is.EqualTo(400));
        await Expect(desk.Heading).ToHaveTextAsync("Modulo non valido");
        await desk.GoAsync("/attivita");
        await Expect(desk.Heading).ToHaveTextAsync("Attività");
    }

    [TestCase("/nessuna-pagina", 404, "Pagina non trovata")]
    [TestCase("/attivita/999999999", 404, "Non trovata")]
    [TestCase("/pratiche/999999999", 404, "Non trovata")]
    public async Task What_is_not_there_has_a_page_with_its_status(string path, int status, string title)
    {
        await using var desk = await Desk.SignedInAsync("apl");
        var answer = await desk.GoAsync(path);
        Assert.That(answer!.Status, Is.EqualTo(status));
        await Expect(desk.Heading).ToHaveTextAsync(title);
    }

    [Test]
    public async Task The_language_is_switched_and_kept()
    {
        await using var desk = await Desk.SignedInAsync("apl");
        await desk.Button("English").ClickAsync();
        await Expect(desk.Heading).ToContainTextAsync("Today");
        await desk.GoAsync("/pratiche");
        await Expect(desk.Heading).ToHaveTextAsync("Cases");
    }
}
