namespace Orchestrator.Storage;

/// <summary>Where the master key comes from: configuration first, else a file.</summary>
public sealed record StorageOptions
{
    /// <summary>32 bytes in base64, or null.</summary>
    public string? MasterKey { get; init; }

    /// <summary>A file with 32 bytes in base64, made with mode 0600 at the first start when there is none. Needed when <see cref="MasterKey"/> is null.</summary>
    public string? MasterKeyFile { get; init; }

    /// <summary>Claims compare due instants with the database's clock instead of the engine's: for several nodes on one server database under the real clock (design D13).</summary>
    public bool DatabaseClock { get; init; }

    /// <summary>SQLite only: whether a commit that returned survives the loss of power. Without it a commit survives the end of the program, however sudden, and the file stays sound.</summary>
    public bool SurvivesLossOfPower { get; init; } = true;

    /// <summary>How long a start waits for a lock that somebody else holds.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(10);
}
