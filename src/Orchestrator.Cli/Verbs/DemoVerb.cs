using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Orchestrator.Cases.Samples;
using Orchestrator.Hosting.Demo;

namespace Orchestrator.Cli.Verbs;

/// <summary>Plays a whole programme on sample data: engine, bus, agencies and scripted people on a virtual clock.</summary>
internal static class DemoVerb
{
    private const string Seed = "--seed";
    private const string Workers = "--workers";
    private const string Database = "--db";
    private const string Resume = "--resume";
    private const string Json = "--json";
    private const long SeedWhenNone = 42;
    private const int WorkersMin = 10;
    private const int WorkersMax = 1_000;
    private static readonly string s_codes = string.Join('|', SampleScenarios.All.Select(scenario => scenario.Code));
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly Verb Verb = new("demo", $"{s_codes} [{Seed} N] [{Workers} N] [{Database} FILE] [{Resume}] [{Json}]", "Plays a scenario of the programme from the report of a crisis to the last follow-up.",
        [
            new(Seed, "N", $"Other people and other choices; {SeedWhenNone} when it is missing."),
            new(Workers, "N", string.Create(CultureInfo.InvariantCulture, $"Another number of workers than the scenario's, {WorkersMin} to {WorkersMax}.")),
            new(Database, "FILE", "A SQLite file that is kept, with mails and publications in a folder beside it; else everything goes at the end."),
            new(Resume, null, "Goes on with the file of a run that was cut."),
            new(Json, null, "Prints the figures as one JSON object and nothing else."),
        ], RunAsync)
    {
        Details = "Exit code 1 when an instance has not ended or a history does not verify.",
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        if (arguments.Rest is not [var code]) throw new UsageException($"Expected one scenario of {s_codes}, for example demo A.");
        var scenario = SampleScenarios.Find(code) ?? throw new UsageException($"Expected a scenario of {s_codes}, but found '{code}'.");
        if (arguments.Number(Workers) is { } workers)
        {
            if (workers is < WorkersMin or > WorkersMax)
                throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"Expected {WorkersMin} to {WorkersMax} workers, but found {workers}."));
            scenario = scenario with { Workers = (int)workers, CompanyWorkers = Math.Max(scenario.CompanyWorkers, (int)workers) };
        }
        var resume = arguments.Has(Resume);
        var given = arguments.Value(Database);
        if (resume && given is null) throw new UsageException($"Expected {Database} FILE with {Resume}: the file of the run that was cut.");
        var file = given is null ? null : terminal.PathOf(given);
        if (file is not null && File.Exists(file) && !resume) throw new UsageException($"Expected no file at {file}: choose another name, or go on with it by {Resume}.");
        // A run may be cut before it has written anything.
        if (file is not null && !File.Exists(file) && resume) terminal.Error.WriteLine($"There is no run at {file} yet: it begins.");
        var room = file is null ? Directory.CreateTempSubdirectory("orchestrator-demo-").FullName : file + ".files";
        Directory.CreateDirectory(room);
        try
        {
            var options = new DemoOptions(scenario, arguments.Number(Seed) ?? SeedWhenNone, room, file ?? Path.Combine(room, "demo.db"), resume);
            var progress = new DemoProgress(month => terminal.Error.WriteLine(month.ToString("MM/yyyy", CultureInfo.InvariantCulture)));
            var report = await DemoRun.RunAsync(options, terminal.Folder, progress, cancellation);
            Print(report, arguments.Has(Json), terminal);
            return report.IsSound ? ExitCode.Fine : ExitCode.Found;
        }
        catch (DemoFailedException failed)
        {
            terminal.Error.WriteLine(failed.Message);
            return ExitCode.Found;
        }
        finally
        {
            if (file is null) Directory.Delete(room, recursive: true);
        }
    }

    private static void Print(DemoReport report, bool json, Terminal terminal)
    {
        if (json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(report, s_json));
            return;
        }
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Workers} workers, {report.InstancesEnded} of {report.Instances} instances ended, {report.HistoriesVerified} histories of {report.Events} events verified, {report.WallSeconds} s"));
        var funnel = report.Funnel;
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pathway 1: {funnel.Eligible} eligible, {funnel.Booked} booked, {funnel.Approved} approved, {funnel.Chosen} chose, {funnel.InCharge} in charge"));
        foreach (var (state, workers) in report.EndStates) terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {workers,5}  {state}"));
        var terms = report.Deadlines;
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"terms: {terms.Armed} armed, {terms.Kept} kept, {terms.Missed} missed, {terms.Withdrawn} withdrawn; {report.Escalations} escalations"));
        foreach (var (agency, messages) in report.Messages) terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {agency}: {messages.Published} messages sent, {messages.Consumed} worked off"));
    }
}
