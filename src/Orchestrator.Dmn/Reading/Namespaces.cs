namespace Orchestrator.Dmn.Reading;

/// <summary>The namespaces of DMN 1.2 to 1.5.</summary>
internal static class Namespaces
{
    /// <summary>The extension dialect of Camunda 8.</summary>
    public const string Zeebe = "http://camunda.org/schema/zeebe/1.0";

    private static readonly HashSet<string> Models = new(StringComparer.Ordinal)
    {
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    };

    private static readonly HashSet<string> Feel = new(StringComparer.Ordinal)
    {
        "http://www.omg.org/spec/DMN/20180521/FEEL/",
        "https://www.omg.org/spec/DMN/20191111/FEEL/",
        "https://www.omg.org/spec/DMN/20211108/FEEL/",
        "https://www.omg.org/spec/DMN/20230324/FEEL/",
        "feel",
    };

    public static bool IsModel(string ns) => Models.Contains(ns);

    public static bool IsFeel(string language) => Feel.Contains(language);

    /// <summary>The drawing: <c>http(s)://www.omg.org/spec/DMN/…/DMNDI/</c>.</summary>
    public static bool IsDrawing(string ns) => ns.Contains("//www.omg.org/spec/DMN/", StringComparison.Ordinal) && ns.EndsWith("/DMNDI/", StringComparison.Ordinal);
}
