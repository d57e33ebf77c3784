using System.Collections.Immutable;
using Orchestrator.Dmn.Reading;
using Orchestrator.Feel;
using Orchestrator.Feel.Syntax;

namespace Orchestrator.Dmn.Types;

/// <summary>The item definitions of one model, and those of the models that it imports as <c>import.name</c>.</summary>
internal sealed class ModelTypes(Report report)
{
    private readonly Dictionary<string, DmnType> _byName = new(StringComparer.Ordinal);
    private Dictionary<string, FeelType>? _shapes;

    public IReadOnlyDictionary<string, FeelType> Shapes => _shapes ??= _byName.ToDictionary(one => one.Key, one => one.Value.Shape, StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, DmnType>> All => _byName;

    /// <summary>Makes the item definitions known; what they are made of is read by <see cref="Complete"/>, when all names are known.</summary>
    public void Declare(SourceElement definitions)
    {
        foreach (var item in definitions.DmnChildren("itemDefinition"))
        {
            if (item.NameText is not { Length: > 0 } name) report.Add(DmnDescriptors.MissingName, item, item.Name);
            else if (!_byName.TryAdd(name, new DmnType(name))) report.Add(DmnDescriptors.DuplicateName, item, name, "another item definition");
        }
    }

    public void Import(string import, ModelTypes other)
    {
        foreach (var (name, type) in other._byName)
            if (!name.Contains('.', StringComparison.Ordinal)) _byName.TryAdd(import.Length == 0 ? name : $"{import}.{name}", type);
    }

    public void Complete(SourceElement definitions)
    {
        foreach (var item in definitions.DmnChildren("itemDefinition"))
            if (item.NameText is { Length: > 0 } name && _byName.TryGetValue(name, out var type)) Fill(type, item);
        foreach (var item in definitions.DmnChildren("itemDefinition"))
            if (item.NameText is { Length: > 0 } name && IsItsOwnBase(_byName[name]))
            {
                report.Add(DmnDescriptors.CyclicType, item, name);
                _byName[name].Base = null;
            }
    }

    /// <summary>The type that an element names; null when it names none, or one that is unknown, which is told.</summary>
    public DmnType? Of(SourceElement element) => element.TypeRef is { } reference ? Find(element, reference) : null;

    public DmnType? Find(SourceElement owner, SourceAttribute reference)
    {
        var name = DmnElements.Collapse(reference.Value);
        if (name.Length == 0 || name is "undefined") return null;
        if (Written(name) is { } type) return type;
        report.Add(DmnDescriptors.UnknownType, owner, reference.ValueSpan, name);
        return null;
    }

    /// <summary>An item definition, a type of FEEL, or one that is written out; the names in it may be defined further down.</summary>
    private DmnType? Written(string name) => Named(name) ?? new TypeText(name, Named).Read();

    private DmnType? Named(string name)
    {
        if (_byName.TryGetValue(name, out var known)) return known;
        var plain = name.StartsWith("feel:", StringComparison.Ordinal) ? name["feel:".Length..] : name;
        return FeelType.OfName(plain) is { } feel ? DmnType.OfFeel(feel) : null;
    }

    private void Fill(DmnType type, SourceElement item)
    {
        type.IsCollection = item.Attribute("isCollection")?.Value.Trim() is "true" or "1";
        if (item.DmnChild("functionItem") is { } function) FillFunction(type, function);
        type.Components = [.. item.DmnChildren("itemComponent").Select(component => (component.NameText ?? "", Component(component)))];
        // An item definition names its base in an element, since DMN 1.1.
        if (item.DmnChild("typeRef") is { } reference && !string.IsNullOrWhiteSpace(reference.Text().Text)) type.Base = BaseOf(item, reference);
        type.AllowedValues = TestsOf(item, "allowedValues");
        type.Constraint = TestsOf(item, "typeConstraint");
    }

    /// <summary>Since DMN 1.3 (7.3.4): parameters are information items, the type of the result is an attribute.</summary>
    private void FillFunction(DmnType type, SourceElement function)
    {
        var parameters = ImmutableArray.CreateBuilder<DmnType?>();
        foreach (var parameter in function.DmnChildren("parameters"))
        {
            if (parameter.NameText is not { Length: > 0 }) report.Add(DmnDescriptors.MissingName, parameter, parameter.Name);
            parameters.Add(Of(parameter));
        }
        type.Parameters = parameters.ToImmutable();
        if (function.Attribute("outputTypeRef") is { } result) type.Result = Find(function, result);
    }

    private DmnType Component(SourceElement component)
    {
        var type = new DmnType(component.NameText ?? "");
        if (component.NameText is not { Length: > 0 }) report.Add(DmnDescriptors.MissingName, component, component.Name);
        Fill(type, component);
        return type;
    }

    private DmnType? BaseOf(SourceElement item, SourceElement reference)
    {
        var name = DmnElements.Collapse(reference.Text().Text);
        if (Written(name) is { } type) return type;
        report.Add(DmnDescriptors.UnknownType, item, reference.Span, name);
        return null;
    }

    private UnaryTests? TestsOf(SourceElement item, string child)
    {
        if (item.DmnChild(child)?.TextOf("text") is not { } text) return null;
        var (tests, diagnostics) = UnaryTests.Parse(text);
        report.AddAll(diagnostics, item);
        return tests;
    }

    private static bool IsItsOwnBase(DmnType type)
    {
        var seen = new HashSet<DmnType>();
        for (var at = type; at is not null; at = at.Base)
            if (!seen.Add(at)) return true;
        return false;
    }
}
