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
        if ((found.Scenario, found.Seed) != (options.Scenario, options.Seed))
            throw new DemoFailedException(string.Create(
                CultureInfo.InvariantCulture, $"Expected to go on with scenario {found.Scenario} and seed {found.Seed}, as the run was begun, but found scenario {options.Scenario} and seed {options.Seed}."));
        At = found.At;
        Messages = found.Messages;
    }

    /// <summary>Writes where the run stands; a cut leaves the file before or after.</summary>
    public void Write(DemoOptions options, DateTimeOffset at, IReadOnlyDictionary<string, DemoMessages> messages)
    {
        File.WriteAllBytes(_path + ".new", JsonSerializer.SerializeToUtf8Bytes(new Content(options.Scenario, options.Seed, at, new(messages))));
        File.Move(_path + ".new", _path, overwrite: true);
    }

    private sealed record Content(string Scenario, long Seed, DateTimeOffset At, Dictionary<string, DemoMessages> Messages);
}
