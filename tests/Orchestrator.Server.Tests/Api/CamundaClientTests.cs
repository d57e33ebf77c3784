using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Tests.Api;

/// <summary>The unmodified client of Camunda 8 against our server, checking each of our answers strictly.</summary>
[Category("Slow")]
internal sealed class CamundaClientTests
{
    [TestCase("tour.mjs")]
    [TestCase("depth.mjs")]
    public async Task The_Camunda_client_goes_through_what_we_offer_with_strict_validation(string tour)
    {
        await using var server = await RunningServer.StartAsync();
        await server.AddAccountAsync("tour", [Roles.Admin, Roles.Supervisor, Roles.Worker, Roles.Designer], ["regione"]);

        var output = await NodeProgram.RunAsync("camunda-client", [tour], new Dictionary<string, string>
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
}
