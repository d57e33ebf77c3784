using Orchestrator.Engine.Ports;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.History;

/// <summary>Folding history into state.</summary>
internal static class Replay
{
    public static InstanceState From(InstanceId instance, InstanceState? snapshot, IReadOnlyList<HistoryEntry> entries)
    {
        var state = snapshot;
        foreach (var entry in entries) state = After(instance, state, entry);
        Invariant.Holds(state is not null, "an instance that is stored has a history");
        return state;
    }

    /// <summary>The state after one accepted command.</summary>
    public static InstanceState After(InstanceId instance, InstanceState? before, HistoryEntry entry)
    {
        var state = before ?? InstanceState.Empty(instance);
        Invariant.Holds(entry.FirstSequence == state.Version + 1, "a history has no gap");
        foreach (var one in entry.Events) state = state.Evolve(one, entry.At);
        return state;
    }

    /// <summary>The state after the event at <paramref name="position"/>, which may stand in the middle of a command.</summary>
    public static InstanceState Until(InstanceId instance, InstanceState? snapshot, IReadOnlyList<HistoryEntry> entries, long position)
    {
        var state = snapshot ?? InstanceState.Empty(instance);
        foreach (var entry in entries)
            for (var i = (int)Math.Max(0, state.Version - entry.FirstSequence + 1); i < entry.Events.Length; i++)
            {
                if (state.Version >= position) return state;
                state = state.Evolve(entry.Events[i], entry.At);
            }
        return state;
    }
}
