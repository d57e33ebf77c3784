using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage.Seals;

/// <summary>What seals and verifications read from the database.</summary>
public sealed class SealedHeads
{
    private readonly SqlDatabase _database;

    internal SealedHeads(SqlDatabase database) => _database = database;
}
