using System.Runtime.CompilerServices;

namespace Orchestrator.Testing;

/// <summary>Compares a text with the file in the repository that is its reviewed form. <c>UPDATE_GOLDEN=1</c> rewrites the file; the diff is then read in review.</summary>
internal static class Golden
{
    /// <param name="path">Relative to the folder of the test project.</param>
    /// <param name="actual">The text; line ends are made <c>\n</c>.</param>
    /// <param name="caller">Filled in by the compiler.</param>
    public static void Check(string path, string actual, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(ProjectFolder(caller), path);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, text);
            return;
        }
        Assert.That(File.Exists(file), Is.True, $"Expected the golden file {path}; run once with UPDATE_GOLDEN=1 and review it.");
        Assert.That(text, Is.EqualTo(File.ReadAllText(file)), $"{path} differs; if the change is meant, run with UPDATE_GOLDEN=1 and review the diff.");
    }

    /// <summary>The folder of the test project that holds the calling file.</summary>
    public static string ProjectFolder([CallerFilePath] string caller = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(caller)!);
        while (folder.GetFiles("*.csproj").Length == 0)
            folder = folder.Parent ?? throw new InvalidOperationException($"No project above {caller}.");
        return folder.FullName;
    }
}
