namespace Orchestrator.Hosting.Configuration;

/// <summary>Finds the folder that holds <c>workflows</c>: the content root itself or one above it, as when the program runs out of a checkout.</summary>
internal static class HomeFolder
{
    public const string Workflows = "workflows";

    public static string Above(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, Workflows))) return folder.FullName;
        return contentRoot;
    }
}
