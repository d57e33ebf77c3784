namespace Orchestrator.Cases.Tests.Support;

/// <summary>The databases on which the registry's promises about transactions are tested.</summary>
public enum Database
{
    Sqlite = 1,
    PostgreSql = 2,
}
