using Orchestrator.Bpmn.Model;
using Orchestrator.Dmn;
using Orchestrator.Engine.Ports;
using Orchestrator.Forms;
using Orchestrator.Interpreter;

namespace Orchestrator.Engine.Deployments;

/// <summary>What a deployment holds, compiled when it is first needed: nodes start quickly, however much was ever deployed.</summary>
internal sealed class DeploymentContent(DeploymentRecord deployment)
{
    private readonly Lazy<CompiledDeployment> _compiled = new(() => Compile(deployment));

    public ProcessGraph Graph(string processId)
    {
        foreach (var process in _compiled.Value.Processes)
            if (process.Graph.ProcessId == processId) return process.Graph;
        throw new InvariantBrokenException($"Expected deployment {deployment.Key} to hold process '{processId}', but it does not.");
    }

    /// <summary>The file of decisions with this name.</summary>
    public DmnModel Decisions(string resourceName)
    {
        foreach (var decisions in _compiled.Value.Decisions)
            if (decisions.ResourceName == resourceName) return decisions.Model;
        throw new InvariantBrokenException($"Expected deployment {deployment.Key} to hold the decisions of {resourceName}, but it does not.");
    }

    public FormSchema? Form(string formId)
    {
        foreach (var form in _compiled.Value.Forms)
            if (form.Schema.Id == formId) return form.Schema;
        return null;
    }

    public DeploymentResource? Resource(string name)
    {
        foreach (var resource in deployment.Resources)
            if (resource.Name == name) return resource;
        return null;
    }

    public DeploymentResource? FormResource(string formId)
    {
        foreach (var form in deployment.Forms)
            if (form.FormId == formId) return Resource(form.ResourceName);
        return null;
    }

    private static CompiledDeployment Compile(DeploymentRecord deployment)
    {
        var compiled = DeploymentCompiler.Compile(deployment.Resources);
        // It was accepted once and never changes: a reader that refuses it now is a bug of ours.
        return compiled.HasErrors
            ? throw new InvariantBrokenException($"Expected deployment {deployment.Key} to be readable, but: {compiled.Diagnostics[0]}")
            : compiled;
    }
}
