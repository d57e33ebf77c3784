using System.Collections.Frozen;
using System.Collections.Immutable;
using Orchestrator.Interpreter;

namespace Orchestrator.Storage.Codec;

/// <summary>
/// Every stored event, by name and version. A shape that has been stored is never edited: a change is a new version, and the old one stays here to be read
/// (its <c>Read</c> gives today's record). The last version of a type is the one that is written.
/// </summary>
internal static partial class EventCatalogue
{
    public static ImmutableArray<EventShape> All { get; } = [.. Elements, .. Flow, .. Decisions, .. Variables, .. Jobs, .. UserTasks, .. Timers, .. Messages, .. Troubles, .. MultiInstances, .. AdHoc];

    private static readonly FrozenDictionary<Type, EventShape> _byType =
        All.GroupBy(shape => shape.Type).ToFrozenDictionary(group => group.Key, group => group.MaxBy(shape => shape.Version)!);

    private static readonly FrozenDictionary<(string, int), EventShape> _byName = All.ToFrozenDictionary(shape => (shape.Name, shape.Version));

    /// <exception cref="InvariantBrokenException">An event type without a shape: a bug, found by the catalogue's test.</exception>
    public static EventShape ToWrite(InstanceEvent stored) =>
        _byType.GetValueOrDefault(stored.GetType()) ?? throw new InvariantBrokenException($"Expected a stored form of {stored.GetType().Name}, but there is none.");

    /// <exception cref="UnreadableHistoryException">Unknown here: written by a newer version, or damaged.</exception>
    public static EventShape ToRead(string name, int version) =>
        _byName.GetValueOrDefault((name, version))
        ?? throw new UnreadableHistoryException($"Expected a known event, but found '{name}' version {version}: it was written by a newer version of the program; start that one.");
}
