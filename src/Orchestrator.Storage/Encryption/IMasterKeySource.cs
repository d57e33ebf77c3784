namespace Orchestrator.Storage.Encryption;

/// <summary>Gives the master key of the open database.</summary>
public interface IMasterKeySource
{
    MasterKey Master { get; }
}
