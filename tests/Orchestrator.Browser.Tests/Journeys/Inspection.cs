using System.Text.RegularExpressions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>
/// What every page must hold at every width: axe with all rules on finds nothing, nothing scrolls sideways, and nothing of the machine is
/// read (instants as programs write them, messages of the engine). With
/// <c>ORCHESTRATOR_TEST_PICTURES</c> set to a folder the page is photographed as well, for eyes.
/// </summary>
internal static partial class Inspection
{
    // What third-party widgets break, by rule and selector, with the reason. Nothing else is let pass.
    private static readonly (string Rule, string Selector, string Reason)[] Known = [];

    private static readonly string? s_pictures = Environment.GetEnvironmentVariable("ORCHESTRATOR_TEST_PICTURES") is { Length: > 0 } folder ? folder : null;

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d|\bExpected\b|\bundefined\b|\bnull\b|\w+--\w+")]
    private static partial Regex OfTheMachine();

    public static async Task InspectAsync(this Desk desk, string name)
    {
        if (s_pictures is not null)
            await desk.PhotographAsync(Path.Combine(s_pictures, name));
        var found = (await desk.AxeAsync()).Where(violation =>
            !Known.Any(known => violation.StartsWith(known.Rule + ":", StringComparison.Ordinal) && violation.Contains(known.Selector, StringComparison.Ordinal))).ToList();
        var overflow = await desk.OverflowAsync();
        // What a page shows of a language for machines, to those who write it, is marked so.
        var text = await desk.Page.Locator("main").InnerTextAsync();
        foreach (var machine in (await desk.Page.Locator("main [data-machine]").AllInnerTextsAsync()).OrderByDescending(words => words.Length)) text = text.Replace(machine, "", StringComparison.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(found, Is.Empty, $"{name}, {desk.Page.Url}");
            Assert.That(overflow, Is.Zero, $"{name}: the page scrolls sideways.");
            Assert.That(OfTheMachine().Match(text).Value, Is.Empty, $"{name}, {desk.Page.Url}");
        });
    }
}
