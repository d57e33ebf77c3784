using System.Text.Json.Serialization;

namespace Orchestrator.Hosting.Demo;

/// <summary>What a demonstration came to: counted in the histories, the registry and the bus, not in the script.</summary>
/// <param name="Instances">Process instances that were started.</param>
/// <param name="HistoriesVerified">Instances whose chain, replay and rows were verified without a finding.</param>
/// <param name="Events">Events of all histories.</param>
/// <param name="Workers">Cases that were opened.</param>
/// <param name="EndStates">Cases by the outcome of their last pathway; a worker counts once.</param>
/// <param name="EndedByTimeout">Cases that were still open when the programme closed.</param>
/// <param name="Deadlines">Terms (<c>orch:deadline</c>): kept + missed + withdrawn = armed.</param>
/// <param name="Escalations">Tasks that a missed term opened, and reminders from the second level on.</param>
/// <param name="Messages">By agency.</param>
/// <param name="Elements">How often each element was entered, by process.</param>
/// <param name="WallSeconds">Real time; the only figure that differs between two runs of the same seed.</param>
public sealed record DemoReport(
    string Scenario, long Seed, int Instances, int InstancesEnded, int HistoriesVerified, long Events, int Workers, SortedDictionary<string, int> EndStates, int EndedByTimeout,
    DemoFunnel Funnel, DemoDeadlines Deadlines, int Escalations, SortedDictionary<string, DemoMessages> Messages,
    SortedDictionary<string, SortedDictionary<string, int>> Elements, double WallSeconds)
{
    /// <summary>Everything that should have ended has, and every history is sound.</summary>
    [JsonIgnore]
    public bool IsSound => InstancesEnded == Instances && HistoriesVerified == Instances && EndStates.Values.Sum() == Workers;
}

/// <summary>How many workers came how far on pathway 1.</summary>
public sealed record DemoFunnel(int Eligible, int Booked, int Approved, int Chosen, int InCharge);

/// <summary>What became of the terms.</summary>
public sealed record DemoDeadlines(int Armed, int Kept, int Missed, int Withdrawn);

/// <summary>What an agency sent and what it worked off.</summary>
public sealed record DemoMessages(long Published, long Consumed);
