using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Orchestrator.Contracts.Client;
using static Microsoft.Playwright.Assertions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>Every form of the programme in the inbox, as an operator sees it. They are shown by a process of this test that asks for each of them once.</summary>
// The narrow screen is where forms break. With every test run each eighth is shown there; tests/long/forms.sh shows all of them, on the wide one as well.
[TestFixture(390, Category = "Slow")]
[TestFixture(1440, Category = "Long")]
public sealed class FormsTests(int width)
{
    // The viewer's own words. The forms of the programme are Italian, so none of these may be read.
    private static readonly string[] Foreign = ["Field", "required", "Select", "Add new", "Remove", "Search", "Show all", "must", "Invalid", "mm/dd", "yyyy", "options"];

    private static readonly string[] All = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), "*.form", SearchOption.AllDirectories)
        .Select(file => Path.GetFileNameWithoutExtension(file)!).Where(form => form is not ("register-attendance" or "record-attendance-needs" or "phone-contact")).Order(StringComparer.Ordinal)];

    private static readonly string[] Shown = Environment.GetEnvironmentVariable("ORCHESTRATOR_FORMS") == "all" ? All : [.. All.Where((_, i) => i % 8 == 0)];

    [OneTimeSetUp]
    public async Task AskForEachAsync()
    {
        using var client = new HttpClient { BaseAddress = Stage.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Stage.Password}")));
        using var file = new MultipartFormDataContent { { new StringContent(Process()), "resources", $"forms-{width}.bpmn" } };
        using var deployed = await client.PostAsync(new Uri("/v2/deployments", UriKind.Relative), file);
        Assert.That((int)deployed.StatusCode, Is.EqualTo(200), await deployed.Content.ReadAsStringAsync());
        var day = Workers.Today;
        using var started = await client.PostAsJsonAsync("/v2/process-instances", new
        {
            processDefinitionId = $"forms-{width}",
            variables = new
            {
                terms = new { presentationStrictDay = $"{day.AddDays(26):yyyy-MM-dd}", presentationLastDay = $"{day.AddDays(26):yyyy-MM-dd}", employerLastDay = $"{day.AddDays(3):yyyy-MM-dd}", employerStrictDay = $"{day.AddDays(3):yyyy-MM-dd}" },
                signingDate = $"{day.AddDays(-4):yyyy-MM-dd}", importReport = new { accepted = 40, rejected = 2 }, withoutEmail = new[] { "PW-3f2b8a52-0000-4000-8000-000000000001" },
            },
        });
        Assert.That((int)started.StatusCode, Is.EqualTo(200), await started.Content.ReadAsStringAsync());
    }

    [TestCaseSource(nameof(Shown))]
    public async Task A_form_is_readable_accessible_and_Italian_empty_and_refused(string form)
    {
        var task = await Stage.UntilAsync($"the task with the form {form}", async () =>
        {
            var list = await Stage.PrepareAsync(client => client.Inbox.ListAsync(People.Apl, new(InboxTab.Groups, $"Modulo {form}", 0, 50), CancellationToken.None));
            return list.Tasks.FirstOrDefault(candidate => candidate.Name == $"Modulo {form} {width}");
        });
        await using var desk = await Desk.SignedInAsync("apl", width);
        await desk.GoAsync($"/attivita/{task.TaskKey}");
        await desk.Page.Locator("[data-claim-open]").ClickAsync();
        await desk.Page.Locator(".fjs-form").WaitForAsync();
        await desk.InspectAsync($"form-{form}");
        Assert.That(await ForeignWordsAsync(desk), Is.Empty);

        // A list may be left empty; with a line in it, that line asks for its fields.
        foreach (var add in await desk.Page.Locator(".fjs-repeat-render-add").AllAsync())
            await add.ClickAsync();
        await desk.Button("Completa").ClickAsync();
        await Expect(desk.Page.Locator(".fjs-form-field-error, .orch-summary").First).ToBeVisibleAsync();
        await desk.InspectAsync($"form-{form}-refused");
        Assert.That(await ForeignWordsAsync(desk), Is.Empty);
    }

    private static async Task<IEnumerable<string>> ForeignWordsAsync(Desk desk)
    {
        var text = await desk.Page.Locator(".fjs-form").InnerTextAsync();
        var hints = await desk.Page.Locator(".fjs-form [placeholder]").EvaluateAllAsync<string[]>("inputs => inputs.map(input => input.placeholder)");
        return Foreign.Where(word => (text + string.Join(' ', hints)).Contains(word, StringComparison.Ordinal));
    }

    private string Process()
    {
        var nodes = string.Concat(All.Select(form => $"""
            <userTask id="{form}" name="Modulo {form} {width}"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="apl"/><zeebe:formDefinition formId="{form}" bindingType="latest"/></extensionElements></userTask>
            <sequenceFlow id="to-{form}" sourceRef="fork" targetRef="{form}"/><sequenceFlow id="from-{form}" sourceRef="{form}" targetRef="join"/>
            """));
        return $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:test">
              <process id="forms-{width}" name="Tutti i moduli" isExecutable="true">
                <startEvent id="start"/><parallelGateway id="fork"/><parallelGateway id="join"/><endEvent id="end"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="fork"/><sequenceFlow id="z" sourceRef="join" targetRef="end"/>
                {nodes}
              </process>
            </definitions>
            """;
    }
}
