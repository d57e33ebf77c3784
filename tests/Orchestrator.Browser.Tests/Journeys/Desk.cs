using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>A person at a browser: one page of one size, signed in or not. Remembers what the browser complained about.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private const string SessionCookie = "orchestrator.session";

    // One sign-in for each account is enough: journeys of its own try the page where people sign in.
    private static readonly ConcurrentDictionary<(Uri Address, string Account), Cookie> s_sessions = new();

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

    public static async Task<Desk> OpenAsync(int width = 1440, int height = 900, House? house = null)
    {
        var context = await Stage.Browser.NewContextAsync(new()
        {
            BaseURL = (house ?? Stage.House).Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            Locale = "it-IT",
            TimezoneId = "Europe/Rome",
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(30_000);
        return new(context, await context.NewPageAsync());
    }

    public static async Task<Desk> SignedInAsync(string account, int width = 1440, House? house = null)
    {
        var desk = await OpenAsync(width, house: house);
        var (at, session) = (((house ?? Stage.House).Address, account), (Cookie?)null);
        // A house whose clock is set ends every session by it.
        var isKept = !(house ?? Stage.House).HasOwnClock;
        if (isKept && s_sessions.TryGetValue(at, out session))
        {
            await desk._context.AddCookiesAsync([session]);
            await desk.Page.GotoAsync("/");
            return desk;
        }
        await desk.SignInAsync(account, Stage.Password);
        await desk.Page.WaitForURLAsync(url => !url.Contains("/accedi", StringComparison.Ordinal));
        if (isKept) s_sessions[at] = Kept((await desk._context.CookiesAsync()).Single(cookie => cookie.Name == SessionCookie));
        return desk;
    }

    private static Cookie Kept(BrowserContextCookiesResult found) =>
        new() { Name = found.Name, Value = found.Value, Domain = found.Domain, Path = found.Path, HttpOnly = found.HttpOnly, Secure = found.Secure, SameSite = found.SameSite };

    public async Task SignInAsync(string account, string password)
    {
        await Page.GotoAsync("/accedi");
        await ContinueAsync(account, password);
    }

    /// <summary>Signs in on the sign-in page that is shown.</summary>
    public async Task ContinueAsync(string account, string password = Stage.Password)
    {
        await Page.GetByLabel("Nome utente").FillAsync(account);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Accedi" }).ClickAsync();
    }

    /// <summary>The session is over, as after a night: the browser has lost its cookie and the page knows nothing of it.</summary>
    public Task LoseSessionAsync() => _context.ClearCookiesAsync(new() { Name = SessionCookie });

    /// <summary>Sends the form that holds this element without its scripts and the browser's own checks, as a broken or forged page would.</summary>
    public async Task<IResponse> ForceAsync(string form)
    {
        var answer = await Page.RunAndWaitForResponseAsync(
            () => Page.EvaluateAsync("selector => HTMLFormElement.prototype.submit.call(document.querySelector(selector))", form),
            response => response.Request is { Method: "POST", IsNavigationRequest: true });
        await Page.WaitForLoadStateAsync();
        return answer;
    }

    /// <summary>Presses Tab until this element is reached, as somebody without a pointer does; every stop on the way shows where it is.</summary>
    public Task TabToAsync(ILocator target) => TabUntilAsync($"{target}", () => target.EvaluateAsync<bool>("element => element === document.activeElement"));

    /// <summary>The same until a stop lies inside this element, whose own parts come and go with the focus.</summary>
    public Task TabIntoAsync(ILocator target) => TabUntilAsync($"{target}", () => target.EvaluateAsync<bool>("element => element.contains(document.activeElement)"));

    private async Task TabUntilAsync(string target, Func<Task<bool>> isThere)
    {
        const int StopsMax = 80;
        const string Stop = """
            () => {
              const element = document.activeElement, style = getComputedStyle(element);
              const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
              return seen || element === document.body || element.matches('main') ? '' : element.outerHTML.slice(0, 120);
            }
            """;
        for (var stop = 0; stop < StopsMax; stop++)
        {
            await Page.Keyboard.PressAsync("Tab");
            Assert.That(await Page.EvaluateAsync<string>(Stop), Is.Empty, "The focus is not seen.");
            if (await isThere())
                return;
        }

        Assert.Fail($"Expected Tab to reach {target}, but {StopsMax} stops did not.");
    }

    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(path);

    /// <summary>The page's scripts have started: keys do what they do for a person, who is never as fast as a program.</summary>
    public Task ReadyAsync() => Page.Locator("html[data-ready]").WaitForAsync();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>All rules of axe on the page as it stands; each violation with its first elements.</summary>
    /// <param name="known">Rules that may be broken inside elements of a selector, and only there.</param>
    public async Task<IReadOnlyList<string>> AxeAsync(IEnumerable<(string Rule, string Inside)> known)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "Orchestrator.Ui", "web", "node_modules", "axe-core", "axe.min.js"));
        // Over the debugging protocol: the content security policy of the pages lets no script be added.
        var protocol = await _context.NewCDPSessionAsync(Page);
        await protocol.SendAsync("Runtime.evaluate", new() { ["expression"] = source });
        const string Run = """
            axe.run(document, { resultTypes: ['violations'], elementRef: true, rules: Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, { enabled: true }])) })
              .then(result => JSON.stringify(result.violations
                .map(found => ({ id: found.id, nodes: found.nodes.filter(node => !KNOWN.some(known => known.rule === found.id && node.element?.closest(known.inside))) }))
                .filter(found => found.nodes.length > 0)
                .map(found => found.id + ': ' + found.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', '))))
            """;
        var run = Run.Replace("KNOWN", JsonSerializer.Serialize(known.Select(one => new { rule = one.Rule, inside = one.Inside })), StringComparison.Ordinal);
        var answer = await protocol.SendAsync("Runtime.evaluate", new() { ["expression"] = run, ["awaitPromise"] = true });
        var json = answer!.Value.GetProperty("result").GetProperty("value").GetString()!;
        return JsonSerializer.Deserialize<List<string>>(json)!;
    }

    /// <summary>The whole page as a picture; the width stands in its name.</summary>
    public Task PhotographAsync(string path) =>
        Page.ScreenshotAsync(new() { Path = $"{path}-{Page.ViewportSize!.Width}.png", FullPage = true });

    public async Task<int> OverflowAsync() =>
        await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.That(_complaints, Is.Empty, "The browser complained.");
    }
}
