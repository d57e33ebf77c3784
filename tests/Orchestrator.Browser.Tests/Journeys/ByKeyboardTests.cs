using Microsoft.Playwright;
using Orchestrator.Contracts.Client;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>What two people want, what one gives to another, and what somebody may not do: with the keyboard alone.</summary>
[Category("Slow")]
public sealed class ByKeyboardTests
{
    private const string Transmission = "Registra la trasmissione dell'azienda ad ANPAL";

    private House _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _house = await House.OpenAsync();
        await _house.AddAccountAsync(new("alba", "Alba Apl", [Roles.Operator], ["apl"]));
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _house.DisposeAsync();

    [Test]
    public async Task Of_two_operators_who_want_a_task_one_gets_it_and_the_other_reads_who_was_faster()
    {
        var task = await TaskAsync();
        await using var late = await Desk.SignedInAsync("apl", house: _house);
        await OpenAsync(late, task);
        await using var fast = await Desk.SignedInAsync("alba", house: _house);
        await OpenAsync(fast, task);
        await fast.Page.Keyboard.PressAsync("p");
        await Expect(fast.Page.GetByText("Attività presa in carico.")).ToBeVisibleAsync();

        await late.Page.Keyboard.PressAsync("p");
        await Expect(late.Page.Locator("main")).ToContainTextAsync("Alba Apl ha preso in carico l’attività");
        // From there the way leads on without a pointer, too.
        await late.TabToAsync(late.Page.Locator("main").GetByRole(AriaRole.Link).Last);
        await late.Page.Keyboard.PressAsync("Enter");
        await late.Page.WaitForURLAsync("**/attivita**");
    }

    [Test]
    public async Task A_supervisor_gives_the_task_of_an_absent_colleague_to_somebody_else()
    {
        var task = await TaskAsync();
        await _house.PrepareAsync(client => client.Inbox.ClaimAsync(People.Apl, new(Guid.CreateVersion7(), task.TaskKey, task.Version), CancellationToken.None));
        await using var desk = await Desk.SignedInAsync("supervisore", house: _house);
        await desk.GoAsync($"/attivita?scheda=tutte&persona=apl&cerca={task.Case.BusinessKey}");
        await desk.ReadyAsync();
        await desk.TabToAsync(desk.Page.GetByLabel("Seleziona tutte quelle mostrate"));
        await desk.Page.Keyboard.PressAsync("Space");
        await desk.TabToAsync(desk.Page.Locator("#molte-persona"));
        await desk.Page.Keyboard.TypeAsync("Alba");
        await desk.TabToAsync(desk.Page.Locator("#molte").GetByRole(AriaRole.Button, new() { Name = "Assegna" }));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByText("Fatte 1 su 1.")).ToBeVisibleAsync();
        var given = await _house.PrepareAsync(client => client.Inbox.OpenAsync(People.Apl, task.TaskKey, CancellationToken.None));
        Assert.That(given.Summary.Assignee, Is.EqualTo("alba"));
    }

    [TestCase("designer")]
    [TestCase("cpi")]
    public async Task A_designer_and_an_operator_of_another_group_are_told_that_the_task_is_not_theirs(string account)
    {
        var task = await TaskAsync();
        await using var desk = await Desk.SignedInAsync(account, house: _house);
        var answer = await desk.GoAsync($"/attivita/{task.TaskKey}");
        Assert.That(answer!.Status, Is.EqualTo(404));
        await desk.InspectAsync($"task-not-of-{account}");
        // Nor does the address that completes it do anything, whatever is sent there.
        var status = await desk.Page.EvaluateAsync<int>(
            """
            async path => {
              const token = document.querySelector('input[name=__RequestVerificationToken]').value;
              return (await fetch(path, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token, versione: '1', dati: '{}' }) })).status;
            }
            """, $"/attivita/{task.TaskKey}/completa");
        Assert.That(status, Is.EqualTo(account == "designer" ? 403 : 404));
        var still = await _house.PrepareAsync(client => client.Inbox.OpenAsync(People.Apl, task.TaskKey, CancellationToken.None));
        Assert.That(still.Summary.Version, Is.EqualTo(task.Version));
    }

    private async Task<TaskSummary> TaskAsync()
    {
        var agreement = await Workers.RegisterAsync(signedDaysAgo: 2, house: _house);
        return await Sessions.FindAsync(_house, People.Apl, agreement.Summary.AgreementKey, Transmission);
    }

    private static async Task OpenAsync(Desk desk, TaskSummary task)
    {
        await desk.GoAsync($"/attivita?scheda=gruppo&cerca={task.Case.BusinessKey}");
        await desk.ReadyAsync();
        await desk.TabToAsync(desk.Page.Locator("#elenco").GetByRole(AriaRole.Link).Filter(new() { HasText = Transmission }));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Heading).ToHaveTextAsync(Transmission);
        await desk.ReadyAsync();
    }
}
