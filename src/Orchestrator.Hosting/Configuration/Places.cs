namespace Orchestrator.Hosting.Configuration;

/// <summary>Where everything stands, as whole paths.</summary>
public sealed record Places
{
    public required string Data { get; init; }

    /// <summary>Null when there is no such folder.</summary>
    public required string? Workflows { get; init; }

    public required string DatabaseFile { get; init; }

    public required string MasterKeyFile { get; init; }

    public required string SealFile { get; init; }

    public required string SealKeyFile { get; init; }

    /// <summary>Resolves paths against the folder that holds <c>workflows</c>, and files against the data folder.</summary>
    public static Places Of(OrchestratorOptions options, string contentRoot)
    {
        var home = HomeFolder.Above(contentRoot);
        var data = Path.GetFullPath(options.DataFolder ?? "data", home);
        var workflows = Path.GetFullPath(options.WorkflowsFolder ?? HomeFolder.Workflows, home);
        if (options.WorkflowsFolder is not null && !Directory.Exists(workflows))
            throw new StartRefusedException($"Expected the folder of definitions {workflows}, but there is none: set WorkflowsFolder to one that exists.");
        return new()
        {
            Data = data,
            Workflows = Directory.Exists(workflows) ? workflows : null,
            DatabaseFile = Path.GetFullPath(options.Database.File ?? "orchestrator.db", data),
            MasterKeyFile = Path.GetFullPath(options.Encryption.MasterKeyFile ?? "master.key", data),
            SealFile = Path.GetFullPath(options.Seals.File ?? "seals.txt", data),
            SealKeyFile = Path.GetFullPath(options.Seals.KeyFile ?? "seal.key", data),
        };
    }
}
