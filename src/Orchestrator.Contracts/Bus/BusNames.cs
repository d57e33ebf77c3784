namespace Orchestrator.Contracts.Bus;

/// <summary>The names of the queues (and of the exchanges in front of them): quorum queues on RabbitMQ. A queue's type is never changed in place.</summary>
public static class BusNames
{
    /// <summary>Answers of the agencies to the engine.</summary>
    public const string Answers = "orchestrator-answers";

    /// <summary>The queue of the agency that does jobs of this type: <c>apl.convene</c> → <c>orchestrator-jobs-apl</c>.</summary>
    public static string JobsOf(string jobType) => "orchestrator-jobs-" + AgencyOf(jobType);

    /// <summary>The queue in which an agency takes the events of a contract: <c>regione</c>, <c>agreement-signed</c> → <c>orchestrator-events-regione-agreement-signed</c>.</summary>
    public static string EventsOf(string agency, string contract) => $"orchestrator-events-{agency}-{contract}";

    /// <summary>The part of a job type before its first dot.</summary>
    public static string AgencyOf(string jobType)
    {
        var dot = jobType.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? jobType : jobType[..dot];
    }
}
