using Orchestrator.Bpmn.Comparison;
using Orchestrator.Contracts.Client;
using Orchestrator.Diagnostics;

namespace Orchestrator.Server.Client.Definitions;

/// <summary>What differs between two states of a folder, file by file and part by part.</summary>
internal static class FolderComparison
{
    private static readonly string[] s_kinds = ["bpmn", "dmn", "form", "scenario"];

    public static IReadOnlyList<ChangedFile> Between(IReadOnlyList<DefinitionFile> before, IReadOnlyList<DefinitionFile> after)
    {
        var old = before.ToDictionary(file => file.Name, file => file.Content);
        var now = after.ToDictionary(file => file.Name, file => file.Content);
        return
        [
            .. old.Keys.Union(now.Keys)
                .Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name))
                .OrderBy(name => Array.IndexOf(s_kinds, KindOf(name))).ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => Of(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))
                .Where(file => !IsRewritten(file)),
        ];
    }

    public static string KindOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant() is var ending && s_kinds.Contains(ending) ? ending : "other";

    // An editor writes a drawing in its own way; when that is all, nothing has changed.
    private static bool IsRewritten(ChangedFile file) => file is { Sign: ChangeSign.Changed, Kind: "bpmn", Changes.Count: 0 };

    private static ChangedFile Of(string name, string? before, string? after)
    {
        var kind = KindOf(name);
        var sign = before is null ? ChangeSign.Added : after is null ? ChangeSign.Removed : ChangeSign.Changed;
        IReadOnlyList<PartChange> changes = kind switch
        {
            "bpmn" => [.. BpmnComparison.Between(new SourceText(name, before ?? ""), new SourceText(name, after ?? "")).Select(Told)],
            "dmn" => DmnComparison.Between(before, after),
            "form" => FormComparison.Between(before, after),
            _ => [],
        };
        return kind == "bpmn" ? new(name, kind, sign, before, after, changes) : new(name, kind, sign, null, null, changes);
    }

    private static PartChange Told(ElementDifference one) => new(
        (ChangeSign)one.Kind, one.Type, one.Id, one.Name, one.Place, [.. one.Properties.Select(property => new PropertyChange(property.Path, property.Of, property.Before, property.After))]);
}
