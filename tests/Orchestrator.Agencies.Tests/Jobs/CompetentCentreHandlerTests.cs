using Orchestrator.Agencies.Tests.Support;
using Orchestrator.Agency.Apl.Jobs;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Worker;

namespace Orchestrator.Agencies.Tests.Jobs;

internal sealed class CompetentCentreHandlerTests
{
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp() => _on = await OwnRegistry.CreateAsync();

    [TearDown]
    public void TearDown() => _on.Dispose();

    [Test]
    public async Task A_municipality_gives_centre_and_candidate_group()
    {
        var result = await RunAsync("001272");

        Assert.That(result.Variables().ToJsonString(), Is.EqualTo("""{"centre":"15","centreName":"Torino","centreGroup":"cpi:15"}"""));
    }

    [TestCase("001999", "Unknown")]
    [TestCase("015146", "OutsideRegion")]
    public async Task A_municipality_without_centre_is_a_business_error(string municipality, string why)
    {
        var result = await RunAsync(municipality);

        Assert.That(result, Is.InstanceOf<JobResult.Error>().With.Property("Code").EqualTo(CompetentCentreHandler.NoCentre).And.Property("Message").Contains(why));
    }

    private Task<JobResult> RunAsync(string municipality) =>
        new CompetentCentreHandler(_on.Registry, _on.Clock).HandleAsync(JobsFor.Make("apl.competent-centre", 1, new() { ["municipality"] = municipality }), CancellationToken.None);
}
