using Orchestrator.Storage;

namespace Orchestrator.Hosting.Composition;

/// <summary>The configured database: one for engine, cases and accounts.</summary>
public interface IDatabase
{
    /// <summary>For people: which one it is, without passwords.</summary>
    string Description { get; }

    /// <summary>Creates what is missing and brings the schema up to date.</summary>
    Task MigrateAsync(CancellationToken cancellation);

    /// <summary>Opens the engine's ports.</summary>
    Task<EngineStorage> OpenAsync(CancellationToken cancellation);
}
