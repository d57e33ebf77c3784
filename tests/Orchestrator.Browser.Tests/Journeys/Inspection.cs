using System.Text.RegularExpressions;

namespace Orchestrator.Browser.Tests.Journeys;

/// <summary>
/// What every page must hold at every width: axe with all rules on finds nothing, nothing scrolls sideways, and nothing of the machine is
/// read (instants as programs write them, messages of the engine). With
/// <c>ORCHESTRATOR_TEST_PICTURES</c> set to a folder the page is photographed as well, for eyes.
/// </summary>
internal static partial class Inspection
{
    // What third-party widgets break inside their own element, by rule, with the reason. Nothing else is let pass.
    private static readonly (string Rule, string Inside, string Reason)[] Known =
    [
        ("empty-table-header", "[data-dmn-editor] .index-column", "dmn-js 17.10.2: the corner above the numbers of the rules has no text."),
        ("td-has-header", "[data-dmn-editor] .tjs-table", "dmn-js 17.10.2: the numbers of the rules are no row headers, and the row that adds a rule has none."),
        ("focus-order-semantics", "[data-editor] .fjs-container", "@bpmn-io/form-js-editor 1.23.0: the form and its fields take the focus and have no role."),
        ("focus-order-semantics", "[data-panel] .bio-properties-panel-tooltip-wrapper", "@bpmn-io/properties-panel 3.55.0: a label that shows a hint takes the focus and has no role."),
        ("focus-order-semantics", "[data-dmn-editor] .dms-input", "dmn-js 17.10.2: its list of hit policies is a div with the role of a combobox inside a focusable label."),
    ];

    private static readonly string? s_pictures = Environment.GetEnvironmentVariable("ORCHESTRATOR_TEST_PICTURES") is { Length: > 0 } folder ? folder : null;

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d|\bExpected\b|\bundefined\b|\bnull\b|\w+--\w+")]
    private static partial Regex OfTheMachine();

    public static async Task InspectAsync(this Desk desk, string name)
    {
        // A page that is still without its sheet has small targets everywhere.
        await desk.Page.WaitForLoadStateAsync();
        // Where the page happens to be scrolled, the bar that stays on top of the editor covers half a button, and that half would be no target.
        if (await desk.Page.EvaluateAsync<bool>("() => document.querySelector('.orch-designer-bar') !== null && (scrollTo({ top: 0, behavior: 'instant' }), true)"))
            await desk.Page.Mouse.MoveAsync(0, 0);
        if (s_pictures is not null)
            await desk.PhotographAsync(Path.Combine(s_pictures, name));
        var found = await desk.AxeAsync(Known.Select(known => (known.Rule, known.Inside)));
        var overflow = await desk.OverflowAsync();
        // What a page shows of a language for machines, to those who write it, is marked so.
        var text = await desk.Page.Locator("main").InnerTextAsync();
        foreach (var machine in (await desk.Page.Locator("main [data-machine]").AllInnerTextsAsync()).Where(words => words.Length > 0).OrderByDescending(words => words.Length)) text = text.Replace(machine, "", StringComparison.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(found, Is.Empty, $"{name}, {desk.Page.Url}");
            Assert.That(overflow, Is.Zero, $"{name}: the page scrolls sideways.");
            Assert.That(OfTheMachine().Match(text).Value, Is.Empty, $"{name}, {desk.Page.Url}");
        });
    }
}
