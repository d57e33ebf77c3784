using Orchestrator.Cases.Tests.Support;

namespace Orchestrator.Cases.Tests;

/// <summary>Leaves nothing behind.</summary>
[SetUpFixture]
internal sealed class AfterAllTests
{
    [OneTimeTearDown]
    public Task ForgetEmptyDatabases()
    {
        Databases.Forget();
        return OwnRegistry.ForgetEmptyAsync();
    }
}
