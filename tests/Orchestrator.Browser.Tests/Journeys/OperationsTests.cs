using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>Who watches over the whole sees what runs, where it stands and what keeps it.</summary>
[Category("Slow")]
[TestFixture(1440)]
[TestFixture(390)]
public sealed class OperationsTests(int width)
{
    [Test]
    public async Task From_an_incident_one_comes_to_the_step_and_to_the_cases_that_stand_there()
    {
        var process = $"operations-{width}";
        await IncidentTests.StartAsync(process, drawn: true);
        await IncidentTests.StartAsync(process, drawn: true);
        await using var desk = await Desk.SignedInAsync("supervisore", width);
        await desk.GoAsync("/funzionamento");
        await desk.InspectAsync("operations");
        await desk.Page.Locator($"a[href='/funzionamento/{process}?elemento=choice']").First.ClickAsync();

        await Expect(desk.Heading).ToHaveTextAsync("Prova di incidente");
        // The second deployment of the same file is the same version.
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Pratiche ferme a «Quale via?»" })).ToBeVisibleAsync();
        var row = desk.Page.Locator("tr.orch-step-picked");
        await Expect(row).ToContainTextAsync("Quale via?");
        await Expect(desk.Page.Locator(".orch-badge-incident")).ToHaveTextAsync("! 2");
        await Expect(desk.Page.Locator("ul.orch-list > li")).ToHaveCountAsync(2);
        await desk.InspectAsync("operations-element");

        await desk.Page.Locator("ul.orch-list > li a").First.ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/pratiche/"));
    }

    [Test]
    public async Task A_click_on_the_drawing_chooses_the_element_and_another_one_all_again()
    {
        var process = $"operations-click-{width}";
        await IncidentTests.StartAsync(process, drawn: true);
        await using var desk = await Desk.SignedInAsync("admin", width);
        await desk.GoAsync($"/funzionamento/{process}");
        var drawn = desk.Page.Locator("[data-element-id='choice'].djs-shape");
        await drawn.ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("elemento=choice"));
        await Expect(desk.Page.Locator("[data-element-id='choice'].orch-mark-chosen")).ToBeVisibleAsync();
        await desk.Page.Locator("[data-element-id='choice'].djs-shape").ClickAsync();
        await Expect(desk.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("elemento="));
    }

    [Test]
    public async Task The_same_way_is_gone_with_the_keyboard_alone()
    {
        var process = $"operations-keys-{width}";
        await IncidentTests.StartAsync(process, drawn: true);
        await using var desk = await Desk.SignedInAsync("supervisore", width);
        await desk.GoAsync($"/funzionamento/{process}");
        await desk.TabToAsync(desk.Page.Locator("#elemento-choice"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#elemento-choice")).ToHaveAttributeAsync("aria-current", "true");
    }

    [Test]
    public async Task A_designer_sees_the_figures_but_no_case_and_an_operator_is_refused()
    {
        var process = $"operations-designer-{width}";
        await IncidentTests.StartAsync(process);
        await using var designer = await Desk.SignedInAsync("designer", width);
        await designer.GoAsync($"/funzionamento/{process}?elemento=choice");
        await Expect(designer.Page.Locator("main")).ToContainTextAsync("Le singole pratiche le vedono supervisori e amministratori");
        await Expect(designer.Page.Locator("ul.orch-list")).ToHaveCountAsync(0);
        await Expect(designer.Page.GetByText("Questo processo non ha un disegno")).ToBeVisibleAsync();
        await designer.InspectAsync("operations-designer");

        await using var desk = await Desk.SignedInAsync("cpi", width);
        var answer = await desk.GoAsync("/funzionamento");
        Assert.That(answer!.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Incidents_that_say_the_same_are_shown_as_a_list_and_exactly_those_are_retried()
    {
        var process = $"operations-retry-{width}";
        for (var i = 0; i < 3; i++) await IncidentTests.StartAsync(process, drawn: true);
        await using var desk = await Desk.SignedInAsync("supervisore", width);
        await desk.GoAsync("/funzionamento");
        var form = desk.Page.Locator("form[action='/funzionamento/riprova']").Filter(new() { Has = desk.Page.Locator($"input[value='{process}']") });
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("L’elenco contiene 3 incidenti aperti");
        await desk.InspectAsync("retry-list");

        await IncidentTests.StartAsync(process, drawn: true);
        await desk.TabToAsync(desk.Button("Riprova questi 3 incidenti"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("Concluso: 3 riprovati, 0 già risolti nel frattempo, 0 rifiutati");
        await Expect(desk.Page.Locator("tbody tr")).ToHaveCountAsync(3);
        await desk.InspectAsync("retry-list-done");
    }
}
