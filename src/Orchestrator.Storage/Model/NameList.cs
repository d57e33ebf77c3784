using System.Collections.Immutable;

namespace Orchestrator.Storage.Model;

/// <summary>Names in one text column, each between line feeds: <c>\napl\nregione\n</c>.</summary>
internal static class NameList
{
    public const char Separator = '\n';

    public static string Join(ImmutableArray<string> names) =>
        names.IsDefaultOrEmpty ? "" : Separator + string.Join(Separator, names) + Separator;

    public static ImmutableArray<string> Split(string joined) =>
        joined.Length == 0 ? [] : [.. joined[1..^1].Split(Separator)];

    /// <summary>What a column that holds this name contains.</summary>
    public static string Mark(string name) => Separator + name + Separator;
}
