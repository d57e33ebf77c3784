using System.Diagnostics;
using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Api;

/// <summary>The unmodified client of Camunda 8 against our server, checking each of our answers strictly.</summary>
[Category("Slow")]
internal sealed class CamundaClientTests
{
    private static readonly string s_folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "camunda-client");
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    [Test]
    public async Task The_Camunda_client_goes_through_everything_we_offer_with_strict_validation()
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAccountAsync("tour", [Roles.Admin, Roles.Supervisor, Roles.Worker, Roles.Designer], ["regione"]);

        await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], []);
        var output = await RunAsync("node", ["tour.mjs"], new()
        {
            ["CAMUNDA_REST_ADDRESS"] = server.Address.ToString().TrimEnd('/'),
            ["CAMUNDA_AUTH_STRATEGY"] = "BASIC",
            ["CAMUNDA_BASIC_AUTH_USERNAME"] = "tour",
            ["CAMUNDA_BASIC_AUTH_PASSWORD"] = RunningServer.Password,
            ["CAMUNDA_DEFAULT_TENANT_ID"] = "<default>",
            ["CAMUNDA_SDK_VALIDATION"] = "req:none,res:strict",
            ["CAMUNDA_SDK_LOG_LEVEL"] = "warn",
        });

        Assert.That(output, Does.EndWith("all steps held\n"));
    }

    private static async Task<string> RunAsync(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = s_folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var longest = new CancellationTokenSource(s_longest);
        var output = process.StandardOutput.ReadToEndAsync(longest.Token);
        var errors = process.StandardError.ReadToEndAsync(longest.Token);
        await process.WaitForExitAsync(longest.Token);
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{await output}\n{await errors}");
        return await output;
    }
}
