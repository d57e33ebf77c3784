using System.Collections.Frozen;
using System.Collections.Immutable;
using Orchestrator.Bpmn.Model;
using Orchestrator.Bpmn.Xml;

namespace Orchestrator.Bpmn.Reading;

/// <summary>The parts of the <c>zeebe:</c> dialect that several elements have in common.</summary>
internal sealed class ExtensionReader(Report report, Values values)
{
    private static readonly FrozenDictionary<string, Binding> Bindings = new Dictionary<string, Binding>
    {
        ["deployment"] = Binding.Deployment,
        ["latest"] = Binding.Latest,
        ["versionTag"] = Binding.VersionTag,
    }.ToFrozenDictionary();

    // Camunda executes these; here they would silently do nothing.
    private static readonly FrozenSet<string> NotExecuted = new[]
    {
        "executionListeners", "taskListeners", "linkedResources", "conditionalFilter", "userTaskForm",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> OwnElements = new[]
    {
        "publish", "timer", "data", "deadline", "escalation", "starters", "lane", "derived",
    }.ToFrozenSet();

    public ImmutableArray<VariableMapping> Inputs(SourceElement element) => Mappings(element, "input");

    public ImmutableArray<VariableMapping> Outputs(SourceElement element) => Mappings(element, "output");

    public JobDefinition? Job(SourceElement element)
    {
        if (element.Extension(Namespaces.Zeebe, "taskDefinition") is not { } definition) return null;
        var type = values.Required(definition, "type");
        var retries = values.Optional(definition, "retries", Constants.IsAttempts, Constants.Attempts);
        // A type that could not be read was reported; the node is not built then.
        return new JobDefinition(type ?? new BpmnValue.Fixed(""), retries, Headers(element));
    }

    public ImmutableSortedDictionary<string, string> Headers(SourceElement element)
    {
        var headers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var header in element.Extensions(Namespaces.Zeebe, "taskHeaders").SelectMany(holder => holder.Children))
        {
            if (!header.IsNamed(Namespaces.Zeebe, "header")) continue;
            if (header.Attribute("key")?.Value is { Length: > 0 } key) headers[key] = header.Attribute("value")?.Value ?? "";
            else values.Missing(header, "key");
        }
        return headers.ToImmutable();
    }

    public Binding BindingOf(SourceElement? element) => values.Choice(element, "bindingType", Model.Binding.Deployment, Bindings);

    /// <summary>The version of something called; the binding by tag needs the tag.</summary>
    public (Binding Binding, string? Tag) VersionOf(SourceElement? element)
    {
        var binding = BindingOf(element);
        var tag = values.OptionalFixed(element, "versionTag");
        if (binding == Model.Binding.VersionTag && tag is null) values.Missing(element!, "versionTag");
        return (binding, tag);
    }

    /// <summary>Warns of what is understood elsewhere and has no effect here, and of misspelled elements of our own.</summary>
    public void WarnOfOthers(SourceElement element)
    {
        foreach (var extension in element.BpmnChildren("extensionElements").SelectMany(holder => holder.Children))
        {
            var misplaced = extension.Name == "adHoc" && element.Name != "adHocSubProcess";
            if (extension.Namespace == Namespaces.Zeebe && (misplaced || NotExecuted.Contains(extension.Name)))
                report.Add(BpmnDescriptors.ExtensionIgnored, extension, Words.Qualified(extension));
            else if (extension.Namespace == Namespaces.Orch && !OwnElements.Contains(extension.Name))
                report.Add(BpmnDescriptors.UnknownExtension, extension, Words.Qualified(extension));
        }
    }

    private ImmutableArray<VariableMapping> Mappings(SourceElement element, string name)
    {
        var mappings = ImmutableArray.CreateBuilder<VariableMapping>();
        foreach (var mapping in element.Extensions(Namespaces.Zeebe, "ioMapping").SelectMany(holder => holder.Children))
        {
            if (!mapping.IsNamed(Namespaces.Zeebe, name)) continue;
            var source = values.Required(mapping, "source");
            var target = values.Variable(mapping, "target", required: true, path: true);
            if (source is not null && target is not null) mappings.Add(new VariableMapping(source, target));
        }
        return mappings.ToImmutable();
    }
}
