namespace Orchestrator.Agency.Apl.Events;

/// <summary>Hears one kind of message that processes throw. It may hear the same event more than once, and events of one case out of order: the registry knows the key.</summary>
public interface IProcessEventHandler
{
    /// <summary>A name of the message catalogue.</summary>
    string MessageName { get; }

    /// <summary>Keeps what the event tells. An exception means that it was not kept and is to be delivered again.</summary>
    Task HandleAsync(ProcessEvent told, CancellationToken cancellation);
}
