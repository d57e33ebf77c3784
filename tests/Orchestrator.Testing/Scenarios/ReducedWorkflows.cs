using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Orchestrator.Engine.Deployments;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Testing.Scenarios;

/// <summary>The programme's definitions with one of them changed, or without one of its elements. The others are compiled once.</summary>
public static partial class ReducedWorkflows
{
    private static readonly Lazy<CompiledDeployment> Whole = new(() => DeploymentCompiler.Compile(WorkflowFiles.Definitions));

    /// <exception cref="InvalidOperationException">What is left cannot be deployed; the message is the diagnostics.</exception>
    /// <exception cref="ArgumentException">There is no such flow node, or nothing would be missing without it.</exception>
    public static TestDefinitions Without(string process, string element) => With(process, text => ElementRemoval.Without(text, element));

    /// <summary>The rules of the programme's decision tables: the file and the id of each.</summary>
    public static IReadOnlyList<(string File, string Rule)> Rules { get; } =
        [.. WorkflowFiles.Definitions.Where(file => file.Kind == ResourceKind.Dmn).SelectMany(file => XDocument.Parse(file.Content).Descendants().Where(IsRule).Select(rule => (file.Name, (string)rule.Attribute("id")!)))];

    /// <summary>All definitions, one decision table without one of its rules.</summary>
    public static TestDefinitions WithoutRule(string file, string rule) => TestDefinitions.Of([.. WorkflowFiles.Definitions.Select(one => one.Name == file ? one with { Content = Cut(one.Content, rule) } : one)]);

    /// <exception cref="InvalidOperationException">What came of the change cannot be deployed; the message is the diagnostics.</exception>
    public static TestDefinitions With(string process, Func<string, string> change)
    {
        var changed = FileOf(process);
        changed = changed with { Content = change(changed.Content) };
        var compiled = DeploymentCompiler.Compile(Needed(changed));
        if (compiled.HasErrors) return TestDefinitions.Of(compiled);
        return TestDefinitions.Of(Whole.Value with { Processes = [.. Whole.Value.Processes.Select(one => one.ResourceName == changed.Name ? compiled.Processes.Single(other => other.ResourceName == changed.Name) : one)] });
    }

    /// <summary>What is checked together with a file: the processes that it calls and they call, and the decisions and forms that any of them names. A form that nobody names is no part of a deployment.</summary>
    private static List<DeploymentResource> Needed(DeploymentResource changed)
    {
        var files = new List<DeploymentResource> { changed };
        for (var at = 0; at < files.Count; at++)
            foreach (var called in Names(files[at], CalledProcess()).Where(name => files.TrueForAll(file => file.Name != $"{name}/{name}.bpmn")))
                files.Add(FileOf(called));
        var forms = files.SelectMany(file => Names(file, NamedForm())).ToHashSet(StringComparer.Ordinal);
        var folders = files.Select(file => Path.GetDirectoryName(file.Name)).ToHashSet(StringComparer.Ordinal);
        files.AddRange(WorkflowFiles.Definitions.Where(file => file.Kind == ResourceKind.Form && forms.Contains(FormId(file)) || file.Kind == ResourceKind.Dmn && folders.Contains(Path.GetDirectoryName(file.Name))));
        return files;
    }

    private static string Cut(string dmn, string rule)
    {
        var document = XDocument.Parse(dmn);
        document.Descendants().Single(one => IsRule(one) && (string?)one.Attribute("id") == rule).Remove();
        return document.ToString();
    }

    private static bool IsRule(XElement one) => one.Name.LocalName == "rule";

    private static DeploymentResource FileOf(string process) => WorkflowFiles.Definitions.Single(file => file.Name == $"{process}/{process}.bpmn");

    private static IEnumerable<string> Names(DeploymentResource file, Regex reference) => reference.Matches(file.Content).Select(match => match.Groups[1].Value).Distinct();

    private static string FormId(DeploymentResource file)
    {
        using var form = JsonDocument.Parse(file.Content);
        return form.RootElement.GetProperty("id").GetString()!;
    }

    [GeneratedRegex("calledElement processId=\"([^\"=]+)\"")]
    private static partial Regex CalledProcess();

    [GeneratedRegex("formId=\"([^\"=]+)\"")]
    private static partial Regex NamedForm();
}
