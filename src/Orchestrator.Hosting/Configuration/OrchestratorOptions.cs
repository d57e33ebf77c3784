namespace Orchestrator.Hosting.Configuration;

/// <summary>What a deployer may set, out of the configuration (files, environment variables with <c>__</c>, command line). <c>docs/deploying.md</c> lists it.</summary>
public sealed class OrchestratorOptions
{
    /// <summary>Where files stand that are not named with a whole path: database, keys, seals, spool. <c>data</c> beside <c>workflows</c> when it is not set.</summary>
    public string? DataFolder { get; set; }

    /// <summary>The folder of definitions that is deployed at start; found above the program when it is not set.</summary>
    public string? WorkflowsFolder { get; set; }

    public DatabaseOptions Database { get; set; } = new();

    public EncryptionOptions Encryption { get; set; } = new();

    public SealOptions Seals { get; set; } = new();

    public ClockOptions Clock { get; set; } = new();

    public BusOptions Bus { get; set; } = new();
}

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>The SQLite file, <c>orchestrator.db</c> in the data folder when it is not set.</summary>
    public string? File { get; set; }

    /// <summary>SQLite only: <c>full</c>, a commit survives the loss of power; <c>normal</c>, it survives the end of the program alone. For demonstrations and tests.</summary>
    public string Synchronous { get; set; } = "full";

    /// <summary>The connection string of a server database.</summary>
    public string? ConnectionString { get; set; }
}

/// <summary>Section <c>Encryption</c>.</summary>
public sealed class EncryptionOptions
{
    /// <summary>32 bytes in base 64. Without it a file of the data folder holds the key, made at first start and readable by its owner alone.</summary>
    public string? MasterKey { get; set; }

    /// <summary>The file of the master key, <c>master.key</c> in the data folder when it is not set.</summary>
    public string? MasterKeyFile { get; set; }
}

/// <summary>Section <c>Seals</c>.</summary>
public sealed class SealOptions
{
    /// <summary>Whether this node seals: at start, every <see cref="Interval"/> and at stop. Of several nodes, all seal into one file that all reach, or one alone seals.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>At most an hour.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long after a failure it is tried again.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The file that seals are appended to, <c>seals.txt</c> in the data folder when it is not set; better on another disk.</summary>
    public string? File { get; set; }

    /// <summary>The private key that signs them, <c>seal.key</c> in the data folder when it is not set; made at first start.</summary>
    public string? KeyFile { get; set; }
}

/// <summary>Section <c>Clock</c>.</summary>
public sealed class ClockOptions
{
    /// <summary>A clock that stands still until <c>PUT /v2/clock</c> sets it: for tests and training only.</summary>
    public bool Virtual { get; set; }
}

/// <summary>Section <c>Bus</c>, beside the connection itself.</summary>
public sealed class BusOptions
{
    /// <summary>Prefixes of job types that go over the bus; the others wait to be activated by type.</summary>
    public IReadOnlyList<string> JobTypes { get; set; } = ["apl.", "regione.", "anpalservizi."];

    /// <summary>
    /// How long an agency has to answer a job before it is offered again (<c>00:05:00</c>), when the task's header <c>deadline</c> does not say. Positive, at most 365 days:
    /// shorter means that a job lost with its broker or agency is done sooner, longer that a slow agency is not asked twice. Without it <c>Engine:BusJobDeadline</c> stands.
    /// </summary>
    public TimeSpan? JobDeadline { get; set; }
}
