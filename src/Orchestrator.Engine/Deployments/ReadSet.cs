using Orchestrator.Bpmn;
using Orchestrator.Bpmn.Model;
using Orchestrator.Diagnostics;
using Orchestrator.Dmn;
using Orchestrator.Engine.Ports;
using Orchestrator.Forms;

namespace Orchestrator.Engine.Deployments;

/// <summary>What the files of a set hold, as far as they could be read.</summary>
internal sealed class ReadSet
{
    private readonly List<(ProcessGraph, ResourceSource)> _processes = [];
    private readonly List<(DmnModel, ResourceSource)> _decisions = [];
    private readonly List<(FormSchema, ResourceSource)> _forms = [];

    /// <param name="files">In the order of their names.</param>
    /// <param name="diagnostics">Is added to.</param>
    public ReadSet(IReadOnlyList<ResourceSource> files, List<Diagnostic> diagnostics)
    {
        foreach (var source in files.Where(file => file.Kind == ResourceKind.Bpmn)) ReadProcesses(source, diagnostics);
        ReadDecisions([.. files.Where(file => file.Kind == ResourceKind.Dmn)], diagnostics);
        foreach (var source in files.Where(file => file.Kind == ResourceKind.Form)) ReadForm(source, diagnostics);
    }

    public IReadOnlyList<(ProcessGraph Graph, ResourceSource Source)> Processes => _processes;

    public IReadOnlyList<(DmnModel Model, ResourceSource Source)> Decisions => _decisions;

    public IReadOnlyList<(FormSchema Schema, ResourceSource Source)> Forms => _forms;

    /// <summary>Some file could not be read: what it holds is not known.</summary>
    public bool Unread { get; private set; }

    /// <summary>The id of a file of decisions; its name where it has none.</summary>
    public static string IdOf(DmnModel model, ResourceSource source) => model.Id.Length > 0 ? model.Id : source.Name;

    private void ReadProcesses(ResourceSource source, List<Diagnostic> diagnostics)
    {
        var read = BpmnReader.Read(source.Text);
        diagnostics.AddRange(read.Diagnostics);
        Unread |= read.HasErrors;
        _processes.AddRange(read.Processes.Select(graph => (graph, source)));
    }

    private void ReadDecisions(List<ResourceSource> files, List<Diagnostic> diagnostics)
    {
        var told = new HashSet<(string, TextSpan, string)>();
        foreach (var source in files)
        {
            var read = DmnReader.Read(source.Text, files.Where(other => other != source).Select(other => other.Text));
            // What is wrong with a model is found again in each that imports it.
            diagnostics.AddRange(read.Diagnostics.Where(one => told.Add((one.Source.Path, one.Span, one.Descriptor.Code))));
            Unread |= read.HasErrors;
            if (read.Model is { } model) _decisions.Add((model, source));
        }
    }

    private void ReadForm(ResourceSource source, List<Diagnostic> diagnostics)
    {
        var read = FormSchema.Read(source.Text);
        diagnostics.AddRange(read.Diagnostics);
        Unread |= read.Schema is null;
        if (read.Schema is not null) _forms.Add((read.Schema, source));
    }
}
