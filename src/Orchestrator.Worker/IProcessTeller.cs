using Orchestrator.Contracts.Bus;

namespace Orchestrator.Worker;

/// <summary>What a job handler uses when its work concerns more than the process that asked: the answer to the job goes to one, these messages to others.</summary>
public interface IProcessTeller
{
    /// <summary>Hands a message to the transport. A second one with the same id changes nothing, so a repeated job may say everything again.</summary>
    Task TellAsync(string agency, MessageForProcess message, CancellationToken cancellation);
}
