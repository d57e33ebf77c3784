using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Orchestrator.Hosting.Accounts;
using Orchestrator.Server.Demo;

namespace Orchestrator.Server;

/// <summary>What the program prints once it serves: where to go, and in Development, once, the demo accounts.</summary>
internal static class Greeting
{
    public static async Task WriteAsync(WebApplication app, TextWriter output)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        await output.WriteLineAsync();
        foreach (var address in addresses) await output.WriteLineAsync($"Orchestrator: {address}");
        if (app.Services.GetService<DemoResult>() is { Accounts.Count: > 0 } demo)
        {
            await output.WriteLineAsync("Demo accounts, shown this once:");
            foreach (var (name, password, what) in demo.Accounts) await output.WriteLineAsync($"  {name,-12} {password}  {what}");
        }
        else if (await IsWithoutAccountsAsync(app))
            await output.WriteLineAsync("There is no account yet: make the first one with 'orchestrator admin create NAME' on the same database.");
        if (app.Services.GetService<DemoResult>() is { Crisis: { } crisis })
            await output.WriteLineAsync($"Sample crisis: {addresses.FirstOrDefault()}/crisi/{crisis} (nobody in it exists; docs/sample-data.md says what each account can do)");
        await output.WriteLineAsync();
    }

    private static async Task<bool> IsWithoutAccountsAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountBook>().IsEmptyAsync(CancellationToken.None);
    }
}
