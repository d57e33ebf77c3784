using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>Every page, full, empty and refusing, at the width of a desk and of a telephone.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class AccessibilityTests(int width)
{
    [TestCase("apl", "/", "start-operator")]
    [TestCase("supervisore", "/", "start-supervisor")]
    [TestCase("auditor", "/", "start-auditor")]
    [TestCase("designer", "/", "start-designer")]
    [TestCase("admin", "/", "start-admin")]
    [TestCase("apl", "/attivita?scheda=gruppo", "inbox-many")]
    [TestCase("apl", "/attivita?scheda=completate", "inbox-done")]
    [TestCase("anpal", "/attivita?scheda=mie", "inbox-none")]
    [TestCase("apl", "/attivita?scheda=gruppo&cerca=nulla+di+simile", "inbox-nothing-found")]
    [TestCase("apl", "/pratiche", "cases")]
    [TestCase("apl", "/pratiche?cerca=nulla+di+simile", "cases-nothing-found")]
    [TestCase("regione", "/accordi", "agreements")]
    [TestCase("anpal", "/accordi", "agreements-none")]
    [TestCase("regione", "/accordi/nuovo", "agreement-form")]
    [TestCase("supervisore", "/incidenti?cerca=nulla+di+simile", "incidents-nothing-found")]
    [TestCase("cpi", "/incidenti", "incidents-of-an-operator")]
    [TestCase("apl", "/tastiera", "keys")]
    [TestCase("apl", "/accessibilita", "accessibility")]
    [TestCase("apl", "/non-esiste", "error-404")]
    [TestCase("apl", "/attivita/999999999", "refusal-task-not-found")]
    [TestCase("apl", "/errore/500", "error-500")]
    [TestCase("designer", "/attivita", "inbox-of-a-designer")]
    [TestCase("designer", "/accordi/nuovo", "refusal-not-allowed")]
    public async Task A_page_is_accessible_and_fits(string account, string path, string name)
    {
        await using var desk = await Desk.SignedInAsync(account, width);
        await desk.GoAsync(path);
        await desk.InspectAsync(name);
    }

    [Test]
    public async Task The_sign_in_page_is_accessible_and_fits()
    {
        await using var desk = await Desk.OpenAsync(width);
        await desk.GoAsync("/accedi");
        await desk.InspectAsync("sign-in");
        await desk.ContinueAsync("apl", "not the password");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await desk.InspectAsync("sign-in-refused");
        await desk.GoAsync("/pratiche");
        await desk.InspectAsync("sign-in-asked");
    }

    [Test]
    public async Task Every_view_of_a_task_and_of_its_case_is_accessible_and_fits()
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo: 4);
        var key = agreement.Summary.AgreementKey;
        var task = await Sessions.FindAsync(Stage.House, People.Apl, key, "Registra la trasmissione dell'azienda ad ANPAL");
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/accordi/{key}");
        await desk.InspectAsync("agreement");
        await desk.GoAsync($"/attivita/{task.TaskKey}?scheda=gruppo&cerca={key}");
        await desk.InspectAsync("task-free");
        await desk.Page.Locator("[data-claim-open]").ClickAsync();
        await desk.Page.Locator(".fjs-form").WaitForAsync();
        await desk.InspectAsync("task-mine");
        await desk.GoAsync($"/attivita/{task.TaskKey}?vista=diagramma");
        await desk.Page.Locator(".djs-container svg").First.WaitForAsync();
        await desk.InspectAsync("task-diagram");
        await desk.GoAsync($"/attivita/{task.TaskKey}?vista=storia");
        await desk.InspectAsync("task-story");

        await desk.GoAsync($"/pratiche/{task.Case.InstanceKey}");
        await desk.Page.Locator(".djs-container svg").First.WaitForAsync();
        await desk.InspectAsync("case");
        await desk.GoAsync($"/pratiche/{task.Case.InstanceKey}?posizione=4&tutto=1");
        await desk.Page.Locator(".djs-container svg").First.WaitForAsync();
        await desk.InspectAsync("case-replay");
        await desk.Page.GetByText("Correggi la data di sottoscrizione").ClickAsync();
        await desk.Button("Correggi la data").ClickAsync();
        await desk.InspectAsync("case-correction-refused");
        await desk.GoAsync($"/pratiche/{task.Case.InstanceKey}/verifica");
        await desk.InspectAsync("verify");
    }

    [Test]
    public async Task A_list_with_many_errors_and_a_form_with_missing_fields_are_accessible_and_fit()
    {
        var key = (await Workers.RegisterAsync(signedDaysAgo: 4)).Summary.AgreementKey;
        var import = await Stage.PrepareAsync(client => client.Agreements.UploadWorkersAsync(
            People.Apl, Guid.CreateVersion7(), key, new("lavoratori.csv", Encoding.UTF8.GetBytes(Workers.Csv(120, wrongEvery: 3))), CancellationToken.None));
        await Sessions.ReceiveAsync(Stage.House, key);
        await Stage.UntilAsync("the checked list", async () =>
            (await Stage.PrepareAsync(client => client.Agreements.ReportAsync(People.Apl, import.Summary.ImportId, new(false, 0, 1), CancellationToken.None))).MayDecide ? "checked" : null);
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/elenchi/{import.Summary.ImportId}");
        await desk.InspectAsync("import-errors");
        await desk.GoAsync($"/elenchi/{import.Summary.ImportId}?righe=tutte");
        await desk.InspectAsync("import-all");
        var confirm = await Sessions.FindAsync(Stage.House, People.Apl, key, "Correggi le righe in errore");
        await desk.GoAsync($"/attivita/{confirm.TaskKey}");
        await desk.InspectAsync("task-fix-workers");
        await desk.GoAsync("/accordi/nuovo");
        await desk.Button("Registra e avvia").ClickAsync();
        await desk.InspectAsync("agreement-form-refused");
    }

    [Test]
    public async Task Incidents_are_accessible_and_fit()
    {
        await IncidentTests.StartAsync($"incident-axe-{width}");
        await using var desk = await Desk.SignedInAsync("supervisore", width);
        await desk.GoAsync("/incidenti");
        await desk.InspectAsync("incidents");
        await desk.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Quale via?" }).First.ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Quale via?");
        await desk.InspectAsync("incident");
        await desk.Page.GetByText("Riprova con dati corretti").ClickAsync();
        await desk.InspectAsync("incident-change");
    }

    [Test]
    public async Task What_may_be_chosen_in_an_ad_hoc_sub_process_is_accessible_and_fits()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "examples", "modules", "modules.bpmn"));
        using var client = IncidentTests.Program();
        using var form = new MultipartFormDataContent { { new StringContent(file), "resources", "modules.bpmn" } };
        using var deployed = await client.PostAsync(new Uri("/v2/deployments", UriKind.Relative), form);
        Assert.That((int)deployed.StatusCode, Is.EqualTo(200), await deployed.Content.ReadAsStringAsync());
        using var started = await client.PostAsJsonAsync(
            "/v2/process-instances", new { processDefinitionId = "modules", variables = new { centre = "15", agreed = new[] { "skills" }, closed = false } });
        var key = JsonDocument.Parse(await started.Content.ReadAsStringAsync()).RootElement.GetProperty("processInstanceKey").GetString();
        await using var desk = await Desk.SignedInAsync("cpi", width);
        await desk.GoAsync($"/pratiche/{key}");
        await Expect(desk.Page.GetByText("Attività che si possono aprire")).ToBeVisibleAsync();
        await desk.Page.Locator(".djs-container svg").First.WaitForAsync();
        await desk.InspectAsync("case-choices");
        await desk.Page.Locator("#scelte button").First.ClickAsync();
        await Expect(desk.Page.GetByText("L’attività è stata aperta.")).ToBeVisibleAsync();
        await desk.InspectAsync("case-choice-opened");
    }

    [Test]
    public async Task The_pages_after_somebody_else_was_faster_are_accessible_and_fit()
    {
        var key = (await Workers.RegisterAsync(signedDaysAgo: 2)).Summary.AgreementKey;
        var task = await Sessions.FindAsync(Stage.House, People.Apl, key, "Registra la trasmissione dell'azienda ad ANPAL");
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/attivita/{task.TaskKey}");
        await Stage.PrepareAsync(client => client.Inbox.ClaimAsync(People.Supervisor, new(Guid.CreateVersion7(), task.TaskKey, task.Version), CancellationToken.None));
        await desk.Page.Locator("[data-claim-open]").ClickAsync();
        await Expect(desk.Heading).ToHaveTextAsync("Qualcuno è stato più veloce");
        await desk.InspectAsync("conflict");
        await desk.GoAsync($"/attivita/{task.TaskKey}");
        await desk.InspectAsync("task-of-a-colleague");
    }
}
