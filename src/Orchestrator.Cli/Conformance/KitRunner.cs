using Orchestrator.Diagnostics;
using Orchestrator.Dmn;
using Orchestrator.Feel;

namespace Orchestrator.Cli.Conformance;

/// <summary>The outcome of one check.</summary>
/// <param name="Folder">Its folder, relative to the one that was given.</param>
/// <param name="Failure">What is wrong; null when the value matches.</param>
internal sealed record KitCheck(string Folder, string File, string Case, string Result, bool ExpectsNull, KitMatch Match, string? Failure);

/// <summary>Runs every case below a folder. It knows nothing of a case but what stands in its file.</summary>
internal sealed class KitRunner(FeelEnvironment environment)
{
    private readonly KitReader _reader = new(environment);
    private readonly KitComparison _comparison = new(environment);

    /// <summary>The checks below <paramref name="root"/>, folder by folder, in order of their names.</summary>
    public IEnumerable<KitCheck> Run(string root)
    {
        foreach (var path in Directory.EnumerateFiles(root, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(path)!;
            var shown = Path.GetRelativePath(root, folder).Replace('\\', '/');
            foreach (var check in RunFile(path, folder, shown == "." ? Path.GetFileName(folder) : shown)) yield return check;
        }
    }

    private IEnumerable<KitCheck> RunFile(string path, string folder, string shown)
    {
        var file = Path.GetFileName(path);
        KitFile? kit;
        string? broken = null;
        try
        {
            kit = _reader.Read(File.ReadAllText(path));
        }
        catch (FormatException wrong)
        {
            (kit, broken) = (null, wrong.Message);
        }
        if (broken is not null) yield return new(shown, file, "", "", ExpectsNull: false, KitMatch.No, $"the file cannot be read: {broken}");
        if (kit is null) yield break;
        var model = ReadModel(folder, kit.ModelName, out var problem);
        foreach (var one in kit.Cases)
            foreach (var expectation in one.Expectations)
            {
                var (match, failure) = model is null ? (KitMatch.No, problem) : Check(model, one, expectation);
                yield return new(shown, file, one.Id, expectation.Name, expectation.Expected.IsNull, match, failure);
            }
    }

    private static DmnModel? ReadModel(string folder, string name, out string problem)
    {
        problem = $"there is no model {name}";
        var path = Path.Combine(folder, name);
        if (name.Length == 0 || !File.Exists(path)) return null;
        var read = DmnReader.Read(new SourceText(name, File.ReadAllText(path)), DmnFolder.Others(path));
        problem = read.Model is null ? read.Diagnostics[0].ToString() : "";
        return read.Model;
    }

    private (KitMatch Match, string? Failure) Check(DmnModel model, KitCase one, KitExpectation expectation)
    {
        var result = one.Invocable is { } invocable ? model.Invoke(invocable, one.Inputs, environment) : model.Evaluate(expectation.Name, one.Inputs, environment);
        // The kit also asks for a decision service by its name alone.
        result ??= one.Invocable is null ? model.Invoke(expectation.Name, one.Inputs, environment) : null;
        if (result is null) return (KitMatch.No, $"the model has no {one.Invocable ?? expectation.Name}");
        var actual = one.Invocable is null ? result.Value : OutputOf(one, expectation, result.Value);
        var match = _comparison.Match(expectation.Expected, actual);
        if (match != KitMatch.No) return (match, null);
        var why = result.Warnings.IsEmpty ? "" : $" ({result.Warnings[0]})";
        return (KitMatch.No, $"expected {Short(expectation.Expected)}, found {Short(actual)}{why}");
    }

    /// <summary>Of a service with several outputs the result's own entry; the only output, or what the whole gives, else.</summary>
    private static FeelValue OutputOf(KitCase one, KitExpectation expectation, FeelValue value) =>
        expectation.Name != one.Invocable && one.Expectations.Count > 1 && value is FeelContext outputs && outputs.TryGet(expectation.Name, out var output) ? output : value;

    private static string Short(FeelValue value)
    {
        var text = value.ToString();
        return text.Length > 200 ? $"{text[..200]}…" : text;
    }
}
