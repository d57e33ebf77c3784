using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys.Measures;

/// <summary>
/// The five commonest acts of an operator: find, claim, fill and complete, next, register attendance. <c>tests/long.sh acts [TIMES]</c> prints the table of docs/performance.md.
/// Clicks are those beside the form's fields.
/// </summary>
[Category("Long")]
public sealed class OperatorActs
{
    private const int ClicksMost = 3;
    private const double ServerMost = 150;
    private const int Attendees = 150;
    private const string Transmission = "Registra la trasmissione dell'azienda ad ANPAL";
    private const string Groups = "/attivita?scheda=gruppo";

    private static int Times { get; } = Environment.GetEnvironmentVariable("ORCHESTRATOR_ACTS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 20;

    [Test]
    public async Task Each_needs_few_clicks_and_the_server_answers_soon()
    {
        await using var house = await House.OpenAsync(House.OwnClock);
        var agreements = new List<string>();
        for (var i = 0; i < Times; i++)
        {
            var agreement = (await Workers.RegisterAsync(signedDaysAgo: 2, house: house)).Summary.AgreementKey;
            await Sessions.FindAsync(house, People.Apl, agreement, Transmission);
            agreements.Add(agreement);
        }
        var rows = new List<string>();
        await using (var desk = await Desk.SignedInAsync("apl", house: house))
            rows.AddRange(await TasksAsync(desk, agreements));
        await using (var desk = await Desk.SignedInAsync("cpi", house: house))
            rows.AddRange(await AttendanceAsync(desk, house));
        await TestContext.Progress.WriteLineAsync($"| Act | Clicks | Median | Server, median | Server, p95 | Times |\n|---|---|---|---|---|---|\n{string.Join('\n', rows)}");
    }

    private static async Task<IEnumerable<string>> TasksAsync(Desk desk, IReadOnlyList<string> agreements)
    {
        using var meter = new ActMeter(desk);
        var tasks = desk.Page.Locator("[data-task]");
        foreach (var agreement in agreements)
        {
            await desk.GoAsync(Groups);
            await meter.MeasureAsync("Find a task by the number of its agreement", async () =>
            {
                await meter.ClickAsync(desk.Page.Locator("#cerca"));
                await desk.Page.Keyboard.TypeAsync(agreement);
                await desk.Page.Keyboard.PressAsync("Enter");
                await Expect(tasks.Filter(new() { HasText = Transmission })).ToHaveCountAsync(1);
            });
        }

        await desk.GoAsync($"{Groups}&processo=p1-collective&cerca=registra+la+trasmissione");
        await tasks.Locator("[data-open]").First.ClickAsync();
        for (var done = 0; done < agreements.Count; done++)
        {
            await Expect(desk.Heading).ToHaveTextAsync(Transmission);
            await meter.MeasureAsync("Claim it", async () =>
            {
                await meter.ClickAsync(desk.Page.Locator("#dettaglio").GetByRole(AriaRole.Button, new() { Name = "Prendi in carico" }));
                await Expect(desk.Page.GetByText("Attività presa in carico.")).ToBeVisibleAsync();
                // The field takes what is typed once its calendar hangs on it.
                await desk.Page.Locator(".flatpickr-calendar").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            });
            var address = desk.Page.Url;
            await meter.MeasureAsync("Fill in and complete, the next one opens by itself", async () =>
            {
                var date = desk.Page.Locator(".fjs-form input").First;
                await date.FillAsync(Workers.Today.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
                await date.PressAsync("Tab");
                await meter.ClickAsync(desk.Page.Locator("[data-complete]"));
                await Expect(desk.Page.GetByText("Attività completata.").First).ToBeVisibleAsync();
            });
            Assert.That(desk.Page.Url, Is.Not.EqualTo(address));
        }

        await desk.GoAsync("/attivita?scheda=gruppo");
        await tasks.Locator("[data-open]").First.ClickAsync();
        for (var time = 0; time < agreements.Count; time++)
        {
            var there = tasks.Locator("[data-open]").Nth(1 + (time % 2));
            await meter.MeasureAsync("Go to another task of the list", async () =>
            {
                await meter.ClickAsync(there);
                await Expect(desk.Page.Locator("#dettaglio h1, #dettaglio h2").First).ToBeVisibleAsync();
                await desk.ReadyAsync();
            });
        }
        return Judged(meter);
    }

    // One plenary after the other; 150 people are pasted out of the office's own sheet.
    private static async Task<IEnumerable<string>> AttendanceAsync(Desk desk, House house)
    {
        using var meter = new ActMeter(desk);
        for (var time = 0; time < Math.Max(1, Times / 5); time++)
        {
            var task = await Sessions.HeldAsync(house, Attendees);
            // The clock of the house is later than the session of the browser.
            await desk.SignInAsync("cpi", Stage.Password);
            await desk.GoAsync($"/attivita/{task.TaskKey}");
            await desk.Page.Locator("[data-claim-open]").ClickAsync();
            await meter.MeasureAsync($"Register the attendance of {Attendees} people by paste", async () =>
            {
                await meter.ClickAsync(desk.Link("Compila la tabella"));
                var rows = desk.Page.Locator(".orch-grid tbody tr");
                await Expect(rows).ToHaveCountAsync(Attendees);
                var sheet = (await rows.Locator("th").AllInnerTextsAsync()).Select((name, row) => row % 10 == 0 ? $"{name}\tAssente giustificato\t\tMalattia" : $"{name}\tPresente\t120");
                await desk.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", string.Join("\r\n", sheet));
                await meter.ClickAsync(rows.Nth(0).Locator("th"));
                await desk.Page.Keyboard.PressAsync("Control+v");
                await Expect(desk.Page.Locator("[data-grid-status]")).ToContainTextAsync($"Incollate {Attendees} righe");
                await meter.ClickAsync(desk.Button("Registra e completa"));
                await Expect(desk.Page.GetByText("Attività completata.")).ToBeVisibleAsync();
            });
        }
        return Judged(meter);
    }

    private static List<string> Judged(ActMeter meter)
    {
        Assert.Multiple(() =>
        {
            foreach (var act in meter.Acts)
            {
                Assert.That(meter.ClicksOf(act), Is.LessThanOrEqualTo(ClicksMost), $"clicks: {meter.Row(act)}");
                Assert.That(meter.ServerP95(act), Is.GreaterThan(0).And.LessThanOrEqualTo(ServerMost), $"the server's 95th percentile: {meter.Row(act)}");
            }
        });
        return [.. meter.Acts.Select(meter.Row)];
    }
}
