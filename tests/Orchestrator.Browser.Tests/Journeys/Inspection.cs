namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>
/// What every page must hold at every width: axe with all rules on finds nothing, and nothing scrolls sideways. With
/// <c>ORCHESTRATOR_TEST_PICTURES</c> set to a folder the page is photographed as well, for eyes.
/// </summary>
internal static class Inspection
{
    // What third-party widgets break, by rule and selector, with the reason. Nothing else is let pass.
    private static readonly (string Rule, string Selector, string Reason)[] Known = [];

    private static readonly string? s_pictures = Environment.GetEnvironmentVariable("ORCHESTRATOR_TEST_PICTURES") is { Length: > 0 } folder ? folder : null;

    public static async Task InspectAsync(this Desk desk, string name)
    {
        if (s_pictures is not null)
            await desk.PhotographAsync(Path.Combine(s_pictures, name));
        var found = (await desk.AxeAsync()).Where(violation =>
            !Known.Any(known => violation.StartsWith(known.Rule + ":", StringComparison.Ordinal) && violation.Contains(known.Selector, StringComparison.Ordinal))).ToList();
        var overflow = await desk.OverflowAsync();
        Assert.Multiple(() =>
        {
            Assert.That(found, Is.Empty, $"{name}, {desk.Page.Url}");
            Assert.That(overflow, Is.Zero, $"{name}: the page scrolls sideways.");
        });
    }
}
