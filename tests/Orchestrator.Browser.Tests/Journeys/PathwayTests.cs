using System.Text;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>An auditor asks why a worker went to pathway 2: from the person to the rule that held, and to the proof that nobody changed the history.</summary>
[Category("Slow")]
public sealed class PathwayTests
{
    private const string Outside = "Prova003";
    private string _crisis = "";

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        var agreement = (await Workers.RegisterAsync(signedDaysAgo: 4)).Summary.AgreementKey;
        _crisis = agreement["AG-".Length..agreement.LastIndexOf('-')];
        // The agreement is for workers of the assembly; one works in the warehouse.
        var lines = Workers.Csv(3).Split('\n');
        lines[3] = lines[3].Replace("Montaggio;Operaio", "Magazzino;Impiegato", StringComparison.Ordinal);
        await Stage.PrepareAsync(client => client.Agreements.UploadWorkersAsync(
            People.Apl, Guid.CreateVersion7(), agreement, new("lavoratori.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines))), CancellationToken.None));
        await Sessions.ReceiveAsync(Stage.House, agreement);
        await Stage.UntilAsync("the pathways of the workers", async () =>
        {
            var found = await Stage.PrepareAsync(client => client.Workers.SearchAsync(People.Apl, new(0, 10) { Crisis = _crisis, Pathway = "p2" }, CancellationToken.None));
            return found.Total == 1 ? "routed" : null;
        });
    }

    [TestCase(1440)]
    [TestCase(390)]
    public async Task An_auditor_finds_why_a_worker_went_to_pathway_2_and_verifies_the_case(int width)
    {
        await using var desk = await Desk.SignedInAsync("auditor", width);
        await desk.GoAsync($"/lavoratori?crisi={_crisis}");
        await desk.Page.GetByLabel("Cognome e nome, codice fiscale o numero di pratica").FillAsync(Outside);
        await desk.Button("Cerca").ClickAsync();
        await desk.Link(Outside).ClickAsync();
        await Expect(desk.Page.GetByText("Percorso 2 – senza AdR")).ToBeVisibleAsync();
        await desk.InspectAsync("worker-pathway");
        await desk.Link("Perché questo percorso?").ClickAsync();
        await ExpectRuleAsync(desk);
        await desk.InspectAsync("case-why-pathway");
        await desk.Button("Verifica").ClickAsync();
        await Expect(desk.Page.Locator("#verifica")).ToContainTextAsync("La storia è integra");
        await desk.InspectAsync("case-why-pathway-verified");
    }

    [Test]
    public async Task The_same_is_found_and_verified_with_the_keyboard_alone()
    {
        await using var desk = await Desk.SignedInAsync("auditor");
        await desk.GoAsync($"/lavoratori?crisi={_crisis}");
        await desk.ReadyAsync();
        await desk.TabToAsync(desk.Page.GetByLabel("Cognome e nome, codice fiscale o numero di pratica"));
        await desk.Page.Keyboard.TypeAsync(Outside);
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByText("1 lavoratore", new() { Exact = true })).ToBeVisibleAsync();
        await desk.TabToAsync(desk.Link(Outside));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Heading).ToContainTextAsync(Outside);
        await desk.TabToAsync(desk.Link("Perché questo percorso?"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await ExpectRuleAsync(desk);
        // The button stands above: the way back to it is short.
        var verify = desk.Button("Verifica");
        for (var stop = 0; stop < 60 && !await verify.EvaluateAsync<bool>("element => element === document.activeElement"); stop++) await desk.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(verify).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#verifica")).ToContainTextAsync("La storia è integra");
    }

    [Test]
    public async Task A_worker_about_whom_nothing_was_decided_and_a_reader_without_the_delivery_are_told_so()
    {
        await using var desk = await Desk.SignedInAsync("auditor");
        await desk.GoAsync("/lavoratori/PW-00000000-0000-4000-8000-000000000000/percorso");
        await Expect(desk.Heading).ToHaveTextAsync("Non trovata");
        await using var other = await Desk.SignedInAsync("anpal");
        await other.GoAsync("/lavoratori/PW-00000000-0000-4000-8000-000000000000/percorso");
        await Expect(other.Heading).ToHaveTextAsync("Non hai il permesso");
    }

    private static async Task ExpectRuleAsync(Desk desk)
    {
        var why = desk.Page.Locator("#perche");
        await Expect(why).ToContainTextAsync("Decisione «Percorso»");
        await Expect(why).ToContainTextAsync("2 – senza AdR (p2)");
        // The rule of pathway 1 did not hold: its first cell that failed is the perimeter.
        await Expect(why).ToContainTextAsync("non vale: «Nel perimetro»");
        await Expect(why.Locator(".orch-why-chosen")).ToContainTextAsync("Accordo firmato, ma fuori perimetro");
    }
}
