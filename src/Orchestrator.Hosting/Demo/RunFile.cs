using System.Globalization;
using System.Text.Json;

namespace Orchestrator.Hosting.Demo;

/// <summary>What a run keeps beside its database, so that it can go on after a cut: as what it was begun, where its clock stands, and what the agencies had sent by then.</summary>
internal sealed class RunFile(string folder)
{
    private readonly string _path = Path.Combine(folder, "run.json");

    /// <summary>Where the clock stood when the run was cut, or null when it had not moved.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>What the agencies had sent and worked off by then.</summary>
    public IReadOnlyDictionary<string, DemoMessages> Messages { get; private set; } = new Dictionary<string, DemoMessages>();

    /// <summary>Reads what is there.</summary>
    /// <exception cref="DemoFailedException">It is another run's.</exception>
    public void Open(DemoOptions options)
    {
        if (!File.Exists(_path)) return;
        var found = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(_path))!;
        if (Name(found) is var begun && Name(ContentOf(options, found.At, [])) is var asked && begun != asked)
            throw new DemoFailedException($"Expected to go on with {begun}, as the run was begun, but found {asked}.");
        At = found.At;
        Messages = found.Messages;
    }

    /// <summary>Writes where the run stands; a cut leaves the file before or after.</summary>
    public void Write(DemoOptions options, DateTimeOffset at, IReadOnlyDictionary<string, DemoMessages> messages)
    {
        File.WriteAllBytes(_path + ".new", JsonSerializer.SerializeToUtf8Bytes(ContentOf(options, at, new(messages))));
        File.Move(_path + ".new", _path, overwrite: true);
    }

    private static Content ContentOf(DemoOptions options, DateTimeOffset at, Dictionary<string, DemoMessages> messages) =>
        new(options.Scenario.Code, options.Scenario.Workers, options.Seed, at, messages);

    private static string Name(Content run) => string.Create(CultureInfo.InvariantCulture, $"scenario {run.Scenario}, {run.Workers} workers, seed {run.Seed}");

    private sealed record Content(string Scenario, int Workers, long Seed, DateTimeOffset At, Dictionary<string, DemoMessages> Messages);
}
