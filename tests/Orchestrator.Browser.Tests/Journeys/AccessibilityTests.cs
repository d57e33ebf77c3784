namespace Orchestrator.Browser.Tests.Journeys;

[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class AccessibilityTests(int width)
{
    // What third-party widgets break, by rule and selector, with the reason. Nothing else is let pass.
    private static readonly (string Rule, string Selector, string Reason)[] Known = [];

    [TestCase("apl", "/attivita?scheda=gruppo")]
    [TestCase("apl", "/attivita?scheda=completate")]
    [TestCase("apl", "/pratiche")]
    [TestCase("regione", "/accordi")]
    [TestCase("regione", "/accordi/nuovo")]
    [TestCase("supervisore", "/incidenti")]
    [TestCase("apl", "/tastiera")]
    [TestCase("apl", "/accessibilita")]
    [TestCase("apl", "/non-esiste")]
    public async Task Axe_finds_nothing_with_all_rules_on(string account, string path)
    {
        await using var desk = await Desk.SignedInAsync(account, width);
        await desk.GoAsync(path);
        await CheckAsync(desk);
    }

    [Test]
    public async Task Axe_finds_nothing_on_the_sign_in_page()
    {
        await using var desk = await Desk.OpenAsync(width);
        await desk.GoAsync("/accedi");
        await CheckAsync(desk);
    }

    [Test]
    public async Task Axe_finds_nothing_on_a_case_an_agreement_and_every_view_of_a_task()
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo: 4);
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/accordi/{agreement.Summary.AgreementKey}");
        await CheckAsync(desk);
        await desk.GoAsync($"/attivita?scheda=gruppo&cerca={agreement.Summary.AgreementKey}");
        await desk.Page.Locator("[data-open]").First.ClickAsync();
        await desk.Page.WaitForURLAsync("**/attivita/*");
        var task = new Uri(desk.Page.Url).AbsolutePath;
        await desk.Page.Locator("[data-claim-open]").ClickAsync();
        await desk.Page.Locator(".fjs-form").WaitForAsync();
        await CheckAsync(desk);
        foreach (var view in new[] { "diagramma", "storia" })
        {
            await desk.GoAsync($"{task}?vista={view}");
            await CheckAsync(desk);
        }

        await desk.Page.Locator(".orch-task-head a").First.ClickAsync();
        await desk.Page.Locator(".djs-container").WaitForAsync();
        await CheckAsync(desk);
    }

    private static async Task CheckAsync(Desk desk)
    {
        var found = (await desk.AxeAsync()).Where(violation =>
            !Known.Any(known => violation.StartsWith(known.Rule + ":", StringComparison.Ordinal) && violation.Contains(known.Selector, StringComparison.Ordinal)));
        Assert.That(found, Is.Empty, desk.Page.Url);
    }
}
