using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Contracts.Client;
using Orchestrator.Server.Tests.Kill;

namespace Orchestrator.Server.Tests.Demo;

/// <summary>A newcomer who starts the server in Development finds a crisis and something to do for each account.</summary>
[Category("Slow")]
internal sealed class DemoCrisisTests
{
    private static readonly ActingUser s_supervisor = new("supervisore", "Sara Supervisora", [], [Roles.Supervisor]);
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("orchestrator-demo-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task The_sample_crisis_is_there_after_the_first_start_and_once_after_the_second()
    {
        string first;
        await using (var app = await StartAsync("Development"))
        {
            first = await WhatIsThereAsync(app);
            Assert.That(first, Is.EqualTo("2 crises, 2 agreements, lavoratori.csv Checking, operatori_accreditati.csv Accepted, 1 document"));
            foreach (var user in (ActingUser[])
                [new("regione", "", ["regione"], [Roles.Operator]), new("apl", "", ["apl"], [Roles.Operator]), new("cpi", "", ["cpi:15", "cpi:27"], [Roles.Operator]), new("anpal", "", ["anpal-servizi"], [Roles.Operator])])
                await HasWorkAsync(app, user);
        }
        await using (var again = await StartAsync("Development"))
            Assert.That(await WhatIsThereAsync(again), Is.EqualTo(first));
    }

    [Test]
    public async Task Outside_Development_and_where_the_setting_says_so_nothing_is_loaded()
    {
        await using (var app = await StartAsync("Production"))
            Assert.That((await CrisesAsync(app)).Total, Is.Zero);
        await using (var app = await StartAsync("Development", "--Demo:Sample=false"))
            Assert.That((await CrisesAsync(app)).Crises.Select(crisis => crisis.CompanyName), Is.EqualTo(new[] { "Officine Esempio S.p.A." }));
    }

    private async Task<WebApplication> StartAsync(string environment, params string[] settings)
    {
        var app = ServerApp.Build(
        [
            "--applicationName=Orchestrator.Server", $"--environment={environment}", "--Urls=http://127.0.0.1:0", $"--contentRoot={_folder.FullName}",
            $"--DataFolder={Path.Combine(_folder.FullName, "data")}", $"--WorkflowsFolder={Path.Combine(RunningProgram.Root, "workflows")}",
            "--Demo:Password=Prova-Prova-1234", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft=Error", .. settings,
        ]);
        await app.StartAsync();
        return app;
    }

    private static async Task<string> WhatIsThereAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IOrchestratorClient>();
        var crises = await CrisesAsync(app);
        var agreements = await client.Agreements.ListAsync(s_supervisor, CancellationToken.None);
        var files = (await client.Imports.OfferAsync(s_supervisor, CancellationToken.None)).Value!.Files.OrderBy(file => file.FileName, StringComparer.Ordinal).Select(file => $"{file.FileName} {file.State}");
        var sample = await client.Crises.OpenAsync(s_supervisor, crises.Crises.Single(crisis => crisis.Title is not null).CrisisKey, CancellationToken.None);
        return $"{crises.Total} crises, {agreements.Value!.Count} agreements, {string.Join(", ", files)}, {sample.Value!.Documents.Count} document";
    }

    private static async Task<CrisisPage> CrisesAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IOrchestratorClient>().Crises.SearchAsync(s_supervisor, new(null, null, 0, 10), CancellationToken.None)).Value!;
    }

    // The engine and the bus answer within moments.
    private static async Task HasWorkAsync(WebApplication app, ActingUser user)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var times = 0; times < 300; times++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var inbox = await scope.ServiceProvider.GetRequiredService<IOrchestratorClient>().Inbox.ListAsync(user, new(InboxTab.Groups, null, 0, 1), CancellationToken.None);
            if (inbox.Value is { Total: > 0 }) return;
            await pause.WaitForNextTickAsync();
        }
        Assert.Fail($"Expected something to do for {user.UserName}, but there is nothing.");
    }
}
