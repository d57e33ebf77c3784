using Orchestrator.Cases.Tests.Support;

namespace Orchestrator.Agencies.Tests;

/// <summary>Leaves nothing behind.</summary>
[SetUpFixture]
internal sealed class AfterAllTests
{
    [OneTimeTearDown]
    public Task ForgetEmptyDatabase() => OwnRegistry.ForgetEmptyAsync();
}
