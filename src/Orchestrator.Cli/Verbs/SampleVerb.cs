using System.Globalization;
using Orchestrator.Cases.Samples;

namespace Orchestrator.Cli.Verbs;

/// <summary>Writes sample data: invented people, companies and figures.</summary>
internal static class SampleVerb
{
    private const string Scenario = "--scenario";
    private const string Seed = "--seed";
    private const string Folder = "--out";
    private const string Day = "--day";
    private const string Full = "--full";
    private static readonly string s_codes = string.Join('|', SampleScenarios.All.Select(scenario => scenario.Code));

    // Terms reach years back and forth from day 0; the art. 24-bis and the reference data are of these decades.
    private static readonly DateOnly s_dayMin = new(2018, 1, 1);
    private static readonly DateOnly s_dayMax = new(2099, 12, 31);

    public static readonly Verb Verb = new(
        "sample", $"{Scenario} {s_codes} {Seed} N {Folder} DIR [{Day} YYYY-MM-DD] [{Full}]", "Writes a set of invented sample data; the same scenario, seed and day give the same bytes.",
        [
            new(Scenario, s_codes, string.Join("; ", SampleScenarios.All.Select(scenario => $"{scenario.Code}: {scenario.Title}")) + "."),
            new(Seed, "N", "A whole number that is not negative; another seed, other people."),
            new(Folder, "DIR", "Where the files go; made when it is missing. Files of these names are overwritten, others are left alone."),
            new(Day, "YYYY-MM-DD", "Day 0: the signature, or the report of the crisis. Each scenario has its own when it is missing."),
            new(Full, null, "60 000 notices of employment instead of 2 000."),
        ], RunAsync)
    {
        Details = "Writes crisi.json, lavoratori.csv with deliberate faults, errori-attesi.csv that lists what must be reported about it, and the files of the agencies.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        if (arguments.Rest.Count > 0) throw new UsageException($"Expected no words after sample, but found {arguments.Rest[0]}.");
        var scenario = ScenarioOf(arguments.Value(Scenario));
        var seed = arguments.Number(Seed) ?? throw new UsageException($"Expected a seed, {Seed} N, but there is none: choose any number, such as 42.");
        var given = arguments.Value(Folder) ?? throw new UsageException($"Expected a folder, {Folder} DIR, but there is none.");
        var day = DayOf(arguments.Value(Day));
        var folder = terminal.PathOf(given);
        if (File.Exists(folder)) throw new UsageException($"Expected a folder after {Folder}, but {given} is a file.");

        var set = SampleSet.Make(scenario, seed, day, arguments.Has(Full));
        Directory.CreateDirectory(folder);
        var width = set.Files.Max(file => file.Name.Length);
        foreach (var file in set.Files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Content, cancellation);
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name.PadRight(width)}  {file.Rows}"));
        }
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Wrote {set.Files.Count} files of scenario {scenario.Code} ({scenario.Title}), seed {seed}, to {given}: {set["lavoratori.csv"].Rows} rows of workers, of which the import must report {set["errori-attesi.csv"].Rows}."));
        return ExitCode.Fine;
    }

    private static SampleScenario ScenarioOf(string? code) => code is null
        ? throw new UsageException($"Expected a scenario, {Scenario} {s_codes}, but there is none.")
        : SampleScenarios.Find(code) ?? throw new UsageException($"Expected a scenario of {string.Join(", ", SampleScenarios.All.Select(known => known.Code))}, but found '{code}'.");

    private static DateOnly? DayOf(string? text)
    {
        if (text is null) return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new UsageException($"Expected a day such as 2026-03-02 after {Day}, but found '{text}'.");
        return day >= s_dayMin && day <= s_dayMax
            ? day
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"Expected a day from {s_dayMin:yyyy-MM-dd} to {s_dayMax:yyyy-MM-dd} after {Day}, but found {text}."));
    }
}
