using Orchestrator.Contracts.Client;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>A part of a file with what is written about it, flat; <see cref="Properties"/> by path and which of several.</summary>
internal sealed record ComparedPart(string Kind, string Id, string? Name, string? Place, IReadOnlyDictionary<(string Path, string? Of), string> Properties);

/// <summary>Compares parts by their ids.</summary>
internal static class PartComparison
{
    /// <summary>In the order of the later file, what is gone at the end. Of what came and went its properties are told as well: there is no drawing to look at.</summary>
    public static IReadOnlyList<PartChange> Between(IEnumerable<ComparedPart> before, IEnumerable<ComparedPart> after)
    {
        var old = ById(before);
        var changes = new List<PartChange>();
        foreach (var (key, part) in ById(after))
        {
            if (!old.Remove(key, out var was)) changes.Add(Tell(ChangeSign.Added, part, Differing(null, part)));
            else if (Differing(was, part) is { Count: > 0 } properties) changes.Add(Tell(ChangeSign.Changed, part, properties));
        }
        changes.AddRange(old.Values.Select(part => Tell(ChangeSign.Removed, part, Differing(part, null))));
        return changes;
    }

    private static Dictionary<(string, string), ComparedPart> ById(IEnumerable<ComparedPart> parts)
    {
        var known = new Dictionary<(string, string), ComparedPart>();
        foreach (var part in parts) known.TryAdd((part.Kind, part.Id), part);
        return known;
    }

    private static PartChange Tell(ChangeSign sign, ComparedPart part, IReadOnlyList<PropertyChange> properties) => new(sign, part.Kind, part.Id, part.Name, part.Place, properties);

    private static IReadOnlyList<PropertyChange> Differing(ComparedPart? before, ComparedPart? after) =>
    [
        .. (before?.Properties.Keys ?? []).Union(after?.Properties.Keys ?? [])
            .Select(key => new PropertyChange(key.Path, key.Of, before?.Properties.GetValueOrDefault(key), after?.Properties.GetValueOrDefault(key)))
            .Where(change => change.Before != change.After),
    ];
}
