using Orchestrator.Diagnostics;

namespace Orchestrator.Engine.Deployments;

/// <summary>Diagnostics of a set of files as a whole.</summary>
public static class DeploymentDescriptors
{
    public static readonly Descriptor NothingToDeploy = new("SET0001", Severity.Error, "Expected at least one .bpmn, .dmn or .form file, but found {0}.", "Add a process to the folder.");
    public static readonly Descriptor DuplicateName = new("SET0002", Severity.Error, "Expected each file name once, but '{0}' stands twice.", "Rename one of the two files.");
    public static readonly Descriptor UnknownKind = new("SET0003", Severity.Error, "Expected a .bpmn, .dmn, .form or .scenario file, but found '{0}'.", "Rename it, or leave it out.");
    public static readonly Descriptor TooManyFiles = new("SET0004", Severity.Error, "Expected at most {1} files in a deployment, but found {0}.", "Deploy processes that do not call each other separately.");
}
