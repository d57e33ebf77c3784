using System.Globalization;
using System.Text.RegularExpressions;
using Orchestrator.Cli.Conformance;

namespace Orchestrator.Conformance.Tests.DmnTck;

/// <summary>A copy of a kit in a temporary folder in which every folder and file has a name that says nothing, and in the opposite order; <c>modelName</c> follows.</summary>
internal sealed partial class RenamedKit : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("orchestrator-renamed-");
    private readonly Dictionary<string, string> _original = [];

    public RenamedKit(string folder) => Copy(folder, _copy.FullName, "");

    public string Folder => _copy.FullName;

    /// <summary>The check with the names that its folder and file have in the kit.</summary>
    public KitCheck WithOriginalNames(KitCheck check) => check with { Folder = _original[check.Folder], File = _original[$"{check.Folder}/{check.File}"] };

    public void Dispose() => _copy.Delete(recursive: true);

    private void Copy(string source, string target, string shown)
    {
        var files = Renamed(Directory.GetFiles(source), "file");
        foreach (var (path, name) in files)
        {
            File.WriteAllText(Path.Combine(target, name), WithModelName(File.ReadAllText(path), files.ToDictionary(file => Path.GetFileName(file.Path), file => file.Name)));
            _original[$"{shown}/{name}"] = Path.GetFileName(path);
        }
        foreach (var (path, name) in Renamed(Directory.GetDirectories(source), "folder"))
        {
            var below = shown.Length == 0 ? name : $"{shown}/{name}";
            _original[below] = (shown.Length == 0 ? "" : _original[shown] + "/") + Path.GetFileName(path);
            Copy(path, Directory.CreateDirectory(Path.Combine(target, name)).FullName, below);
        }
    }

    private static (string Path, string Name)[] Renamed(string[] paths, string word)
    {
        Array.Sort(paths, StringComparer.Ordinal);
        return [.. paths.Select((path, index) => (path, string.Create(CultureInfo.InvariantCulture, $"{word} {paths.Length - index:000}{Path.GetExtension(path) switch { ".dmn" => ".dmn", ".xml" => ".xml", _ => "" }}")))];
    }

    private static string WithModelName(string text, Dictionary<string, string> names) =>
        ModelName().Replace(text, match => match.Groups[1].Value + names.GetValueOrDefault(match.Groups[2].Value.Trim(), "none.dmn") + match.Groups[3].Value);

    [GeneratedRegex("(<(?:[A-Za-z]+:)?modelName>)([^<]*)(</)")]
    private static partial Regex ModelName();
}
