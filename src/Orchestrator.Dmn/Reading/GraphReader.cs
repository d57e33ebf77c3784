using System.Collections.Immutable;
using Orchestrator.Dmn.Graph;

namespace Orchestrator.Dmn.Reading;

/// <summary>Reads the requirement graph of a model (DMN 1.5, clause 6): first its elements, then what they require, then their logic.</summary>
internal sealed class GraphReader(Report report)
{
    private readonly ExpressionReader _expressions = new(report);

    public void ReadElements(ModelDraft draft)
    {
        var names = new Dictionary<string, SourceElement>(StringComparer.Ordinal);
        foreach (var source in draft.Definitions.Children.Where(child => child.IsDmn))
        {
            if (Make(draft, source) is not { } element) continue;
            if (element.Name.Length == 0) report.Add(DmnDescriptors.MissingName, source, source.Name);
            else if (!names.TryAdd(element.Name, source)) report.Add(DmnDescriptors.DuplicateName, source, element.Name, $"'{names[element.Name].Id}'");
            if (!draft.ById.TryAdd(element.Id, element)) report.Add(DmnDescriptors.DuplicateId, source, element.Id, "another element");
            if (element is Decision decision) (decision.VersionTag, decision.Kind) = (VersionTagOf(source), KindOf(source));
            if (source.DmnChild("variable") is { } variable) element.Type = draft.Types.Of(variable);
            draft.Elements.Add((element, source));
        }
    }

    private static DrgElement? Make(ModelDraft draft, SourceElement source)
    {
        var name = source.NameText ?? "";
        var id = source.IdOrNull ?? name;
        return source.Name switch
        {
            "inputData" => new InputData(draft.Namespace, id, name, source.Place()),
            "decision" => new Decision(draft.Namespace, id, name, source.Place()),
            "businessKnowledgeModel" => new BusinessKnowledgeModel(draft.Namespace, id, name, source.Place()),
            "decisionService" => new DecisionService(draft.Namespace, id, name, source.Place()),
            _ => null,
        };
    }

    private static string? VersionTagOf(SourceElement decision) =>
        decision.DmnChild("extensionElements")?.Children.FirstOrDefault(child => child.IsNamed(Namespaces.Zeebe, "versionTag"))?.Attribute("value")?.Value.Trim() is { Length: > 0 } tag ? tag : null;

    private static DecisionLogic KindOf(SourceElement decision) => ExpressionReader.ExpressionIn(decision)?.Name switch
    {
        null => DecisionLogic.None,
        "decisionTable" => DecisionLogic.DecisionTable,
        "literalExpression" => DecisionLogic.LiteralExpression,
        _ => DecisionLogic.Other,
    };

    public void Connect(ModelDraft draft)
    {
        var drawn = draft.Elements.Select(one => one.Element.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (element, source) in draft.Elements)
        {
            element.Requirements = [.. Required(draft, source)];
            if (element is Decision decision) decision.Drawn = drawn;
            if (element is not DecisionService service) continue;
            service.Outputs = [.. References(draft, source, "outputDecision")];
            service.Inputs = [.. References(draft, source, "inputData"), .. References(draft, source, "inputDecision")];
        }
    }

    private IEnumerable<Requirement> Required(ModelDraft draft, SourceElement source)
    {
        foreach (var requirement in source.Children.Where(child => child.IsDmn && child.Name is "informationRequirement" or "knowledgeRequirement"))
            foreach (var reference in requirement.Children.Where(child => child.IsDmn && child.Name is "requiredInput" or "requiredDecision" or "requiredKnowledge"))
                if (Find(draft, reference) is { } found) yield return found;
    }

    private IEnumerable<DrgElement> References(ModelDraft draft, SourceElement source, string name)
    {
        foreach (var reference in source.DmnChildren(name))
            if (Find(draft, reference) is { } found) yield return found.Element;
    }

    /// <summary>What a reference leads to: <c>#id</c> in this model, <c>namespace#id</c> in an imported one.</summary>
    private Requirement? Find(ModelDraft draft, SourceElement reference)
    {
        var href = reference.Attribute("href")?.Value.Trim() ?? "";
        var hash = href.LastIndexOf('#');
        var (ns, id) = hash < 0 ? ("", href) : (href[..hash], href[(hash + 1)..]);
        if (ns.Length == 0 || ns == draft.Namespace)
        {
            if (draft.ById.TryGetValue(id, out var own)) return new(own, null);
        }
        foreach (var (name, model) in draft.Imports)
            if (model.Namespace == ns && model.ById.TryGetValue(id, out var imported)) return new(imported, name.Length == 0 ? null : name);
        report.Add(DmnDescriptors.UnknownReference, reference, reference.Parent?.Parent?.NameText ?? reference.Name, "an element of the graph", href);
        return null;
    }

    public void ReadLogic(ModelDraft draft)
    {
        var properties = PropertyNames(draft);
        foreach (var (element, source) in draft.Elements)
        {
            var own = element is BusinessKnowledgeModel ? [element.Name] : Enumerable.Empty<string>();
            var required = element.Requirements.Select(one => one.Import ?? one.Element.Name);
            var inside = element.Requirements.Where(one => one.Import is not null).Select(one => one.Element.Name).Where(NeedsToBeKnown);
            var names = new NamesInScope([.. own.Concat(required).Concat(inside).Concat(properties).Distinct()], draft.Types);
            if (element is Decision decision) decision.Logic = _expressions.Child(source, names, "an expression");
            if (element is BusinessKnowledgeModel model && source.DmnChild("encapsulatedLogic") is { } function) model.Logic = _expressions.Function(function, names);
            if (element is BusinessKnowledgeModel { Logic: null }) report.Add(DmnDescriptors.ExpressionMissing, source, "a function", element.Name);
        }
    }

    /// <summary>Names behind a point: components of types, entries of contexts, outputs and columns, as far as the parser could not group them by itself.</summary>
    private static List<string> PropertyNames(ModelDraft draft)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Collect(draft.Definitions, found);
        foreach (var (_, model) in draft.Imports) Collect(model.Definitions, found);
        return [.. found.Where(NeedsToBeKnown)];
    }

    private static void Collect(SourceElement element, HashSet<string> found)
    {
        if (element.IsDmn && element.Name is "itemComponent" or "output" or "column" && element.NameText is { } name) found.Add(name);
        if (element.IsDmn && element.Name == "variable" && element.Parent?.Name == "contextEntry" && element.NameText is { } entry) found.Add(entry);
        foreach (var child in element.Children) Collect(child, found);
    }

    // Words that stand side by side are one name anyway; symbols and words of the language are not.
    private static bool NeedsToBeKnown(string name) => !name.Split(' ').All(Orchestrator.Feel.Syntax.Names.IsPlain);

    /// <summary>No element may need its own value.</summary>
    public void FindCycles(ModelDraft draft)
    {
        var state = new Dictionary<DrgElement, bool>();
        foreach (var (element, source) in draft.Elements) Visit(element, source, state, []);
    }

    private void Visit(DrgElement element, SourceElement source, Dictionary<DrgElement, bool> done, ImmutableList<DrgElement> path)
    {
        var start = path.IndexOf(element);
        if (start >= 0)
        {
            // Business knowledge models may call each other; decisions may not.
            if (path.Skip(start).Any(one => one is Decision)) report.Add(DmnDescriptors.CyclicRequirement, source, element.Name, string.Join(" → ", path.Skip(start).Append(element).Select(one => one.Name)));
            return;
        }
        if (done.ContainsKey(element) || path.Count > DmnLimits.RequirementDepthMax) return;
        foreach (var (required, _) in element.Requirements) Visit(required, source, done, path.Add(element));
        done[element] = true;
    }
}
