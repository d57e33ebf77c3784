using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Orchestrator.Cli.Conformance;
using Orchestrator.Feel;
using Orchestrator.Hosting.Configuration;

namespace Orchestrator.Cli.Verbs;

/// <summary>Runs a DMN compatibility kit.</summary>
internal static class ConformanceDmnVerb
{
    private const string Json = "--json";
    private const string Apart = "--apart";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static readonly Verb Verb = new("conformance dmn", "DIR [--json FILE] [--apart FOLDER]", "Runs the cases of a DMN compatibility kit below a folder.",
        [
            new(Json, "FILE", "Writes every check and the figures as JSON."),
            new(Apart, "FOLDER", "A folder's name: its checks are printed and counted by themselves and stand in no figure."),
        ], RunAsync)
    {
        Details = "Prints one line for each check, then how many passed only by the allowance of inexact decimals, then three figures. Exit code 1 when a check that counts fails.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var given = arguments.Single("a folder");
        var path = terminal.PathOf(given);
        if (!Directory.Exists(path)) throw new UsageException($"Expected a folder, but there is no {given}.");
        var world = new FeelWorld(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), ItalianCalendars.Default);
        var checks = new List<KitCheck>();
        foreach (var check in new KitRunner(world.Now()).Run(path))
        {
            cancellation.ThrowIfCancellationRequested();
            checks.Add(check);
            terminal.Out.WriteLine(Line(check));
        }
        if (checks.Count == 0) throw new UsageException($"Expected cases of a kit below {given}, but there are none.");
        var apart = checks.FindAll(check => arguments.Value(Apart) is { } folder && check.Folder.Split('/').Contains(folder));
        var counted = checks.Except(apart).ToList();
        var figures = KitFigures.Of(counted);
        if (arguments.Value(Json) is { } file) await File.WriteAllTextAsync(terminal.PathOf(file), Document(figures, checks), cancellation);
        if (apart.Count > 0) terminal.Out.WriteLine($"apart: {KitFigures.Of(apart).Passed} of {apart.Count}");
        foreach (var line in figures.Lines) terminal.Out.WriteLine(line);
        return figures.Passed == figures.Total ? ExitCode.Fine : ExitCode.Found;
    }

    private static string Line(KitCheck check)
    {
        var name = $"{check.Folder} {check.File} {check.Case} {check.Result}";
        return check.Match switch
        {
            KitMatch.Exact => $"ok      {name}",
            KitMatch.WithinAllowance => $"ok      {name} (within the allowance of inexact decimals)",
            _ => $"FAILED  {name}: {check.Failure?.ReplaceLineEndings(" ")}",
        };
    }

    private static string Document(KitFigures figures, IEnumerable<KitCheck> checks) => JsonSerializer.Serialize(new
    {
        All = new { figures.Passed, figures.Total },
        NonNull = new { Passed = figures.NonNullPassed, Total = figures.NonNullTotal },
        figures.MeanPercent,
        figures.WithinAllowance,
        Checks = checks,
    }, Indented);
}
