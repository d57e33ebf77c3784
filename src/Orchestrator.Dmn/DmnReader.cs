using Orchestrator.Diagnostics;
using Orchestrator.Dmn.Reading;
using Orchestrator.Dmn.Types;

namespace Orchestrator.Dmn;

/// <summary>
/// Reads DMN 1.2 to 1.5 XML (docs/dmn.md). Any text gives an answer: what is wrong is a diagnostic with its place, never an exception.
/// Everything is read and compiled here, once; an evaluation parses nothing.
/// </summary>
public static class DmnReader
{
    private static readonly XmlRules Rules = new(
        DmnLimits.FileCharactersMax, DmnLimits.DepthMax, Namespaces.IsDrawing, DmnDescriptors.NotWellFormed, DmnDescriptors.TooLarge, DmnDescriptors.TooDeep);

    /// <param name="source">The model whose decisions are wanted.</param>
    /// <param name="others">Models that it may import, directly or not; found by their namespace, those that nobody imports are not looked at.</param>
    public static DmnRead Read(SourceText source, params IEnumerable<SourceText> others)
    {
        var report = new Report();
        if (Open(source, report) is not { } main) return new(null, [.. report.Sorted()]);
        var drafts = WithImports(main, others, report);
        // Imported types must be known before those that are made of them; imports of imports come first.
        foreach (var draft in drafts) draft.Types.Declare(draft.Definitions);
        foreach (var draft in drafts)
            foreach (var (name, model) in draft.Imports) draft.Types.Import(name, model.Types);
        foreach (var draft in drafts) draft.Types.Complete(draft.Definitions);
        var graph = new GraphReader(report);
        foreach (var draft in drafts) graph.ReadElements(draft);
        foreach (var draft in drafts) graph.Connect(draft);
        foreach (var draft in drafts) graph.ReadLogic(draft);
        graph.FindCycles(main);
        return new(new DmnModel(main), [.. report.Sorted()]);
    }

    private static ModelDraft? Open(SourceText source, Report report)
    {
        var definitions = XmlTree.Read(source, Rules, report.Diagnostics);
        if (definitions is null) return null;
        if (definitions.Name == "definitions" && definitions.IsDmn) return new(definitions, new ModelTypes(report));
        report.Add(DmnDescriptors.NotDmn, definitions, definitions.Name, definitions.Namespace);
        return null;
    }

    /// <summary>The model and all that it imports, each after those that it imports as far as they do not import each other.</summary>
    private static List<ModelDraft> WithImports(ModelDraft main, IEnumerable<SourceText> others, Report report)
    {
        var opened = new List<ModelDraft> { main };
        if (main.Definitions.DmnChildren("import").Any())
        {
            // What is wrong with a file that nobody imports is not this model's matter.
            foreach (var other in others)
                if (Open(other, new Report()) is { } draft && opened.TrueForAll(known => known.Namespace != draft.Namespace)) opened.Add(Open(other, report)!);
        }
        var wanted = new List<ModelDraft>();
        Want(main, opened, wanted, report);
        return wanted;
    }

    private static void Want(ModelDraft draft, List<ModelDraft> opened, List<ModelDraft> wanted, Report report)
    {
        if (wanted.Contains(draft)) return;
        wanted.Add(draft);
        foreach (var import in draft.Definitions.DmnChildren("import"))
        {
            var name = import.NameText ?? "";
            var kind = import.Attribute("importType")?.Value ?? "";
            var ns = import.Attribute("namespace")?.Value.Trim() ?? "";
            if (!Namespaces.IsModel(kind)) report.Add(DmnDescriptors.ImportKind, import, name, kind);
            else if (opened.Find(other => other.Namespace == ns) is { } found)
            {
                draft.Imports.Add((name, found));
                Want(found, opened, wanted, report);
            }
            else report.Add(DmnDescriptors.ImportMissing, import, ns, name);
        }
        // Behind its imports, so that what it is made of comes first.
        wanted.Remove(draft);
        wanted.Add(draft);
    }
}
