namespace Orchestrator.Browser.Tests;

/// <summary>Where the sources are, found upwards from the tests' binaries.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Orchestrator.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"Expected Orchestrator.sln above {AppContext.BaseDirectory}, but found none.");
    }
}
