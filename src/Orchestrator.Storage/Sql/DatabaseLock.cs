namespace Orchestrator.Storage.Sql;

/// <summary>What only one node may do at a time, by the number that a server database locks it under.</summary>
internal enum DatabaseLock
{
    Sealing = 0x5EA1,
    Substitutions = 0x5EA2,
}
