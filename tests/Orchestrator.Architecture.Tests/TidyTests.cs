namespace Orchestrator.Architecture.Tests;

public sealed class TidyTests
{
    [Test]
    public void Sources_are_small_and_finished() =>
        Assert.That(
            Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs")).SelectMany(path => Tidy.Violations(path, Repository.Read(path))),
            Is.Empty);

    [Test]
    public void A_long_file_is_reported() =>
        Assert.That(Tidy.Violations("src/X.cs", string.Concat(Enumerable.Repeat("// line\n", 501))), Is.EqualTo(new[] { "src/X.cs(502): the file is 501 lines (max 500)" }));

    [Test]
    public void A_long_line_is_reported() =>
        Assert.That(Tidy.Violations("src/X.cs", new string('x', 261)), Is.EqualTo(new[] { "src/X.cs(1): the line is 261 columns (max 260)" }));

    [Test]
    public void A_long_method_is_reported()
    {
        var body = string.Concat(Enumerable.Repeat("        Call();\n", 70));
        Assert.That(
            Tidy.Violations("src/X.cs", $"class X\n{{\n    public void Long(int a)\n    {{\n{body}    }}\n}}\n"),
            Is.EqualTo(new[] { "src/X.cs(3): method Long is 73 lines (max 70)" }));
    }

    [Test]
    public void Unfinished_work_is_reported() =>
        Assert.That(Tidy.Violations("src/X.cs", "// TO" + "DO later"), Is.EqualTo(new[] { "src/X.cs(1): unfinished work is marked in the source" }));

    [Test]
    public void No_tracked_text_names_a_path_of_a_machine_or_a_registry_host()
    {
        string[] folders = ["src", "tests", "docs", "workflows", "deploy", ".ci"];
        string[] endings = [".cs", ".md", ".json", ".sh", ".py", ".ts", ".razor", ".csproj", ".props", ".bpmn"];
        var files = folders.Where(folder => Directory.Exists(Path.Combine(Repository.Root, folder)))
            .SelectMany(folder => endings.SelectMany(ending => Repository.Files(folder, ending)));
        Assert.That(files.Where(path => Foreign(Repository.Read(path))), Is.Empty);
    }

    [Test]
    public void A_registry_host_is_reported() =>
        Assert.That(Foreign("\"resolved\": \"https://registry.npm" + "js.org/x.tgz\""), Is.True);

    private static bool Foreign(string text) =>
        new[] { "registry.npm" + "js.org", "api.nuget" + ".org", "/root" + "/", "/work" + "/main" }.Any(text.Contains);
}
