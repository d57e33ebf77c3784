using System.Xml.Linq;

namespace Orchestrator.Architecture.Tests;

/// <summary>The map of the rooms: what each project may reference. A room that is not on it may reference nothing.</summary>
internal static class Rooms
{
    private static readonly string[] Pure = ["Diagnostics", "Feel", "Dmn", "Forms", "Bpmn", "Interpreter"];
    private static readonly string[] EverythingBelowHosts =
        [.. Pure, "Engine", "Storage", "Storage.Sqlite", "Storage.PostgreSql", "Messaging", "Contracts", "Worker", "Letters", "Cases", "Agency.Apl", "Agency.Regione", "Agency.AnpalServizi"];

    public static IReadOnlyDictionary<string, string[]> Allowed { get; } = new Dictionary<string, string[]>
    {
        ["Diagnostics"] = [],
        ["Feel"] = ["Diagnostics"],
        ["Dmn"] = ["Feel", "Diagnostics"],
        ["Forms"] = ["Feel", "Diagnostics"],
        ["Bpmn"] = ["Feel", "Diagnostics"],
        ["Interpreter"] = ["Bpmn", "Dmn", "Feel", "Diagnostics"],
        ["Engine"] = Pure,
        ["Storage"] = [.. Pure, "Engine"],
        ["Storage.Sqlite"] = [.. Pure, "Engine", "Storage", "Cases"],
        ["Storage.PostgreSql"] = [.. Pure, "Engine", "Storage", "Cases"],
        ["Contracts"] = [],
        ["Messaging"] = [.. Pure, "Engine", "Contracts"],
        ["Worker"] = ["Contracts"],
        ["Letters"] = ["Worker"],
        ["Agency.Apl"] = ["Letters", "Worker", "Contracts"],
        ["Agency.Regione"] = ["Letters", "Worker", "Contracts"],
        ["Agency.AnpalServizi"] = ["Worker", "Contracts"],
        ["Cases"] = ["Contracts"],
        ["Ui"] = ["Contracts"],
        ["Hosting"] = EverythingBelowHosts,
        ["Cli"] = [.. EverythingBelowHosts, "Hosting"],
        ["Server"] = [.. EverythingBelowHosts, "Hosting", "Ui"],
    };

    /// <summary>One sentence for each reference of the project file <paramref name="csproj"/> of <paramref name="room"/> that the map does not allow.</summary>
    public static IReadOnlyList<string> Violations(string room, string csproj)
    {
        var allowed = Allowed.GetValueOrDefault(room) ?? [];
        return [.. XDocument.Parse(csproj).Descendants("ProjectReference")
            .Select(reference => RoomOf((string?)reference.Attribute("Include") ?? ""))
            .Where(target => !allowed.Contains(target, StringComparer.Ordinal))
            .Select(target => $"{room} may not reference {target}")];
    }

    public static string RoomOf(string path)
    {
        var name = path.Replace('\\', '/').Split('/')[^1];
        return name.Replace("Orchestrator.", "", StringComparison.Ordinal).Replace(".csproj", "", StringComparison.Ordinal);
    }
}
