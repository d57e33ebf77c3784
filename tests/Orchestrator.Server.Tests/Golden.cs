using System.Runtime.CompilerServices;

namespace Orchestrator.Server.Tests;

/// <summary>Expected texts in files beside the tests.</summary>
internal static class Golden
{
    public static string PathOf(string name, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, name);

    /// <summary>The text must be what the file holds; <c>UPDATE_GOLDEN=1</c> writes the file.</summary>
    public static void Check(string text, string name, [CallerFilePath] string caller = "")
    {
        var path = PathOf(name, caller);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, text);
        Assert.That(File.Exists(path), $"Expected {path}: run the test with UPDATE_GOLDEN=1 and read the file.");
        Assert.That(text, Is.EqualTo(File.ReadAllText(path)), $"{name} differs: when that is meant, run the test with UPDATE_GOLDEN=1 and read the diff.");
    }
}
