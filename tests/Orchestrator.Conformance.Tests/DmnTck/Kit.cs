using Orchestrator.Cli.Conformance;
using Orchestrator.Feel;
using Orchestrator.Testing;

namespace Orchestrator.Conformance.Tests.DmnTck;

/// <summary>Folders in the kit's format and how they are run here: at a fixed instant, so that a ledger says the same every day.</summary>
internal static class Kit
{
    /// <summary>The folder of our own checks.</summary>
    public static string Own { get; } = Path.Combine(Golden.ProjectFolder(), "DmnTck", "Own");

    /// <summary>A level of the compatibility kit, which lies beside the checkout and never in it; the test is skipped, with the reason, where it is absent.</summary>
    public static string Level(int number)
    {
        var beside = Path.GetFullPath(Path.Combine(Golden.ProjectFolder(), "..", "..", "..", "shared", "conformance", "tck"));
        var kit = Environment.GetEnvironmentVariable("ORCHESTRATOR_DMN_KIT") is { Length: > 0 } named ? named : beside;
        var folder = Path.Combine(kit, $"compliance-level-{number}");
        if (!Directory.Exists(folder)) Assert.Ignore($"Level {number} of the DMN compatibility kit was not run: expected the folder {folder}; ORCHESTRATOR_DMN_KIT names another place.");
        return folder;
    }

    public static IReadOnlyList<KitCheck> Run(string folder)
    {
        var rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
        var environment = new FeelEnvironment(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero), rome, FindZone, ItalianCalendars.Default);
        return [.. new KitRunner(environment).Run(folder)];
    }

    private static TimeZoneInfo? FindZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
