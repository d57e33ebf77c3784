using System.Collections.Immutable;
using Orchestrator.Diagnostics;

namespace Orchestrator.Bpmn.Comparison;

/// <summary>
/// What differs between two drawings, element by element: elements are the same when their ids are. Works on the files as they are written, so that also what cannot be deployed yet can be compared.
/// </summary>
public static class BpmnComparison
{
    /// <summary>
    /// The differences in the order of the later file, what is gone at the end. Formatting, order, prefixes and ids of parts without a life of their own are no difference; a text that is no XML has no elements.
    /// </summary>
    public static ImmutableArray<ElementDifference> Between(SourceText before, SourceText after)
    {
        var old = DrawingReader.Read(before).ToDictionary(part => part.Id);
        var found = ImmutableArray.CreateBuilder<ElementDifference>();
        foreach (var part in DrawingReader.Read(after))
        {
            if (!old.Remove(part.Id, out var was)) found.Add(Tell(DifferenceKind.Added, part, []));
            else if (Properties(was, part) is { Length: > 0 } properties) found.Add(Tell(DifferenceKind.Changed, part, properties));
            else if (was.Shape != part.Shape) found.Add(Tell(DifferenceKind.Moved, part, []));
        }
        found.AddRange(old.Values.OrderBy(part => part.Order).Select(part => Tell(DifferenceKind.Removed, part, [])));
        return found.ToImmutable();
    }

    private static ElementDifference Tell(DifferenceKind kind, DrawnPart part, ImmutableArray<PropertyDifference> properties) =>
        new(kind, part.Type, part.Id, part.Name, part.Place, properties);

    private static ImmutableArray<PropertyDifference> Properties(DrawnPart before, DrawnPart after) =>
    [
        .. before.Properties.Keys.Union(after.Properties.Keys)
            .Select(key => (Key: key, Before: before.Properties.GetValueOrDefault(key), After: after.Properties.GetValueOrDefault(key)))
            .Where(one => one.Before != one.After)
            .OrderBy(one => one.Key.Path, StringComparer.Ordinal).ThenBy(one => one.Key.Of, StringComparer.Ordinal)
            .Select(one => new PropertyDifference(one.Key.Path, one.Key.Of, one.Before, one.After)),
    ];
}

/// <summary>How an element differs.</summary>
public enum DifferenceKind
{
    Added = 1,
    Removed = 2,
    Changed = 3,

    /// <summary>Only its place or size in the drawing.</summary>
    Moved = 4,
}

/// <summary>An element that differs.</summary>
/// <param name="Type">Its name in BPMN, for events with what they wait for or throw: <c>userTask</c>, <c>boundaryEvent.timer</c>.</param>
/// <param name="Name">Null when it has none.</param>
/// <param name="Place">The name of its host, of its sub-process, or of the two ends of a flow; null at the level of the process.</param>
/// <param name="Properties">What differs, by path; only of what changed.</param>
public sealed record ElementDifference(DifferenceKind Kind, string Type, string Id, string? Name, string? Place, ImmutableArray<PropertyDifference> Properties);

/// <summary>A property that differs.</summary>
/// <param name="Path">Names joined by dots, as in <c>timerEventDefinition.timeDuration</c> or <c>assignmentDefinition.candidateGroups</c>.</param>
/// <param name="Of">Which of several: the target of an input, the key of a header.</param>
/// <param name="Before">Null when it was not there.</param>
/// <param name="After">Null when it is gone.</param>
public sealed record PropertyDifference(string Path, string? Of, string? Before, string? After);
