using System.Text.Json;
using Microsoft.Playwright;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>A person at a browser: one page of one size, signed in or not. Remembers what the browser complained about.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Desk(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // A refused request is a journey's own business; a script's error or a broken security policy is not.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<Desk> OpenAsync(int width = 1440, int height = 900)
    {
        var context = await Stage.Browser.NewContextAsync(new()
        {
            BaseURL = Stage.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            Locale = "it-IT",
            TimezoneId = "Europe/Rome",
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(15_000);
        return new(context, await context.NewPageAsync());
    }

    public static async Task<Desk> SignedInAsync(string account, int width = 1440)
    {
        var desk = await OpenAsync(width);
        await desk.SignInAsync(account, Stage.Password);
        await desk.Page.WaitForURLAsync("**/attivita*");
        return desk;
    }

    public async Task SignInAsync(string account, string password)
    {
        await Page.GotoAsync("/accedi");
        await Page.GetByLabel("Nome utente").FillAsync(account);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Accedi" }).ClickAsync();
    }

    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(path);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>All rules of axe on the page as it stands; each violation with its first elements.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "Orchestrator.Ui", "web", "node_modules", "axe-core", "axe.min.js"));
        // Over the debugging protocol: the content security policy of the pages lets no script be added.
        var protocol = await _context.NewCDPSessionAsync(Page);
        await protocol.SendAsync("Runtime.evaluate", new() { ["expression"] = source });
        const string Run = """
            axe.run(document, { resultTypes: ['violations'], rules: Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, { enabled: true }])) })
              .then(result => JSON.stringify(result.violations.map(found => found.id + ': ' + found.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', '))))
            """;
        var answer = await protocol.SendAsync("Runtime.evaluate", new() { ["expression"] = Run, ["awaitPromise"] = true });
        var json = answer!.Value.GetProperty("result").GetProperty("value").GetString()!;
        return JsonSerializer.Deserialize<List<string>>(json)!;
    }

    public async Task<int> OverflowAsync() =>
        await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.That(_complaints, Is.Empty, "The browser complained.");
    }
}
